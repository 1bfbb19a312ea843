"""What was chosen for a referral, and whom that concerns."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from mediation_desk.domain.people import Party
from mediation_desk.domain.referring.chosen import claim_key, claims_of, exhibits_of, joined, parties_of
from mediation_desk.domain.vocabulary import Role
from tests.domain import cases
from tests.domain.referral.test_referrals import referral


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
