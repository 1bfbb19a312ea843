"""Working hours: they stand still at noon, overnight and on days off, and go on where they stopped."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.office_hours import OfficeHours
from mediation_desk.library.law import shipped_calendar

HOURS = OfficeHours(((time(9), time(12)), (time(14), time(18))))
CALENDAR = shipped_calendar()
moments = st.datetimes(datetime(2024, 1, 1), datetime(2026, 12, 1)).map(lambda one: one.replace(second=0,
                                                                                             microsecond=0))


@pytest.mark.parametrize(("moment", "counted"), [
    (datetime(2026, 9, 30, 10, 15), datetime(2026, 9, 30, 10, 15)),  # a working morning
    (datetime(2026, 9, 30, 8), datetime(2026, 9, 30, 9)),            # before the office opens
    (datetime(2026, 9, 30, 12), datetime(2026, 9, 30, 14)),          # noon
    (datetime(2026, 9, 30, 18), datetime(2026, 10, 8, 9)),           # National Day lies between
    (datetime(2026, 10, 10, 8), datetime(2026, 10, 10, 9))])         # a Saturday on which work is made up
def test_a_moment_counts_where_the_office_works_next(moment: datetime, counted: datetime) -> None:
    assert HOURS.counted(moment, CALENDAR) == counted


def test_four_working_hours_from_the_last_afternoon_before_national_day_end_after_it() -> None:
    """30 September 2026, 16:00: two hours until 18:00, the others on 8 October from 9:00 to 11:00."""
    assert HOURS.after(datetime(2026, 9, 30, 16), timedelta(hours=4), CALENDAR) == datetime(2026, 10, 8, 11)


def test_working_hours_over_noon_end_in_the_afternoon() -> None:
    assert HOURS.after(datetime(2026, 11, 25, 11), timedelta(hours=2), CALENDAR) == datetime(2026, 11, 25, 15)


@given(moments, st.integers(0, 200).map(lambda quarter: timedelta(minutes=15 * quarter)))
def test_so_much_working_time_lies_between_a_moment_and_its_end(moment: datetime, worked: timedelta) -> None:
    end = HOURS.after(moment, worked, CALENDAR)
    assert end >= moment and HOURS.between(moment, end, CALENDAR) == worked
    assert CALENDAR.is_workday(end.date())
    assert any(begins <= end.time() <= ends for begins, ends in HOURS.spans)


@given(moments, moments)
def test_no_working_time_lies_before_a_moment(one: datetime, other: datetime) -> None:
    first, last = min(one, other), max(one, other)
    assert HOURS.between(last, first, CALENDAR) == timedelta(0)
    assert timedelta(0) <= HOURS.between(first, last, CALENDAR) <= last - first
