"""What becomes of the claims is looked through before signing: sums, days, and the preamble."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mediation_desk.domain.agreeing.checking.ground import Ground
from mediation_desk.domain.money import yuan
from mediation_desk.domain.people import Claim
from mediation_desk.domain.settlement.claim_terms import Handled, Handling
from mediation_desk.domain.vocabulary import ClaimHandling, InKind
from tests.domain.agreeing.grounds import CASE, FIRST, SIGNED, agreement, case, findings, found, ground

WAGES, DOUBLE = "unpaid_wages", "double_wage"
PAID = Handling(FIRST, WAGES, ClaimHandling.PAID, yuan("4500"))
DONE = Handling(FIRST, DOUBLE, ClaimHandling.REPLACED, None, InKind.APOLOGY, date(2024, 12, 20))


def said_of(*claims: Handling) -> Ground:
    """The first worker claims a double wage besides; of 9,000.00 each gets 4,500.00."""
    whose = case()
    whose.claims_all.append(Claim(id=FIRST, case_id=CASE, worker_id=FIRST, claim=DOUBLE, asked=yuan("4000")))
    agreement(whose, handled=Handled(claims))
    return ground(whose)


def test_what_was_said_as_it_should_be_passes() -> None:
    assert set(found(said_of(PAID, DONE))) == {"given_up"}  # 9,000.00 of 14,000.00


def test_what_is_paid_against_the_share_stops_the_signing() -> None:
    (wrong,) = findings(said_of(replace(PAID, amount=yuan("4400")), DONE), "claim_sums")
    assert wrong.stops and wrong.field == "claim_terms" and "4,400.00" in str(wrong.sentence)


@pytest.mark.parametrize(("by", "said"), [
    (None, "by which day"), (SIGNED.replace(day=2), "before the signing"), (SIGNED, "")])
def test_what_is_done_instead_is_done_by_a_day_after_the_signing(by: date | None, said: str) -> None:
    missing = findings(said_of(PAID, replace(DONE, by=by)), "done_by_a_day")
    assert [said in str(one.sentence) and one.stops for one in missing] == [True] * bool(said)


def test_a_claim_of_the_preamble_of_which_the_body_says_nothing_is_looked_at() -> None:
    (silent,) = findings(said_of(PAID), "silent_claims")
    assert not silent.stops and "温若晴" in str(silent.sentence)
    assert findings(said_of(), "silent_claims") == []


def test_more_for_a_claim_than_was_asked_is_looked_at() -> None:
    """5,000.00 were asked for as wages, 4,000.00 as a double wage."""
    double = Handling(FIRST, DOUBLE, ClaimHandling.PAID, yuan("4000.01"))
    assert len(findings(said_of(replace(PAID, amount=yuan("499.99")), double), "beyond_a_claim")) == 1
    assert findings(said_of(replace(PAID, amount=yuan("500")), replace(double, amount=yuan("4000"))),
                    "beyond_a_claim") == []
