"""What an order's return visits come to: the last that reached somebody, and the mark by weights."""

from __future__ import annotations

from datetime import date, datetime
from fractions import Fraction
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.closing import ReturnVisit
from mediation_desk.domain.intake.order.rates import Rates, mark, rates_of, weighted
from mediation_desk.domain.intake.order.tables import Weights
from mediation_desk.domain.intake.orders import WorkOrder
from mediation_desk.domain.vocabulary import Satisfaction, Source

WEIGHTS = Weights(30, 35, 35, "某县")
ORDER = WorkOrder(id=UUID(int=2), case_id=UUID(int=1), source=Source.HOTLINE, arrived_at=datetime(2026, 1, 1))
answers = st.sampled_from([True, False, None])


def visit(day: int, **told: object) -> ReturnVisit:
    return ReturnVisit(**({"id": UUID(int=day), "case_id": ORDER.case_id, "visited_on": date(2026, 1, day),
                           "order_id": ORDER.id} | told))  # type: ignore[arg-type]


def test_the_last_visit_that_reached_somebody_counts() -> None:
    visits = [visit(9, connected=False, contacted=True, satisfaction=Satisfaction.DISSATISFIED),
              visit(3, contacted=True, solved=False), visit(2, contacted=False),
              visit(8, order_id=UUID(int=7))]
    assert rates_of(ORDER, visits) == Rates(True, False, True, visits=3, reached=2)
    assert rates_of(ORDER, visits[:1]) == Rates(visits=1)


@pytest.mark.parametrize(("rates", "made"), [
    (Rates(True, True, True), 100_00), (Rates(True, False, True), 65_00), (Rates(False, False, False), 0),
    (Rates(None, True, False), 50_00), (Rates(), None)])
def test_a_mark_weighs_what_was_asked(rates: Rates, made: int | None) -> None:
    """30 + 35 of 100; of two that weigh 35 each one, the half."""
    assert mark(rates, WEIGHTS) == made


shares = st.integers(1, 50).flatmap(lambda asked: st.tuples(st.integers(0, asked), st.just(asked)))


@given(st.tuples(shares, shares, shares))
def test_many_orders_are_weighed_rate_by_rate(
        told: tuple[tuple[int, int], tuple[int, int], tuple[int, int]]) -> None:
    """The same in fractions, rounded half up."""
    weighed = zip((30, 35, 35), told, strict=True)
    exact = sum(weight * Fraction(yes, asked) for weight, (yes, asked) in weighed)
    assert weighted(told, WEIGHTS) == int(exact * 100 + Fraction(1, 2))


def test_nothing_is_weighed_while_one_rate_was_never_asked() -> None:
    assert weighted(((1, 1), (0, 0), (1, 1)), WEIGHTS) is None
