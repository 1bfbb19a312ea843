"""A rider's injury handed off in a sealed package, taken in by another studio, and answered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import UUID

from mediation_desk.demonstration import apart, office
from mediation_desk.domain.referral.offices import OfficeKind
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.office import receiving_offices
from mediation_desk.services.office.receiving_offices import OfficeDraft
from mediation_desk.services.referral import going_back, incoming, office_cards, packages, referring, replies
from mediation_desk.services.referral.going_back import Answering
from mediation_desk.services.referral.incoming import TakenIn
from mediation_desk.services.referral.referring import ReferralDraft

FOLDER, PACKAGE = "second-office", "referral.mdpackage"
RECEIPT, ANSWER = "referral.mdreceipt", "referral.mdanswer"
WHO = "冶文斌"  # by whom the case is known that is handed off
_NAME = "西宁市城北区职业伤害保障服务站"
OTHER = replace(office.SETTINGS, name=_NAME, seal_name=_NAME, number_pattern="宁北伤转〔2024〕001号")


def write(desk: Desk, folder: Path, around: Surroundings) -> Path:
    """Hand it off, let another demonstration office take it in and answer, and read what comes back; the
    package, with the other office's files in a folder of its own."""
    here = folder / FOLDER
    here.mkdir(parents=True, exist_ok=True)
    with apart.founded(OTHER, around) as there:
        case_id = reading.find(desk, WHO)[0].case_id
        referral = _drafted(desk, case_id, _known(desk, there, here))
        package = packages.seal(desk, case_id, referral, packages.Sealing(), folder / PACKAGE).path
        taken = incoming.take_in(there, package, compared=incoming.look(there, package).check)
        for answer in _answers(there, taken, here):
            replies.take(desk, answer)
    return package


def _known(desk: Desk, there: Desk, here: Path) -> UUID:
    """The other office in this one's list, with the keys of its card, whose number was read out."""
    made = receiving_offices.add_office(desk, OfficeDraft(
        OfficeKind.OTHER, there.settings.name, takes="职业伤害的登记和核查",
        answer_days=10)).result
    looked = office_cards.look(desk, str(office_cards.write_own(there, str(here.absolute()), "office")))
    office_cards.take(desk, looked, compared=True, office_id=made)
    assert made
    return made


def _drafted(desk: Desk, case_id: UUID, office_id: UUID) -> UUID:
    made = referring.draft(desk, case_id, ReferralDraft(
        OTHER.name, OfficeKind.OTHER, office_id, part="配送途中摔伤的职业伤害待遇",
        reason="职业伤害待遇由经办机构核定，不属于调解范围；劳动报酬部分继续调解。", asked="综合业务窗口",
        due_on=desk.calendar.after_workdays(desk.today, 10))).result
    assert made
    return made


def _answers(there: Desk, taken: TakenIn, here: Path) -> tuple[Path, Path]:
    """The receipt, then the answer."""
    case, origin, receipt, answer = taken.case_id, taken.origin_id, here / RECEIPT, here / ANSWER
    going_back.write_receipt(there, case, origin, receipt)
    going_back.write_answer(there, case, origin, Answering(
        there.today, result="已登记受理，医疗费用由平台企业先行垫付，待伤情稳定后核定待遇。"), answer)
    return receipt, answer
