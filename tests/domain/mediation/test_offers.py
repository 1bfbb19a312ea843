"""Rounds of offers."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.mediation.offers import Offer, check_offer, next_round
from mediation_desk.domain.money import Money, yuan
from mediation_desk.domain.vocabulary import Side
from mediation_desk.domain.words import DeskError


def offer(at: int, round_: int, side: Side) -> Offer:
    return Offer(id=UUID(int=at), case_id=UUID(int=1), round=round_, side=side, amount=yuan("21500.00"))


def test_each_side_counts_its_own_rounds() -> None:
    """The company answers twice while the workers have spoken once."""
    offers = [offer(1, 1, Side.APPLICANT), offer(2, 1, Side.RESPONDENT), offer(3, 2, Side.RESPONDENT)]
    assert next_round(offers, Side.APPLICANT) == 2
    assert next_round(offers, Side.RESPONDENT) == 3


def test_the_first_offer_of_a_side_is_of_the_first_round() -> None:
    assert next_round([], Side.APPLICANT) == 1
    assert next_round([offer(1, 4, Side.RESPONDENT)], Side.APPLICANT) == 1


def test_a_round_taken_out_of_the_middle_is_not_given_twice() -> None:
    assert next_round([offer(1, 1, Side.APPLICANT), offer(3, 3, Side.APPLICANT)], Side.APPLICANT) == 4


@given(st.integers(1, 10**9), st.integers(1, 60), st.integers(1, 10**9))
def test_an_offer_is_taken_just_when_its_first_share_leaves_the_rest_for_later_instalments(
        fen: int, instalments: int, first: int) -> None:
    goes = first == fen if instalments == 1 else first < fen
    if goes:
        check_offer(Money(fen), Money(first), instalments)
    else:
        with pytest.raises(DeskError) as refused:
            check_offer(Money(fen), Money(first), instalments)
        assert refused.value.field == "first_share"


def test_nothing_is_offered_for_nothing() -> None:
    for fen in (0, -1):
        with pytest.raises(DeskError, match="above zero"):
            check_offer(Money(fen), None, 1)
    with pytest.raises(DeskError, match="at least one instalment"):
        check_offer(yuan("1"), None, 0)
