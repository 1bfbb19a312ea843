"""What a calendar shows: which days are in view, what presses, what may be moved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.planning.entries import (
    CalendarEntry,
    CaseInBrief,
    EntryKind,
    Span,
    days_of,
    in_order,
)
from mediation_desk.domain.vocabulary import ClockKind, SessionState

CASE = CaseInBrief(case_id=UUID(int=3), number="宁中劳调〔2025〕0001号", first_applicant="温若晴",
                   applicant_count=1, respondent="湟源某文化传媒有限公司", respondent_count=1,
                   respondent_units=1)
SESSION = CalendarEntry(kind=EntryKind.SESSION, on=date(2025, 1, 21), starts_at=datetime(2025, 1, 21, 9),
                        mediator_id=UUID(int=1), case=CASE, own=True, open=True, row_id=UUID(int=5))
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@given(DAYS)
def test_a_month_is_shown_in_whole_weeks_that_hold_it(day: date) -> None:
    first, last = days_of(Span.MONTH, day)
    assert first.weekday() == 0 and last.weekday() == 6 and first <= day.replace(day=1)
    assert (last + timedelta(days=1)).month != day.month or last.month != day.month
    assert first <= day <= last and (last - first).days + 1 in (28, 35, 42)
    assert (first + timedelta(days=6)).month == day.month == (last - timedelta(days=6)).month


@given(DAYS)
def test_a_week_begins_on_monday(day: date) -> None:
    first, last = days_of(Span.WEEK, day)
    assert first.weekday() == 0 and (last - first).days == 6 and first <= day <= last


def test_november_2024_begins_in_october() -> None:
    """1 November 2024 was a Friday, 30 November a Saturday."""
    assert days_of(Span.MONTH, date(2024, 11, 25)) == (date(2024, 10, 28), date(2024, 12, 1))
    assert days_of(Span.DAY, date(2024, 11, 25)) == (date(2024, 11, 25), date(2024, 11, 25))


def test_an_end_that_nobody_said_is_assumed_to_be_an_hour_later() -> None:
    assert SESSION.until == datetime(2025, 1, 21, 10) and SESSION.assumed
    said = replace(SESSION, ends_at=datetime(2025, 1, 21, 11, 30))
    assert said.until == said.ends_at and not said.assumed
    assert replace(SESSION, kind=EntryKind.VISIT, starts_at=None).until is None


@pytest.mark.parametrize(("changed", "movable"), [
    ({}, True), ({"state": SessionState.PLANNED}, True), ({"state": SessionState.HELD}, False),
    ({"state": SessionState.CALLED_OFF}, False), ({"own": False}, False), ({"open": False}, False),
    ({"kind": EntryKind.PERIOD}, False)])
def test_ones_own_session_moves_as_long_as_it_is_still_to_be_held(changed: dict[str, object],
                                                                  movable: bool) -> None:
    assert replace(SESSION, **changed).movable is movable  # type: ignore[arg-type]


def test_only_duties_of_open_cases_are_late() -> None:
    today, duty = date(2025, 1, 22), replace(SESSION, kind=EntryKind.PERIOD, clock=ClockKind.ACCEPTANCE)
    assert duty.is_late(today) and not duty.is_late(duty.on)
    assert not replace(duty, open=False).is_late(today)
    assert not replace(duty, clock=ClockKind.REVIEW).is_late(today)
    assert replace(SESSION, kind=EntryKind.INSTALMENT).is_late(today) and not SESSION.is_late(today)


def test_a_day_begins_with_what_has_no_hour() -> None:
    nine, eight = SESSION, replace(SESSION, starts_at=datetime(2025, 1, 21, 8))
    whole = replace(SESSION, kind=EntryKind.INSTALMENT, starts_at=None)
    assert sorted([nine, whole, eight], key=in_order) == [whole, eight, nine]


def test_a_colleagues_hour_has_no_case() -> None:
    assert replace(SESSION, case=None).busy and not SESSION.busy
