"""Days and first shares of a package."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.calendar import add_months
from mediation_desk.domain.mediation.packages.shapes import Shape, firsts, payments, shapes, spread
from mediation_desk.domain.mediation.zone import BottomLine
from mediation_desk.domain.money import Money, total, yuan
from mediation_desk.domain.vocabulary import Side
from tests.domain.mediation.deals import CALENDAR, FIRST, STORY, WORKERS, limits_of, offer

DAYS = tuple(FIRST + timedelta(days=30 * at) for at in range(60))


def test_instalments_follow_monthly_on_working_days() -> None:
    """10 May 2025 is a Saturday; the Monday after it is the day."""
    found = spread(FIRST, add_months(FIRST, 5), 6, CALENDAR)
    assert found == (date(2024, 12, 10), date(2025, 1, 10), date(2025, 2, 10), date(2025, 3, 10),
                     date(2025, 4, 10), date(2025, 5, 12))


def test_the_last_day_gives_way_backwards_where_it_must_not_be_later() -> None:
    """11 January 2025 is a Saturday."""
    assert spread(FIRST, date(2025, 1, 11), 2, CALENDAR, date(2025, 1, 11)) == (FIRST, date(2025, 1, 10))
    assert spread(FIRST, date(2025, 1, 11), 2, CALENDAR) == (FIRST, date(2025, 1, 13))


def test_days_that_would_not_follow_one_another_make_no_schedule() -> None:
    assert spread(FIRST, FIRST, 2, CALENDAR) is None
    assert spread(FIRST, FIRST + timedelta(days=3), 6, CALENDAR) is None


parts = st.sampled_from([(1, 1), (1, 2), (2, 3), (1, 3), (1, 12)])


@given(st.integers(1, 60), st.integers(60, 10**9), parts, st.none() | st.integers(1, 10**6))
def test_the_instalments_add_up_to_the_fen(
        count: int, fen: int, part: tuple[int, int], fixed: int | None) -> None:
    shape = Shape(DAYS[:count], (1, 1) if count == 1 else part, fixed if count > 1 else None)
    assert total(shape.amounts(Money(fen))) == Money(fen)


@given(st.integers(2, 5), st.sampled_from([(1, 2), (2, 3), (1, 5)]), st.none() | st.integers(1, 60),
       st.integers(1, 80), st.integers(0, 80), st.integers(0, 60), st.none() | st.integers(0, 60))
def test_the_span_is_just_the_amounts_whose_first_share_keeps_to_its_limits(
        count: int, part: tuple[int, int], fixed: int | None, low: int, wide: int, first_low: int,
        first_high: int | None) -> None:
    """The slow way: look at every amount."""
    shape = Shape(DAYS[:count], part, fixed)
    fits = [amount for amount in range(low, low + wide + 1)
            if max(1, first_low) <= shape.first(amount) <= (amount if first_high is None else first_high)
            and amount - shape.first(amount) >= count - 1]
    found = shape.span(low, low + wide, first_low, first_high)
    assert (list(range(found[0], found[1] + 1)) if found else []) == fits


def test_the_plainest_shape_comes_first() -> None:
    first, *_ = shapes(limits_of(STORY), [2])
    assert first == Shape((FIRST, date(2025, 1, 10)), (1, 2))


def test_every_schedule_keeps_to_both_last_days() -> None:
    lines = [replace(STORY[0], most_instalments=6, last_on=date(2025, 3, 1)),
             replace(STORY[1], last_on=date(2025, 1, 15))]
    found = list(shapes(limits_of(lines), range(1, 7)))
    assert found and all(date(2025, 1, 15) <= one.days[-1] <= date(2025, 3, 1) for one in found)
    assert all(CALENDAR.is_workday(day) for one in found for day in one.days)


def test_a_first_share_that_one_worker_wants_is_among_the_shapes() -> None:
    """2,000.00 of 6,444.45 for worker 1 alone asks for 2,000 x 29,000 / 6,444.45 = 8,999.99… of all."""
    own = BottomLine(Side.APPLICANT, yuan("6444.45"), party_id=WORKERS[0], first_share=yuan("2000"))
    bounds = limits_of([*STORY, own])
    fixed = {one.fixed for one in shapes(bounds, [2])}
    assert {200_000, 900_000} <= fixed
    shares = bounds.shares(bounds.low)
    assert firsts(shares, [yuan("9000"), bounds.low - yuan("9000")])[0] == yuan("2000")
    assert firsts(shares, [yuan("8999"), bounds.low - yuan("8999")])[0] < yuan("2000")


@pytest.mark.parametrize(("made", "paid"), [
    (offer(Side.APPLICANT, "38700", 1), ["2024-12-10 38,700.00"]),
    (offer(Side.RESPONDENT, "100", 3, first="50"), ["2024-12-10 50.00", "2025-01-10 25.00",
                                                    "2025-02-10 25.00"]),
    (offer(Side.RESPONDENT, "100", 2, last=date(2024, 12, 20)), ["2024-12-10 50.00", "2024-12-20 50.00"]),
    (offer(Side.RESPONDENT, "100", 2, last=date(2024, 1, 1)), ["2024-12-10 50.00", "2025-01-10 50.00"]),
    (offer(Side.RESPONDENT, "100", 2, first="100"), ["2024-12-10 50.00", "2025-01-10 50.00"])])
def test_an_offer_is_laid_over_days_as_it_says(made, paid) -> None:  # type: ignore[no-untyped-def]
    assert [f"{day} {amount}" for day, amount in payments(made, FIRST, CALENDAR)] == paid
