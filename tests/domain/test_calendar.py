"""Working days with make-up workdays; periods as the law counts them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.calendar import DayKind, RestDayRule, WorkCalendar, add_months
from mediation_desk.library.law import shipped_calendar

CALENDAR = shipped_calendar()
days = st.dates(date(2024, 1, 1), date(2026, 12, 31))


def test_three_working_days_over_an_ordinary_week() -> None:
    """Received Monday 2024-11-25: Tuesday, Wednesday, Thursday 28."""
    assert CALENDAR.after_workdays(date(2024, 11, 25), 3) == date(2024, 11, 28)


def test_three_working_days_over_the_national_holiday() -> None:
    """Received Monday 2024-09-30: 1 to 7 October are off, 8, 9, 10 October count."""
    assert CALENDAR.after_workdays(date(2024, 9, 30), 3) == date(2024, 10, 10)


def test_a_make_up_saturday_counts_as_a_working_day() -> None:
    """Received Thursday 2024-10-10: Friday 11, make-up Saturday 12, Monday 14."""
    assert CALENDAR.after_workdays(date(2024, 10, 10), 3) == date(2024, 10, 14)


def test_a_statutory_holiday_is_no_ordinary_rest_day() -> None:
    assert CALENDAR.kind(date(2025, 10, 1)) is DayKind.STATUTORY_HOLIDAY
    assert CALENDAR.kind(date(2025, 10, 7)) is DayKind.REST_DAY
    assert CALENDAR.kind(date(2025, 10, 11)) is DayKind.WORKDAY


def test_a_year_without_a_notice_counts_weekends_only_and_says_so() -> None:
    assert not CALENDAR.knows(date(2031, 1, 1))
    assert CALENDAR.is_workday(date(2031, 1, 1))
    assert not WorkCalendar().is_workday(date(2031, 1, 4))


@given(days)
def test_an_instalment_is_moved_off_a_rest_day_and_no_further(day: date) -> None:
    assert CALENDAR.placed(day, RestDayRule.SAME_DAY) == day
    later = CALENDAR.placed(day, RestDayRule.NEXT_WORKDAY)
    earlier = CALENDAR.placed(day, RestDayRule.PREVIOUS_WORKDAY)
    assert earlier <= day <= later
    if CALENDAR.is_workday(day):
        assert earlier == day == later
    else:
        assert CALENDAR.workdays_between(earlier, later) == 2


@given(days, st.integers(1, 30))
def test_a_period_of_working_days_holds_just_that_many(day: date, count: int) -> None:
    end = CALENDAR.after_workdays(day, count)
    assert CALENDAR.is_workday(end)
    assert CALENDAR.workdays_between(day, end) - CALENDAR.is_workday(day) == count


@pytest.mark.parametrize(("start", "count", "end"), [
    (date(2024, 1, 31), 1, date(2024, 2, 29)), (date(2023, 1, 31), 1, date(2023, 2, 28)),
    (date(2024, 12, 10), 1, date(2025, 1, 10)), (date(2024, 3, 31), -1, date(2024, 2, 29))])
def test_months_keep_their_day_or_end_with_the_month(start: date, count: int, end: date) -> None:
    assert add_months(start, count) == end
