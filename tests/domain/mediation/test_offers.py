"""Rounds of offers."""

from uuid import UUID

from mediation_desk.domain.mediation.offers import Offer, next_round
from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import Side


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
