"""Periods of an order: counted as the law counts them, by the office's calendar, and kept with the order."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.intake.order.terms import (
    FIRST,
    LAST,
    Extending,
    Forewarning,
    OrderClockKind,
    OrderTerms,
    Period,
    Unit,
)
from mediation_desk.domain.office_hours import OfficeHours
from mediation_desk.library.law import shipped_calendar

CALENDAR = shipped_calendar()
HOURS = OfficeHours(((time(9), time(12)), (time(14), time(18))))
TERMS = OrderTerms(HOURS, {OrderClockKind.FINISH: Period(5, Unit.WORKING_DAYS, "某办法")})
moments = st.datetimes(datetime(2024, 1, 1), datetime(2026, 11, 1))
periods = st.builds(Period, st.integers(0, 30), st.sampled_from(Unit))
terms = st.builds(lambda opening, off: replace(TERMS, from_opening=opening, off_days=off), st.booleans(),
                  st.booleans())


@pytest.mark.parametrize(("arrived", "period", "due"), [
    # Wednesday, 30 September 2026, within office hours: 8, 9, 10 (made up), 12 and 13 October.
    (datetime(2026, 9, 30, 10), Period(5, Unit.WORKING_DAYS), datetime(2026, 10, 13, 18)),
    # The same evening: it counts from 8 October, so 9, 10, 12, 13 and 14.
    (datetime(2026, 9, 30, 18, 1), Period(5, Unit.WORKING_DAYS), datetime(2026, 10, 14, 18)),
    # Saturday, 26 September 2026 (a day off): from Monday the 28th, so the 29th and the 30th.
    (datetime(2026, 9, 26, 9), Period(2, Unit.WORKING_DAYS), datetime(2026, 9, 30, 18)),
    # Saturday, 10 October 2026 is worked: it counts itself, the first day counted is Monday.
    (datetime(2026, 10, 10, 9), Period(1, Unit.WORKING_DAYS), datetime(2026, 10, 12, 18)),
    # Natural days that would end on 3 October move to the 8th.
    (datetime(2026, 9, 28, 10), Period(5, Unit.NATURAL_DAYS), datetime(2026, 10, 8, 18)),
    (datetime(2026, 9, 30, 17, 30), Period(1, Unit.HOURS), datetime(2026, 9, 30, 18, 30)),
    (datetime(2026, 9, 30, 17, 30), Period(1, Unit.WORKING_HOURS), datetime(2026, 10, 8, 9, 30)),
    # The same day: until the office closes; what comes after that has the next day.
    (datetime(2026, 9, 29, 10), Period(0, Unit.WORKING_DAYS), datetime(2026, 9, 29, 18)),
    (datetime(2026, 9, 29, 19), Period(0, Unit.WORKING_DAYS), datetime(2026, 9, 30, 18))])
def test_the_end_by_the_calendar_of_2026(arrived: datetime, period: Period, due: datetime) -> None:
    assert TERMS.end(TERMS.begins(arrived, CALENDAR), period, CALENDAR) == due


def test_what_came_in_the_evening_counts_at_once_where_the_table_says_so() -> None:
    at_once = replace(TERMS, from_opening=False)
    arrived = datetime(2026, 9, 30, 19)
    assert at_once.end(at_once.begins(arrived, CALENDAR), Period(5, Unit.WORKING_DAYS), CALENDAR) == datetime(
        2026, 10, 13, 18)
    assert at_once.end(arrived, Period(0, Unit.WORKING_DAYS), CALENDAR) == datetime(2026, 10, 8, 18)


def test_natural_days_end_on_a_day_off_where_the_table_says_so() -> None:
    stays = replace(TERMS, off_days=True)
    assert stays.end(datetime(2026, 9, 28, 10), Period(5, Unit.NATURAL_DAYS), CALENDAR) == datetime(
        2026, 10, 3, 18)


@given(moments, periods, terms)
def test_a_period_never_ends_before_the_order_came(arrived: datetime, period: Period, how: OrderTerms
                                                   ) -> None:
    assert how.end(how.begins(arrived, CALENDAR), period, CALENDAR) >= arrived


@given(moments, st.integers(0, 30), terms)
def test_working_days_never_end_on_a_day_off(arrived: datetime, count: int, how: OrderTerms) -> None:
    for unit in (Unit.WORKING_DAYS, Unit.WORKING_HOURS):
        assert CALENDAR.is_workday(how.end(how.begins(arrived, CALENDAR), Period(count, unit),
                                           CALENDAR).date())


@given(moments, moments, periods, terms)
def test_who_comes_later_never_ends_earlier(one: datetime, other: datetime, period: Period, how: OrderTerms
                                            ) -> None:
    first, last = (how.end(how.begins(at, CALENDAR), period, CALENDAR) for at in sorted((one, other)))
    assert first <= last


@given(moments, st.integers(0, 29), st.sampled_from(Unit), terms)
def test_more_time_never_ends_earlier(arrived: datetime, within: int, unit: Unit, how: OrderTerms) -> None:
    begins = how.begins(arrived, CALENDAR)
    less, more = (how.end(begins, Period(count, unit), CALENDAR) for count in (within, within + 1))
    assert less <= more


@given(moments, st.integers(1, 30))
def test_the_made_up_days_of_the_shipped_years_are_counted(arrived: datetime, count: int) -> None:
    """Counted a second way: the days after the first one, of which so many are worked."""
    begins = TERMS.begins(arrived, CALENDAR)
    due = TERMS.end(begins, Period(count, Unit.WORKING_DAYS), CALENDAR)
    assert CALENDAR.workdays_between(begins.date() + timedelta(days=1), due.date()) == count


@given(moments, st.builds(Period, st.integers(1, 30), st.sampled_from(Unit)))
def test_a_reminder_comes_before_the_end(due: datetime, before: Period) -> None:
    assert TERMS.before(due.replace(hour=18), before, CALENDAR) < due.replace(hour=18)


def test_terms_are_kept_with_the_order_and_read_again() -> None:
    whole = replace(TERMS, periods={OrderClockKind.SIGN_IN: Period(4, Unit.WORKING_HOURS, "local"),
                                    OrderClockKind.FINISH: Period(5, Unit.WORKING_DAYS, "某办法")},
                    from_opening=False, off_days=True, giving_back=Period(2, Unit.WORKING_DAYS, "x"),
                    extending=Extending(Period(10, Unit.WORKING_DAYS, "y"), 1, time(17), True),
                    warnings=(Forewarning(OrderClockKind.FINISH, Period(1, Unit.WORKING_DAYS)),))
    assert OrderTerms.read(whole.kept()) == whole
    assert OrderTerms.read(TERMS.kept()) == TERMS


@pytest.mark.parametrize("text", ["", "{}", "[1]", "no", '{"hours":["x"]}', '{"hours":[]}'])
def test_what_nobody_wrote_counts_for_nothing(text: str) -> None:
    assert OrderTerms.read(text) is None


@pytest.mark.parametrize("unit", Unit)
def test_what_has_no_end_ends_with_the_calendar(unit: Unit) -> None:
    """31 December 9999 is how senders write that there is none; the year 1 comes of empty cells."""
    period = Period(10, unit)
    assert TERMS.end(LAST, period, CALENDAR) == LAST
    assert TERMS.before(datetime(1, 1, 1, 9), period, CALENDAR) == FIRST
