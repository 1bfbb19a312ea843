"""What becomes of a claim, as a person set it."""

from __future__ import annotations

from uuid import UUID

from mediation_desk.domain.money import yuan
from mediation_desk.domain.settlement.claim_terms import Handled, Handling
from mediation_desk.domain.vocabulary import ClaimHandling

FIRST, SECOND = UUID(int=1), UUID(int=2)
PAID = Handling(FIRST, "unpaid_wages", ClaimHandling.PAID, yuan("1"))
WAIVED = Handling(SECOND, "double_wage", ClaimHandling.WAIVED)


def test_what_is_said_of_a_worker_is_found_by_the_worker() -> None:
    said = Handled((PAID, WAIVED))
    assert said.by_worker() == {FIRST: [PAID], SECOND: [WAIVED]}


def test_a_claim_is_known_by_its_worker_and_its_name_and_whether_it_is_paid() -> None:
    assert PAID.place == (FIRST, "unpaid_wages") and PAID.is_paid and not WAIVED.is_paid
