"""What was chosen for a referral, and whom that concerns."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

from mediation_desk.domain.people import Party
from mediation_desk.domain.referring.chosen import (
    claim_key,
    claims_of,
    claims_then,
    exhibits_of,
    joined,
    parties_of,
)
from mediation_desk.domain.vocabulary import Role
from tests.domain import cases
from tests.domain.referral.test_referrals import referral

DAY = date(2025, 1, 20)


def test_keys_stand_each_once_in_their_order() -> None:
    assert joined(["b", "a", "b"]) == "b a" and not joined([])
    assert exhibits_of(referral(exhibits=f"{UUID(int=5)} {UUID(int=6)}")) == {UUID(int=5), UUID(int=6)}


def test_a_part_takes_its_claims_along_and_the_whole_matter_all_of_them() -> None:
    case = cases.received()
    key = claim_key(case.claims[0])
    assert key == f"{cases.WORKER}/unpaid_wages"
    assert claims_of(case, referral(claims=key)) == case.claims
    assert not claims_of(case, referral()) and claims_of(case, referral(whole=True)) == case.claims


def test_it_concerns_the_workers_of_its_claims_whoever_acts_for_them_and_the_other_side() -> None:
    case = cases.received()
    other = Party(id=UUID(int=90), case_id=cases.CASE, position=3, role=Role.APPLICANT, name="路知夏")
    theirs = replace(other, id=UUID(int=91), role=Role.AGENT, name="别的代理", acts_for=other.id)
    case.parties_all += [other, theirs]
    part = referral(claims=claim_key(case.claims[0]))
    assert [one.name for one in parties_of(case, part)] == ["温若晴", "某公司", "郑代理"]
    assert parties_of(case, referral()) == parties_of(case, referral(whole=True)) == case.parties


def test_a_claim_that_was_taken_out_lets_nobody_else_in_and_is_told_of_what_went_out() -> None:
    case = cases.received()
    case.parties_all.append(Party(id=UUID(int=90), case_id=cases.CASE, position=3, role=Role.APPLICANT,
                                  name="路知夏"))
    (claim,), key = case.claims, claim_key(case.claims[0])
    draft, out = referral(claims=key, handed_on=None), referral(claims=key, handed_on=DAY)
    claim.removed_at = datetime(2025, 2, 1, tzinfo=UTC)
    assert [one.name for one in parties_of(case, draft)] == ["某公司"] and not claims_then(case, draft)
    assert [one.name for one in parties_of(case, out)] == ["温若晴", "某公司", "郑代理"]
    assert claims_then(case, out) == [claim] and not claims_of(case, out)
    case.claims_all.append(replace(claim, id=UUID(int=99), removed_at=None))
    assert [one.id for one in claims_then(case, out)] == [UUID(int=99)]
    assert not claims_then(case, referral(claims=key, handed_on=date(2025, 2, 2)))[1:]


def test_a_key_that_somebody_wrote_into_the_store_is_none() -> None:
    assert exhibits_of(referral(exhibits=f"xx {UUID(int=5)} -")) == {UUID(int=5)}
