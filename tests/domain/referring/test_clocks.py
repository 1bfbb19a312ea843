"""What a referral does to clocks: it lets the limitation of its own claims run anew, and stops nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mediation_desk.domain.case import Case
from mediation_desk.domain.limitation import InterruptionKind
from mediation_desk.domain.referral.offices import OfficeKind
from mediation_desk.domain.referral.referrals import Referral
from mediation_desk.domain.referring.chosen import claim_key
from mediation_desk.domain.referring.clocks import COMPETENT, counts, effects, interruptions
from mediation_desk.domain.vocabulary import Source
from tests.domain import cases
from tests.domain.referral.test_referrals import MONDAY, TODAY, referral


def with_one(case: Case, **said: object) -> Referral:
    """A case of which its only claim was referred to the inspection office on Monday."""
    made = referral(**({"office_kind": OfficeKind.INSPECTION, "claims": claim_key(case.claims[0])} | said))
    case.referrals_all = [made]
    return made


def said(case: Case, one: Referral) -> list[str]:
    """The effects in words."""
    return [str(effect.words) for effect in effects(case, one, TODAY)]


def test_the_claims_that_were_referred_run_anew_from_the_hand_off() -> None:
    case = cases.accepted()
    one = with_one(case)
    assert counts(one)
    (key, (event,)), = interruptions(case).items()
    assert key == (cases.WORKER, "unpaid_wages")
    assert (event.on, event.kind) == (MONDAY, InterruptionKind.REFERRAL)
    assert "runs anew from 2024-12-02" in said(case, one)[0]


@pytest.mark.parametrize("told", [
    {"handed_on": None, "manner": None}, {"returned_on": TODAY, "returned_why": "不属于职责"},
    {"office_kind": OfficeKind.UNION}, {"claims": ""}])
def test_a_draft_what_was_returned_another_office_or_no_claim_lets_nothing_run_anew(told: dict[str, object]
                                                                                    ) -> None:
    case = cases.accepted()
    one = with_one(case, **told)
    assert not interruptions(case)
    assert not any("from 2024" in words for words in said(case, one))


def test_the_mediation_goes_on_and_its_end_is_told_with_its_source() -> None:
    case = cases.accepted()
    one = with_one(case)
    found = effects(case, one, TODAY)
    assert "not stopped" in str(found[1].words) and "art. 29" in str(found[1].source)
    assert str(found[1].words).endswith("ends on 2024-12-10.")
    assert "close the case as referred" in said(case, replace(one, whole=True, claims=""))[1]
    assert len(effects(case, one, date(2024, 12, 11))) == 1  # an end that is past is no news here


def test_a_referral_is_no_application_and_a_work_orders_clocks_go_on() -> None:
    case = cases.accepted()
    case.source = Source.HOTLINE
    words = said(case, with_one(case, office_kind=OfficeKind.ARBITRATION))
    assert "no application for arbitration" in words[1] and "within two days" in words[-1]
    assert OfficeKind.POLICE not in COMPETENT
