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


def test_a_year_without_a_notice_says_so_and_still_rests_on_the_days_fixed_by_law() -> None:
    """1 January 2031 is a Wednesday, 1 to 3 October 2031 Wednesday to Friday."""
    assert not CALENDAR.knows(date(2031, 1, 1))
    fixed = [(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)]
    assert {CALENDAR.kind(date(2031, *day)) for day in fixed} == {DayKind.STATUTORY_HOLIDAY}
    assert CALENDAR.is_workday(date(2031, 1, 2)) and not WorkCalendar().is_workday(date(2031, 1, 4))
    assert WorkCalendar().is_workday(date(2023, 5, 2))  # the second day of May is a holiday since 2025


def test_2027_knows_the_holidays_of_the_moon_too_but_is_not_announced() -> None:
    """The eve of the Spring Festival is Friday 2027-02-05; how the days around it move is unknown."""
    assert CALENDAR.kind(date(2027, 2, 5)) is DayKind.STATUTORY_HOLIDAY
    assert CALENDAR.is_workday(date(2027, 2, 9))
    assert CALENDAR.unannounced(date(2026, 12, 31), date(2027, 2, 9), date(2031, 1, 1)) == (2027, 2031)
    assert CALENDAR.unannounced(date(2024, 1, 1), date(2026, 12, 31)) == ()


@pytest.mark.parametrize(("start", "within", "end"), [
    (date(2024, 12, 2), {"days": 30}, date(2025, 1, 2)),  # New Year's Day
    (date(2024, 11, 30), {"days": 15}, date(2024, 12, 16)),  # a Sunday
    (date(2025, 1, 1), {"months": 12}, date(2026, 1, 4)),  # a make-up Sunday after New Year
    (date(2024, 2, 29), {"months": 12}, date(2025, 2, 28)),  # February has no 29th
    (date(2024, 11, 25), {"days": 15}, date(2024, 12, 10)),  # a Tuesday stays
    (date(2026, 9, 16), {"days": 15}, date(2026, 10, 8)),  # 1 to 7 October 2026
])
def test_a_period_that_ends_on_a_day_off_ends_with_the_next_working_day(
        start: date, within: dict[str, int], end: date) -> None:
    """Civil Code, arts. 201 to 203."""
    assert CALENDAR.period_end(start, **within) == end


@given(st.dates(date(2024, 1, 1), date(2035, 12, 31)))
def test_the_days_fixed_by_law_are_never_working_days(day: date) -> None:
    if (day.month, day.day) in {(1, 1), (5, 1), (10, 1), (10, 2), (10, 3)}:
        assert not CALENDAR.is_workday(day) and not WorkCalendar().is_workday(day)


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
