"""What may be told: to whom, whether it is out, and until when it is taken back."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from mediation_desk.domain.mediation.offers import Offer
from mediation_desk.domain.mediation.told import (
    Released,
    ToldFact,
    check_taking_back,
    is_released,
    told_to,
    was_told,
)
from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import Side
from mediation_desk.domain.words import DeskError

NOW = datetime(2024, 11, 25, 2, tzinfo=UTC)
ONE, TWO, SEALED = UUID(int=1), UUID(int=2), UUID(int=3)


def fact(shown_at: datetime | None = None) -> ToldFact:
    return ToldFact(id=ONE, case_id=TWO, side=Side.APPLICANT, text="有一天请假", released_at=NOW,
                    released_by=TWO, sealed_id=SEALED, shown_at=shown_at)


def offer(**given: object) -> Offer:
    return Offer(id=TWO, case_id=TWO, round=1, side=Side.RESPONDENT, amount=yuan("30264"),
                 **given)  # type: ignore[arg-type]


def test_what_a_side_released_is_told_to_the_other_and_never_to_itself() -> None:
    rows = (fact(), offer(sealed_id=SEALED), offer())
    assert told_to(Side.RESPONDENT, rows) == rows[:1]
    assert told_to(Side.APPLICANT, rows) == rows[1:2]  # what was offered at the table everybody heard


@pytest.mark.parametrize(("row", "known"), [
    (fact(), False), (fact(NOW), True), (offer(), True), (offer(sealed_id=SEALED), False),
    (offer(sealed_id=SEALED, shown_at=NOW), True), (offer(sealed_id=SEALED, accepted_at=NOW), True)])
def test_it_is_out_once_it_was_shown_accepted_or_made_at_the_table(row: Released, known: bool) -> None:
    assert was_told(row) is known


def test_an_entry_is_released_while_a_row_tells_of_it() -> None:
    assert is_released(SEALED, [offer(sealed_id=SEALED)], [])
    assert is_released(SEALED, [], [fact()])
    assert not is_released(SEALED, [offer()], [])


@pytest.mark.parametrize(("row", "reason"), [
    (fact(NOW), "has shown it since 10:00"), (offer(), "made openly"),
    (offer(sealed_id=SEALED, accepted_at=NOW), "accepted this offer")])
def test_what_is_out_is_not_taken_back_and_the_reason_is_said(row: Released, reason: str) -> None:
    with pytest.raises(DeskError, match=reason):
        check_taking_back(row, "10:00")


def test_what_nobody_was_shown_is_taken_back() -> None:
    check_taking_back(fact(), "")
    check_taking_back(offer(sealed_id=SEALED), "")
