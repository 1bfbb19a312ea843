"""A part of the streamers' matter goes to the social insurance office, with its letter."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

from mediation_desk.domain.referral.offices import OfficeKind
from mediation_desk.domain.referral.referrals import HandOff
from mediation_desk.library.receiving import shipped_proposals
from mediation_desk.services.desk import Desk
from mediation_desk.services.office import receiving_offices
from mediation_desk.services.office.receiving_offices import OfficeDraft
from mediation_desk.services.papers import making
from mediation_desk.services.papers.enclosed import LETTER
from mediation_desk.services.referral import referring
from mediation_desk.services.referral.referring import Handing, ReferralDraft

PART = "insurance"
OFFICES = (
    OfficeDraft(OfficeKind.INSPECTION, "城中区劳动保障监察大队", "拖欠劳动报酬、违法收取押金等的查处",
                "马队长", "0971-8112201", "城中区和顺路20号", 15),
    OfficeDraft(OfficeKind.ARBITRATION, "城中区劳动人事争议仲裁委员会",
                "劳动人事争议仲裁，调解协议的仲裁审查", "立案窗口", "0971-8112202", "城中区和顺路20号", 5),
    OfficeDraft(OfficeKind.SOCIAL_INSURANCE, "城中区社会保险服务中心", "社会保险费稽核和补缴，职业伤害确认",
                "稽核科", "0971-8112203", "城中区和顺路22号", 10),
    OfficeDraft(OfficeKind.LEGAL_AID, "城中区法律援助中心", "劳动者申请法律援助的审查和指派", "值班窗口",
                "0971-8112204", "城中区司法路1号", 7),
)


def offices(desk: Desk) -> None:
    """The list of receiving offices, where it is still empty."""
    if not receiving_offices.receiving_offices(desk):
        for one in OFFICES:
            receiving_offices.add_office(desk, one)


def draft(desk: Desk, case_id: UUID, papers: tuple[str, ...] = ("mediation-application",)) -> UUID:
    """The part, drafted as the data propose it; the referral's key."""
    offices(desk)
    part = shipped_proposals().part(PART)
    office = next(one for one in receiving_offices.receiving_offices(desk)
                  if one.kind is OfficeKind.SOCIAL_INSURANCE)
    assert part is not None
    changes = referring.draft(desk, case_id, ReferralDraft(
        office=office.name, office_kind=office.kind, office_id=office.id, part=part.label.zh,
        reason=part.why.zh, asked=office.contact, papers=papers,
        due_on=referring.proposed_day(desk, office, part)))
    assert changes.result is not None
    return changes.result


def hand_over(desk: Desk, case_id: UUID, referral_id: UUID, on: date) -> None:
    """By its letter, on that day."""
    referring.hand_off(desk, case_id, referral_id, Handing(HandOff.LETTER, on, desk.who.name))


def letter(desk: Desk, case_id: UUID, referral_id: UUID, folder: Path) -> Path:
    """The letter as a file, called after its form."""
    file = folder / f"{LETTER}.pdf"
    file.write_bytes(making.make(desk, case_id, LETTER, referral=referral_id).pdf)
    return file
