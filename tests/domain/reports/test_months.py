"""Months in a row: which ones a period shows, and that what comes and goes gives what stands open."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.reports.months import before, by_month, months_of
from mediation_desk.domain.reports.period import Period

DAYS = st.dates(date(2001, 1, 1), date(2030, 12, 31))


def test_a_month_shows_the_year_up_to_it() -> None:
    months = months_of(Period.months(2024, 11))
    assert [one.since for one in (months[0], months[-1])] == [date(2023, 12, 1), date(2024, 11, 1)]
    assert len(months) == 12 and before(months) == date(2023, 11, 30)


def test_a_quarter_shows_its_own_three_months() -> None:
    own = tuple(Period.months(2024, month) for month in (10, 11, 12))
    assert months_of(Period.months(2024, 10, 3)) == own


def test_a_period_in_the_middle_of_two_months_shows_its_own_days_alone() -> None:
    told = months_of(Period(date(2024, 10, 20), date(2024, 11, 3)))
    assert told == (Period(date(2024, 10, 20), date(2024, 10, 31)),
                    Period(date(2024, 11, 1), date(2024, 11, 3)))


def test_ten_years_show_their_last_twelve_months() -> None:
    assert months_of(Period.months(2015, 1, 120))[0].since == date(2024, 1, 1)


def test_what_stood_open_and_came_and_was_closed_gives_what_stands_open() -> None:
    months = months_of(Period.months(2024, 10, 2))
    told = by_month(months, 5, {date(2024, 10, 1): 3, date(2024, 11, 30): 1}, {date(2024, 10, 31): 4})
    assert [(one.received, one.closed, one.stock) for one in told] == [(3, 4, 4), (1, 0, 5)]


@given(DAYS, st.integers(0, 1200), st.lists(DAYS), st.lists(DAYS), st.integers(0, 50))
def test_the_last_stock_is_the_first_and_all_that_came_less_all_that_went(
        since: date, length: int, came: list[date], went: list[date], start: int) -> None:
    months = months_of(Period(since, since + timedelta(days=length)))
    received, closed = ({day: days.count(day) for day in days} for days in (came, went))
    told = by_month(months, start, received, closed)
    within = Period(months[0].since, months[-1].until)
    balance = sum(within.since <= day <= within.until for day in came) - sum(
        within.since <= day <= within.until for day in went)
    assert told[-1].stock == start + balance
    assert all((later.since - sooner.until).days == 1
               for sooner, later in pairwise(months))
