"""The amount that balances both gains, found at once and by looking at every fen."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.mediation.packages.balance import (
    Line,
    Weighed,
    least_worth,
    most_cost,
    possible,
    priced,
    weighed,
    worth_line,
)
from mediation_desk.domain.mediation.packages.shapes import Shape
from mediation_desk.domain.mediation.worth import Factors
from mediation_desk.domain.money import Money
from tests.domain.mediation.deals import FIRST, TODAY

SHAPE = Shape((FIRST, FIRST + timedelta(days=30)), (1, 2))
whole = st.fractions(-2000, 2000, max_denominator=50)
slopes = st.fractions(Fraction(1, 3), 1, max_denominator=50)


@given(whole, slopes, whole, slopes, st.integers(1, 300), st.integers(0, 300))
def test_both_best_amounts_are_those_of_a_search_through_every_fen(
        ours: Fraction, up: Fraction, theirs: Fraction, down: Fraction, low: int, wide: int) -> None:
    one = Weighed(SHAPE, low, low + wide, Line(ours, up), Line(theirs, -down))
    every = range(low, low + wide + 1)
    assert one.least(one.best_least()) == max(map(one.least, every))
    if any(min(one.gains(amount)) >= 0 for amount in every):
        assert one.nash(one.best_nash()) == max(map(one.nash, every))


@given(st.integers(100, 10**6), st.sampled_from([(1, 2), (2, 3)]), st.none() | st.integers(1, 99),
       st.decimals(0, 20, places=2))
def test_the_line_is_the_worth_of_the_instalments_but_for_their_rounding(
        fen: int, part: tuple[int, int], fixed: int | None, rate: Decimal) -> None:
    days = tuple(FIRST + timedelta(days=31 * at) for at in range(4))
    shape, factors = Shape(days, part, fixed), Factors(TODAY, rate)
    paid = list(zip(days, shape.amounts(Money(fen)), strict=True))
    exact = sum((factors.at(day) * amount.fen for day, amount in paid), Fraction(0))
    assert abs(worth_line(shape, factors).of(fen) - exact) < 2


def test_what_suits_a_side_worst_is_where_its_line_counts_from() -> None:
    late = Shape((FIRST + timedelta(days=300),))
    soon = Shape((FIRST,))
    found = priced(possible([soon, late], 1, 10, 0, None), Factors(TODAY, Decimal(2)),
                   Factors(TODAY, Decimal(1)))
    assert least_worth(found, 10) == found[1].ours.of(10) and most_cost(found, 10) == found[0].theirs.of(10)
    made = weighed(found, least_worth(found, 10), most_cost(found, 10))
    assert all(min(one.gains(10)) >= 0 for one in made)
