"""Full months, service, limitation and paid days at the edges of the calendar."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from mediation_desk.domain.calculators.periods import (
    Span,
    after_months,
    calendar_months,
    earliest_in_time,
    months_and_rests,
    months_from_first_day,
    paid_days,
    service_months,
)
from mediation_desk.library.law import shipped_calendar

CALENDAR = shipped_calendar()
DAY = timedelta(days=1)
days = some.dates(min_value=date(2008, 1, 1), max_value=date(2040, 12, 31))


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(("start", "months", "after"), [
    ("2025-03-01", 1, "2025-04-01"),
    ("2025-03-15", 1, "2025-04-15"),
    ("2025-01-31", 1, "2025-03-01"),  # one month is full on the last of February
    ("2024-01-30", 1, "2024-03-01"),  # 29 February is the last day, leap year
    ("2024-01-29", 1, "2024-02-29"),
    ("2024-08-31", 6, "2025-03-01"),
    ("2024-02-29", 12, "2025-03-01"),
    ("2024-02-29", 48, "2028-02-29"),
    ("2024-12-31", 1, "2025-01-31"),
    ("2025-03-31", -12, "2024-03-31"),
])
def test_a_month_is_full_on_the_day_before_or_the_months_last(start: str, months: int, after: str) -> None:
    assert after_months(day(start), months) == day(after)


@pytest.mark.parametrize(("first", "last", "months"), [
    ("2024-01-01", "2024-12-31", "1"),  # one full year, nothing over
    ("2024-01-01", "2024-12-30", "1"),  # 11 months and 30 days: six or more count as a year
    ("2024-01-01", "2025-01-01", "1.5"),  # one day over a year
    ("2024-01-01", "2024-06-30", "1"),  # exactly six months
    ("2024-01-01", "2024-06-29", "0.5"),  # a day short of six months
    ("2024-01-01", "2024-01-01", "0.5"),  # a single day
    ("2024-08-31", "2025-02-28", "1"),  # six months end with February
    ("2024-08-31", "2025-02-27", "0.5"),
    ("2023-08-31", "2024-02-28", "0.5"),  # leap year: the 29th is missing
    ("2023-08-31", "2024-02-29", "1"),
    ("2020-02-29", "2021-02-28", "1"),  # a leap day's year ends with February
    ("2020-02-29", "2021-03-01", "1.5"),
    ("2020-02-29", "2024-02-28", "4"),
    ("2010-03-15", "2026-03-14", "16"),
    ("2024-06-02", "2024-06-01", "0"),
])
def test_service_counts_years_and_the_half_year_rule(first: str, last: str, months: str) -> None:
    assert service_months(day(first), day(last)) == Fraction(months)


@given(days, days)
def test_a_longer_service_never_counts_less(first: date, last: date) -> None:
    assert service_months(first, last) <= service_months(first, last + DAY)
    assert service_months(first, last) <= service_months(first - DAY, last)


@pytest.mark.parametrize(("claimed", "earliest"), [
    ("2025-06-13", "2024-06-13"),  # due on 13 June, the year ends on Friday 13 June
    ("2025-06-16", "2024-06-14"),  # a Monday: what ended on the 14th or 15th is still in time
    ("2025-02-28", "2024-02-28"),
    ("2025-03-03", "2024-03-01"),  # due on 29 February lapsed on Friday 28 February
    ("2024-02-29", "2023-03-01"),  # due on 28 February 2023 lapsed on 28 February 2024
    ("2026-01-04", "2025-01-01"),  # New Year to the 3rd was off
])
def test_a_year_of_limitation_ends_on_the_same_day_or_the_next_working_day(claimed: str,
                                                                           earliest: str) -> None:
    assert earliest_in_time(day(claimed), CALENDAR) == day(earliest)


@given(some.dates(min_value=date(2024, 3, 1), max_value=date(2027, 12, 31)))
def test_the_earliest_day_in_time_is_the_first_whose_year_has_not_ended(claimed: date) -> None:
    earliest = earliest_in_time(claimed, CALENDAR)
    assert CALENDAR.period_end(earliest, months=12) >= claimed
    assert CALENDAR.period_end(earliest - DAY, months=12) < claimed


@given(days, some.integers(min_value=0, max_value=1200))
def test_months_from_the_first_day_hold_every_day_once_and_only_the_last_is_a_part(
        first: date, length: int) -> None:
    span = Span(first, first + DAY * length)
    months = months_from_first_day(span)
    assert sum(month.span.days for month in months) == span.days
    assert all(month.whole and 28 <= month.span.days <= 31 for month in months[:-1])
    assert months[-1].whole == (after_months(first, len(months)) == span.last + DAY)


@given(days, some.integers(min_value=0, max_value=1200))
def test_paid_days_are_the_weekdays_one_by_one(first: date, length: int) -> None:
    each = [first + DAY * n for n in range(length + 1)]
    assert paid_days(Span(first, each[-1])) == sum(one.weekday() < 5 for one in each)


@given(days, some.integers(min_value=0, max_value=1200))
def test_months_and_rests_hold_every_day_once(first: date, length: int) -> None:
    span = Span(first, first + DAY * length)
    months, rests = months_and_rests(span)
    pieces = list(calendar_months(span))
    assert sum(piece.days for piece in pieces) == span.days
    assert months == sum(piece.whole_month for piece in pieces)
    assert rests == [piece for piece in pieces if not piece.whole_month]
