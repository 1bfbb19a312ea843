"""Two workers whose names no common typeface has: their agreement, every character in its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

from mediation_desk.demonstration import apart
from mediation_desk.domain.money import yuan
from mediation_desk.domain.settlement.terms import Terms, TermsDraft
from mediation_desk.domain.vocabulary import KindOfWork, PartyKind, Role
from mediation_desk.services import editing, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.intake import registering
from mediation_desk.services.intake.registering import PartyDraft
from mediation_desk.services.settlement import settling

FOLDER = "rare-name"
RECEIVED, DUE = date(2024, 11, 25), date(2024, 12, 20)
WORKERS = (("𠮷小满", "63999919930512112"), ("李𬍛", "63999919960823113"))
COMPANY = "河湟演示物流有限公司"


def write(folder: Path, around: Surroundings) -> Path:
    """The agreement as it is to be signed, in a folder of its own."""
    return apart.write(folder / FOLDER, around, agreed)


def agreed(desk: Desk) -> UUID:
    """Each asks for 3,600.00 of unpaid wages, which is paid in one sum."""
    made = registering.register(desk, registering.IntakeDraft(
        RECEIVED, kind_of_work=KindOfWork.COURIER, cause="追索劳动报酬",
        facts_in_brief="二人2024年10月的劳动报酬至今没有支付。", parties=[
            *(PartyDraft(Role.APPLICANT, name, particulars={
                "id_number": apart.number(body), "phone": f"1990002000{at}", "ethnicity": "汉族",
                "bank_account": f"青海农商银行 62309100009000000{at:02d}"})
              for at, (name, body) in enumerate(WORKERS)),
            PartyDraft(Role.RESPONDENT, COMPANY, PartyKind.ORGANISATION, particulars={
                "legal_representative": "周启明", "legal_representative_post": "执行董事"})])).result
    assert made
    workers = reading.case(desk, made).case.applicants
    registering.set_claims(desk, made, {one.id: ["unpaid_wages"] for one in workers})
    registering.ask_amounts(desk, made, {(one.id, "unpaid_wages"): yuan("3600.00") for one in workers})
    editing.save(desk, made, [editing.Edit("case", made, side, None, RECEIVED)
                              for side in ("applicants_agree_on", "respondents_agree_on")])
    registering.accept(desk, made, RECEIVED)
    settling.draft(desk, made, TermsDraft(Terms(yuan("7200.00"), (DUE,)), signing_place="西宁市"))
    return made
