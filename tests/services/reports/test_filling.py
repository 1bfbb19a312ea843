"""A form is filled in few queries, and its names come from where they are written."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import event

from mediation_desk.domain.listing import CaseFilter
from mediation_desk.domain.reports.period import Narrow
from mediation_desk.domain.sites import HERE, SiteDraft
from mediation_desk.library.reports import typed_report
from mediation_desk.services import reading
from mediation_desk.services.intake import moving
from mediation_desk.services.office import sites
from mediation_desk.services.reports import forms
from mediation_desk.services.reports.filling import empty, fill, numbers
from tests.offices import Office
from tests.services.papers_desk import case_of
from tests.services.reports.offices import DECEMBER, with_cases


@pytest.mark.parametrize(("name", "most"), [("annual", 24), ("monthly", 24), ("ma1", 16), ("bulletin", 20)])
def test_a_form_is_filled_in_few_queries(office: Office, name: str, most: int) -> None:
    look = with_cases(office)
    asked: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        asked.append(statement)

    event.listen(look.store.engine, "before_cursor_execute", note)
    try:
        with look.reading() as work:
            before = len(asked)
            fill(look, work, look.library.reports[name][0], DECEMBER, Narrow())
            assert len(asked) - before <= most
    finally:
        event.remove(look.store.engine, "before_cursor_execute", note)


def test_an_empty_form_has_its_rows_and_no_numbers(office: Office) -> None:
    look = office.first
    shown = empty(look, look.library.reports["monthly"][0], DECEMBER)
    assert not shown.counted
    labels = [row.label.zh for row in next(one for one in shown.tables if one.id == "sources").rows]
    assert "12345转办" in labels


def test_numbers_are_told_of_cases_that_one_may_see(office: Office) -> None:
    look = with_cases(office)
    with look.reading() as work:
        keys = [row.case_id for row in work.lists.find("0001号")]
        assert numbers(work, keys) == ((keys[0], case_of(office.first, keys[0]).number),)


BY_SITE = """
id = "by_site"
order = 90
zh = "各站点案件"
en = "Cases by site"
period = "month"

[[tables]]
id = "t"
zh = "案件"
en = "Cases"
head_zh = "站点"
head_en = "Site"
columns = [{id = "received", zh = "受理", en = "Received", event = "received"},
           {id = "open", zh = "期末未结", en = "Open", event = "open_end"}]
rows = [{id = "each", by = "site"}]
"""


def test_a_form_tells_the_sites_apart_with_the_cases_behind_each(office: Office) -> None:
    """Four cases of December, one of them closed: two belong to the site, the closed one among them."""
    look, desk = with_cases(office), office.first
    east = sites.add_site(desk, SiteDraft("城东街道工作站")).result
    assert east
    listed = reading.page(desk, CaseFilter(sort="received_on", descending=False), 0, 9)
    for row in listed[:2]:
        moving.move_site(desk, row.case_id, east)
    form = typed_report(BY_SITE, "by_site", look.library.report_names)
    with look.reading() as work:
        filled = fill(look, work, form, DECEMBER, Narrow())
    (table,) = filled.tables
    told = {row.label.zh: [cell.value for cell in row.cells] for row in table.rows}
    assert told == {"城东街道工作站": [2, 1], "本部": [2, 2]}
    for site, cases in ((east, listed[:2]), (HERE, listed[2:])):
        behind = forms.behind(look, filled, ("t", f"each/{site}", "received"), 0, 9)
        assert {row.case_id for row in behind} == {row.case_id for row in cases}
