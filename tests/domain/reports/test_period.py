"""Periods of a report: whole months stay whole, and what they are compared with."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.reports.period import Narrow, Period, moved
from mediation_desk.domain.vocabulary import Source
from mediation_desk.domain.words import DeskError

DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))


def test_a_month_a_quarter_a_year_and_a_week() -> None:
    assert Period.months(2024, 2) == Period(date(2024, 2, 1), date(2024, 2, 29))
    assert Period.months(2024, 10, 3) == Period(date(2024, 10, 1), date(2024, 12, 31))
    assert Period.months(2025, 1, 12) == Period(date(2025, 1, 1), date(2025, 12, 31))
    assert Period.week_of(date(2025, 1, 22)) == Period(date(2025, 1, 20), date(2025, 1, 26))
    assert Period.of_day(date(2025, 1, 22)).days == 1


@pytest.mark.parametrize(("now", "before", "year_before"), [
    (Period.months(2024, 3), Period.months(2024, 2), Period.months(2023, 3)),
    (Period.months(2024, 1, 3), Period.months(2023, 10, 3), Period.months(2023, 1, 3)),
    (Period.months(2024, 1, 12), Period.months(2023, 1, 12), Period.months(2023, 1, 12)),
    (Period.months(2024, 2), Period.months(2024, 1), Period.months(2023, 2)),
    (Period(date(2024, 3, 4), date(2024, 3, 10)), Period(date(2024, 2, 26), date(2024, 3, 3)),
     Period(date(2023, 3, 4), date(2023, 3, 10))),
    (Period(date(2024, 2, 29), date(2024, 2, 29)), Period(date(2024, 2, 28), date(2024, 2, 28)),
     Period(date(2023, 2, 28), date(2023, 2, 28)))])
def test_what_a_period_is_compared_with(now: Period, before: Period, year_before: Period) -> None:
    assert (now.before(), now.year_before()) == (before, year_before)


@given(since=DAYS, days=st.integers(0, 800))
def test_the_period_before_ends_the_day_before_and_the_year_before_is_a_year_away(since: date, days: int
                                                                                  ) -> None:
    period = Period(since, since + timedelta(days=days))
    before = period.before()
    assert before.until == period.since - timedelta(days=1)
    if period.whole_months:
        assert before.whole_months == period.whole_months
    else:
        assert before.days == period.days
    ago = period.year_before()
    assert 365 <= (period.since - ago.since).days <= 366
    assert ago.whole_months == period.whole_months or not period.whole_months


@given(day=DAYS, months=st.integers(-400, 400))
def test_months_on_and_back_again_never_leave_the_month(day: date, months: int) -> None:
    there = moved(day, months)
    assert there.year * 12 + there.month == day.year * 12 + day.month + months
    assert there.day == day.day or (there + timedelta(days=1)).day == 1


def test_a_period_that_ends_before_it_begins_is_refused_beside_its_field() -> None:
    with pytest.raises(DeskError) as refused:
        Period(date(2024, 3, 2), date(2024, 3, 1))
    assert refused.value.field == "until"
    with pytest.raises(DeskError) as refused:
        Period(date(1024, 3, 2), date(2024, 3, 1))
    assert refused.value.field == "since"


def test_nothing_chosen_does_not_narrow() -> None:
    assert Narrow().is_wide
    assert not Narrow(sources=(Source.HOTLINE,)).is_wide
