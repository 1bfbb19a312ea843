"""A form is filled in few queries, and its names come from where they are written."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import event

from mediation_desk.domain.reports.period import Narrow
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
