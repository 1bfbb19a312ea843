"""A sum shared among the workers, exact in every way of sharing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.mediation.shares import Sharing, above_floors, by_weight, shared
from mediation_desk.domain.money import Money, total, yuan
from mediation_desk.domain.words import DeskError
from tests.domain.mediation.deals import CLAIMS

WHOLE = yuan("30264")
SURE = [yuan("3000")] * 5


def said(parts: list[Money]) -> list[str]:
    return [str(one) for one in parts]


def test_the_storys_sum_by_claim() -> None:
    assert said(shared(WHOLE, Sharing.BY_CLAIM, CLAIMS)) == [
        "6,725.34", "6,725.33", "6,725.33", "6,725.33", "3,362.67"]


def test_everybody_gives_up_the_same() -> None:
    """38,700.00 less 30,264.00 is 8,436.00, a fifth of it 1,687.20."""
    assert said(shared(WHOLE, Sharing.EQUAL_REDUCTION, CLAIMS)) == [
        "6,912.80", "6,912.80", "6,912.80", "6,912.80", "2,612.80"]


def test_nobody_gives_up_more_than_they_claim() -> None:
    """Of 38,700.00 only 10,000.00 come in: an equal part of 28,700.00 is 5,740.00, more than the fifth's
    4,300.00; the four others bear 6,100.00 each."""
    assert said(shared(yuan("10000"), Sharing.EQUAL_REDUCTION, CLAIMS)) == [
        "2,500.00", "2,500.00", "2,500.00", "2,500.00", "0.00"]


def test_what_is_undisputed_comes_first() -> None:
    """15,000.00 are sure; 15,264.00 are shared by what is still open, 5,600 four times and 1,300."""
    parts = shared(WHOLE, Sharing.UNDISPUTED_FIRST, CLAIMS, SURE)
    assert total(parts) == WHOLE and all(part >= sure for part, sure in zip(parts, SURE, strict=True))
    assert said(parts)[4] == "3,837.27"  # 3,000.00 and 15,264.00 x 1,300 / 23,700 = 837.265…
    assert said(shared(yuan("1000"), Sharing.UNDISPUTED_FIRST, CLAIMS, SURE)) == ["200.00"] * 5


def test_by_hand_has_to_add_up() -> None:
    typed = [yuan("6000")] * 5
    assert shared(yuan("30000"), Sharing.BY_HAND, CLAIMS, by_hand=typed) == typed
    with pytest.raises(DeskError, match=r"add up to 30,000\.00, not to 30,264\.00"):
        shared(WHOLE, Sharing.BY_HAND, CLAIMS, by_hand=typed)
    with pytest.raises(DeskError, match="below zero"):
        shared(WHOLE, Sharing.BY_HAND, CLAIMS, by_hand=[WHOLE + yuan("1"), yuan("-1")])


def test_where_nobody_claims_a_sum_everybody_gets_the_same() -> None:
    assert by_weight(Money(7), [0, 0, 0]) == [Money(3), Money(2), Money(2)]
    assert by_weight(Money(7), []) == []


fens = st.integers(0, 10**9)


@given(fens, st.lists(fens, min_size=1, max_size=50), st.sampled_from(list(Sharing)[:3]))
def test_every_way_adds_up_and_gives_nobody_less_than_nothing(
        whole: int, claims: list[int], way: Sharing) -> None:
    sure = [Money(claim // 3) for claim in claims]
    parts = shared(Money(whole), way, [Money(claim) for claim in claims], sure)
    assert total(parts) == Money(whole) and all(part.fen >= 0 for part in parts)


@given(st.lists(st.tuples(fens, fens), min_size=1, max_size=50), fens)
def test_above_floors_everybody_has_their_floor_and_all_of_it_is_shared(
        pairs: list[tuple[int, int]], more: int) -> None:
    floors, claims = [Money(floor) for floor, _ in pairs], [Money(claim) for _, claim in pairs]
    whole = total(floors) + Money(more)
    parts = above_floors(whole, claims, floors)
    assert total(parts) == whole
    assert all(part >= floor for part, floor in zip(parts, floors, strict=True))


def test_floors_that_come_to_more_than_there_is_are_a_fault_of_the_caller() -> None:
    with pytest.raises(ValueError, match="more than there is"):
        above_floors(Money(1), [Money(1)], [Money(2)])
