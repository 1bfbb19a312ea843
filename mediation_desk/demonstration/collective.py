"""Sixty couriers against two companies: their agreement and its annex."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

from mediation_desk.demonstration import apart
from mediation_desk.domain.money import yuan
from mediation_desk.domain.settlement.debtors import Owing, Undertaking
from mediation_desk.domain.settlement.terms import Terms, TermsDraft
from mediation_desk.domain.vocabulary import Authority, Business, KindOfWork, OwedHow, PartyKind, Role
from mediation_desk.services import editing, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.intake import registering
from mediation_desk.services.intake.registering import PartyDraft
from mediation_desk.services.settlement import settling

FOLDER = "collective"
RECEIVED, SIGNED = date(2024, 11, 25), date(2024, 12, 9)
DAYS = (date(2024, 12, 20), date(2025, 1, 20))
COMPANIES = (("河湟同城配送有限公司", "91639999MADEM00213", Business.COOPERATING),
             ("青藏速达网络科技有限公司", "91639999MADEM00327", Business.PLATFORM))
SURNAMES, GIVEN = "马韩冶祁李赵孙周白才", ("文斌", "成玉", "海龙", "福来", "晓岚", "永福")
ELECTED = ("马文斌", "韩文斌", "冶文斌")


def write(folder: Path, around: Surroundings) -> Path:
    """The agreement as it is to be signed, in a folder of its own."""
    return apart.write(folder / FOLDER, around, agreed)


def agreed(desk: Desk) -> UUID:
    """Each asks for 4,000.02 of unpaid wages; both companies jointly pay nine tenths of it, in two parts."""
    made = registering.register(desk, registering.IntakeDraft(
        RECEIVED, kind_of_work=KindOfWork.COURIER, cause="追索劳动报酬",
        facts_in_brief="六十名快递员2024年10月的劳动报酬至今没有支付。",
        parties=[*_workers(), *_companies(), *_elected()])).result
    assert made
    case = reading.case(desk, made).case
    registering.set_claims(desk, made, {one.id: ["unpaid_wages"] for one in case.applicants})
    registering.ask_amounts(desk, made, {(one.id, "unpaid_wages"): yuan("4000.02")
                                         for one in case.applicants})
    editing.save(desk, made, [editing.Edit("case", made, side, None, RECEIVED)
                              for side in ("applicants_agree_on", "respondents_agree_on")])
    registering.accept(desk, made, RECEIVED)
    settling.draft(desk, made, TermsDraft(
        Terms(yuan("216001.08"), DAYS), signing_place="西宁市",
        owing=Owing(OwedHow.JOINTLY, tuple(Undertaking(one.id) for one in case.respondents))))
    return made


def _workers() -> Iterator[PartyDraft]:
    for at in range(60):
        born = f"{1985 + at % 15}{at % 12 + 1:02d}{at % 28 + 1:02d}"
        yield PartyDraft(Role.APPLICANT, SURNAMES[at % 10] + GIVEN[at // 10], particulars={
            "id_number": apart.number(f"639999{born}{101 + at:03d}"),
            "phone": f"199000{10001 + at}", "ethnicity": "汉族", "address": "青海省西宁市城东区（演示地址）",
            "bank_account": f"青海农商银行 6230910000{at:09d}"})


def _companies() -> Iterator[PartyDraft]:
    for name, code, business in COMPANIES:
        yield PartyDraft(Role.RESPONDENT, name, PartyKind.ORGANISATION, particulars={
            "credit_code": code, "legal_representative": "周启明", "legal_representative_post": "执行董事",
            "phone": "0971-0000000", "business": business, "address": "青海省西宁市城西区（演示地址）"})


def _elected() -> Iterator[PartyDraft]:
    for name in ELECTED:
        yield PartyDraft(Role.REPRESENTATIVE, name, particulars={"authority": Authority.SPECIAL})
