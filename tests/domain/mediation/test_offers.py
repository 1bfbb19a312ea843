"""Rounds of offers."""

from uuid import UUID

import pytest

from mediation_desk.domain.mediation.offers import Offer, check_first_share, next_round
from mediation_desk.domain.money import yuan
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


@pytest.mark.parametrize(("amount", "count", "first", "said"), [
    ("100", 2, "0", "above zero"), ("100", 1, "50", "all at once"), ("100", 2, "100", "leave something")])
def test_a_first_share_that_cannot_be_is_refused_beside_its_field(
        amount: str, count: int, first: str, said: str) -> None:
    with pytest.raises(DeskError, match=said) as refused:
        check_first_share(yuan(amount), count, yuan(first))
    assert refused.value.field == "first_share"


def test_a_first_share_that_can_be_is_taken() -> None:
    for amount, count, first in (("100", 2, "99.99"), ("100", 1, "100")):
        check_first_share(yuan(amount), count, yuan(first))
    check_first_share(yuan("100"), 2, None)
