"""Money is whole fen; what is split adds up."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.money import LIMIT_FEN, Money, total, yuan
from mediation_desk.domain.words import DeskError

fen = st.integers(-10**12, 10**12)


@pytest.mark.parametrize(("typed", "meant"), [
    ("4300", 430000), ("4,300.00", 430000), ("￥4300.5", 430050), ("４３００．０５元", 430005), (" 0.1 ", 10),
    ("-12.34", -1234), ("1，234，567.89", 123456789), ("+8", 800)])
def test_amounts_are_read_as_people_type_them(typed: str, meant: int) -> None:
    assert Money.typed(typed) == Money(meant)


@pytest.mark.parametrize("typed", ["", "abc", "1.234", "12,34", "1,2345.00", "4300.0.0", "1e3", "--5", "٣"])
def test_what_is_no_amount_is_refused_beside_its_field(typed: str) -> None:
    with pytest.raises(DeskError) as refused:
        Money.typed(typed, field="total")
    assert refused.value.field == "total"


def test_an_amount_beyond_any_case_is_refused() -> None:
    with pytest.raises(DeskError):
        Money.typed(str(LIMIT_FEN))


def test_a_float_is_never_money() -> None:
    with pytest.raises(TypeError):
        Money(1.0)  # type: ignore[arg-type]


@given(fen)
def test_what_is_shown_reads_back(amount: int) -> None:
    assert Money.typed(str(Money(amount))) == Money(amount)
    assert yuan(Money(amount).plain()) == Money(amount)


@given(fen, st.lists(st.integers(0, 10**9), min_size=1, max_size=60).filter(any))
def test_parts_add_up_exactly_and_are_fair_to_the_fen(amount: int, weights: list[int]) -> None:
    parts = Money(amount).split(weights)
    assert total(parts) == Money(amount)
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part.fen - Fraction(amount * weight, sum(weights))) < 1


@given(st.integers(0, 10**12), st.lists(st.integers(1, 10**6), min_size=2, max_size=20))
def test_a_larger_weight_never_gets_less(amount: int, weights: list[int]) -> None:
    pairs = sorted(zip(sorted(weights), Money(amount).split(sorted(weights)), strict=True))
    assert all(low <= high or a == b for (a, low), (b, high) in pairwise(pairs))


@pytest.mark.parametrize(("exact", "rounded"), [
    (Fraction(1, 2), 1), (Fraction(-1, 2), -1), (Fraction(149, 100), 1), (Fraction(5, 2), 3), (0, 0)])
def test_rounding_is_half_up_and_once(exact: Fraction | int, rounded: int) -> None:
    assert Money.rounded(exact) == Money(rounded)
