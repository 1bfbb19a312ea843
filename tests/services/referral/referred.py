"""A small case of which a part is referred, for the tests of the referral's verbs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from mediation_desk.domain.referral.offices import OfficeKind
from mediation_desk.domain.referral.referrals import HandOff, Referral
from mediation_desk.domain.referring.chosen import claim_key
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence import filing
from mediation_desk.services.evidence.taking import FileSource
from mediation_desk.services.referral import referring
from mediation_desk.services.referral.referring import Handing, ReferralDraft
from tests.services.papers_desk import accepted, asked, case_of, headed

INSPECTION = "安宁区劳动保障监察大队"
DUE = date(2025, 2, 10)


def at_desk(desk: Desk) -> Desk:
    """The desk with a full heading."""
    return headed(desk)


def case_with_evidence(desk: Desk) -> UUID:
    """Two workers with claims in figures, and two exhibits."""
    case_id = asked(desk, accepted(desk))
    filing.add_files(desk, case_id, [FileSource("工资流水.txt", data="流水".encode()),
                                     FileSource("聊天.txt", data="聊天".encode())])
    return case_id


def drafted(desk: Desk, case_id: UUID, **told: object) -> ReferralDraft:
    """The first worker's wages go to the inspection office, with an application and the first exhibit."""
    claim = next(one for one in case_of(desk, case_id).claims if one.claim == "unpaid_wages"
                 and one.worker_id == case_of(desk, case_id).applicants[0].id)
    exhibit = filing.exhibits(desk, case_id).exhibits[0]
    there = {"office": INSPECTION, "office_kind": OfficeKind.INSPECTION, "part": "拖欠的工资",
             "claims": (claim_key(claim),), "reason": "单位拒不协商", "asked": "监察一科",
             "papers": ("mediation-application",), "exhibits": (exhibit.id,), "due_on": DUE} | told
    return ReferralDraft(**there)  # type: ignore[arg-type]


def refer(desk: Desk, case_id: UUID, **told: object) -> UUID:
    """Draft it; its key."""
    made = referring.draft(desk, case_id, drafted(desk, case_id, **told)).result
    assert made is not None
    return made


def handed(desk: Desk, case_id: UUID, **told: object) -> UUID:
    """Draft it and hand it over by letter today."""
    made = refer(desk, case_id, **told)
    referring.hand_off(desk, case_id, made, Handing(HandOff.LETTER, desk.today, "李调解"))
    return made


def one_of(desk: Desk, case_id: UUID, referral_id: UUID) -> Referral:
    """The referral as it is kept."""
    return next(one for one in referring.referrals(desk, case_id) if one.id == referral_id)


def noted(desk: Desk, case_id: UUID, referral_id: UUID, **told: object) -> None:
    """Note these of it."""
    before = one_of(desk, case_id, referral_id)
    referring.note(desk, case_id, before, replace(before, **told))  # type: ignore[arg-type]
