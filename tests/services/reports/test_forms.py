"""Forms at the desk: filled from the store in one reading, opened to their cases, written by an office."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.case import Case
from mediation_desk.domain.merging import Conflicts
from mediation_desk.domain.reports.facts import facts
from mediation_desk.domain.reports.forms.form import Count, PeriodKind
from mediation_desk.domain.reports.period import Narrow, Period
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.vocabulary import PartyKind, Source
from mediation_desk.domain.words import DeskError
from mediation_desk.library.tomllines import FormError
from mediation_desk.services import editing
from mediation_desk.services.desk import Desk
from mediation_desk.services.reports import forms
from mediation_desk.services.reports.forms import Standing
from tests.domain.reports.forms.counted import slowly
from tests.offices import Office
from tests.services.papers_desk import case_of, registered
from tests.services.reports.counted import every_case
from tests.services.reports.offices import DECEMBER, with_cases
from tests.services.reports.test_overview import ACTS, DAY, JANUARY, _all_of, accepted, let_in

NAMES = ("ma1", "monthly", "annual", "own_month")


def whole(desk: Desk) -> list[Case]:
    with desk.reading() as work:
        return every_case(work)


@settings(max_examples=6, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(steps=st.lists(st.tuples(st.integers(0, 1), st.sampled_from(range(len(ACTS))), st.integers(0, 6)),
                      min_size=3, max_size=14))
def test_whatever_happened_to_the_cases_every_form_is_what_a_slow_recount_gives(
        office: Office, steps: list[tuple[int, int, int]]) -> None:
    desk = office.first
    ids = [accepted(desk, DAY, workers=2), registered(desk, ("温若晴", "路知夏"))]
    for which, act, how in steps:
        with suppress(DeskError):
            ACTS[act](desk, ids[which], how)
    look = _all_of(office)
    told = [facts(one) for one in whole(look)]
    for name in NAMES:
        narrow = Narrow(mediators=(desk.who.account_id,))
        form = forms.filled(look, name, JANUARY, narrow)
        assert [one.label.zh for one in form.outcomes if one.holds is False] == []
        columns = {(table.id, one.id): one.told for table in form.form.tables for one in table.columns}
        for (table, row, column), cell in form.cells():
            counted = columns[table, column]
            if isinstance(counted, Count) and cell.behind:
                assert cell.value == slowly(told, cell.behind, counted.measure), (name, table, row, column)


def test_the_shipped_forms_are_listed_in_their_order(office: Office) -> None:
    listed = forms.listed(office.first)
    assert [one.id for one in listed] == ["ma1", "monthly", "annual", "bulletin", "own_month"]
    assert {one.standing for one in listed} == {Standing.SHIPPED}
    assert [one.own for one in listed] == [False] * 4 + [True]


@pytest.mark.parametrize(("kind", "since", "until"), [
    (PeriodKind.DAY, date(2025, 1, 20), date(2025, 1, 20)),
    (PeriodKind.MONTH, date(2024, 12, 1), date(2024, 12, 31)),
    (PeriodKind.QUARTER, date(2024, 10, 1), date(2024, 12, 31)),
    (PeriodKind.YEAR, date(2024, 1, 1), date(2024, 12, 31))])
def test_a_form_is_usually_filled_for_the_last_whole_period(kind: PeriodKind, since: date,
                                                            until: date) -> None:
    assert forms.last_period(kind, date(2025, 1, 20)) == Period(since, until)


def test_a_month_is_filled_and_every_number_opens_its_cases(office: Office) -> None:
    look = with_cases(office)
    month = forms.filled(look, "monthly", DECEMBER)
    assert [cell.value for cell in month.tables[0].rows[0].cells] == [0, 4, 1, 3, 0, 0]
    assert month.cell(("sources", "by/hotline_12345", "received")).value == 1
    assert month.reconciles and not month.own
    for place, cell in month.cells():
        rows = forms.behind(look, month, place, 0, 50)
        if cell.behind and cell.unit.value == "cases":
            assert len(rows) == cell.value, place
        if cell.behind is None:
            assert rows == []
    quarter = forms.filled(look, "ma1", DECEMBER)
    for matter in ("pay", "other"):
        place = ("matters", f"by/{matter}", "received")
        assert len(forms.behind(look, quarter, place, 0, 9)) == quarter.cell(place).value


def test_the_bulletin_names_hot_companies_and_what_is_due(office: Office) -> None:
    desk = office.first
    for day in (14, 20):
        made = accepted(desk, date(2025, 1, day))
        company = case_of(desk, made).respondents[0]
        editing.save(desk, made, [editing.Edit("party", company.id, "kind", company.kind,
                                               PartyKind.ORGANISATION)])
    look = _all_of(office)
    told = forms.filled(look, "bulletin", Period.of_day(date(2025, 1, 20)))
    hot = next(one for one in told.tables if one.id == "hot_companies")
    assert [(row.label.zh, row.cells[0].value) for row in hot.rows] == [("湟源某速递有限公司", 2)]
    matters = next(one for one in told.tables if one.id == "hot_matters")
    assert [(row.label.zh, row.cells[0].value) for row in matters.rows] == [("劳动报酬", 2)]
    assert all(told.period.until < one.on <= told.period.until + timedelta(days=3) for one in told.due)


def test_a_mediator_fills_forms_with_own_cases_and_an_administrator_sees_them_empty(office: Office) -> None:
    look = with_cases(office)
    let_in(office.first, "qi", "祁小川", AccountRole.MEDIATOR)
    let_in(office.first, "guan", "管理员", AccountRole.ADMINISTRATOR)
    own = forms.filled(office.desk("qi"), "own_month", DECEMBER)
    assert own.own and own.cell(("flow", "all", "received")).value == 0
    keeper = office.desk("guan")
    with pytest.raises(NotAllowed):
        forms.filled(keeper, "monthly", DECEMBER)
    with pytest.raises(DeskError) as whose:
        forms.filled(look, "own_month", DECEMBER)
    assert whose.value.field == "mediators"
    empty = forms.previewed(keeper, forms.text_of(keeper, "monthly"))
    assert not empty.counted
    assert {cell.value for _place, cell in empty.cells() if cell.unit.value == "cases"} == {0}
    with pytest.raises(NotAllowed):
        forms.keep(look, forms.text_of(look, "monthly"))


def test_an_office_writes_a_form_of_its_own_and_changes_a_shipped_one(office: Office) -> None:
    desk = office.first
    text = forms.text_of(desk, "monthly")
    forms.keep(desk, text.replace('zh = "调解工作月报"', 'zh = "本所月报"'))
    forms.keep(desk, text.replace('id = "monthly"', 'id = "ours"'))
    assert {one.id: one.standing for one in forms.listed(desk)} == {
        "ma1": Standing.SHIPPED, "monthly": Standing.CHANGED, "ours": Standing.OFFICE,
        "annual": Standing.SHIPPED, "bulletin": Standing.SHIPPED, "own_month": Standing.SHIPPED}
    assert forms.filled(desk, "monthly", DECEMBER).form.label.zh == "本所月报"
    with pytest.raises(Conflicts):
        forms.keep(desk, text, seen=None)  # a colleague's own text stands there by now
    forms.keep(desk, text, seen=forms.own_text_of(desk, "monthly"))
    forms.drop(desk, "ours", seen=forms.own_text_of(desk, "ours"))
    forms.drop(desk, "monthly", seen=forms.own_text_of(desk, "monthly"))
    assert {one.standing for one in forms.listed(desk)} == {Standing.SHIPPED}


def test_a_form_that_cannot_be_used_is_refused_with_its_line_and_never_kept(office: Office) -> None:
    desk = office.first
    text = forms.text_of(desk, "monthly").replace('event = "open_start"', 'event = "opened"', 1)
    for verb in (forms.keep, forms.previewed):
        with pytest.raises(FormError) as refused:
            verb(desk, text)
        assert refused.value.line == text[:text.index('"opened"')].count("\n") + 1
    with pytest.raises(DeskError):
        forms.filled(desk, "nothing", DECEMBER)


def test_a_typed_form_is_shown_with_todays_numbers(office: Office) -> None:
    look = with_cases(office)
    shown = forms.previewed(look, forms.text_of(look, "monthly"), DECEMBER)
    assert shown.cell(("flow", "all", "received")).value == 4
    only = forms.filled(look, "monthly", DECEMBER, Narrow(sources=(Source.HOTLINE,)))
    assert only.cell(("flow", "all", "received")).value == 1
