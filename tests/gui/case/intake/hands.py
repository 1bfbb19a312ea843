"""What the tests of the intake do over and over: find the party in hand, add claims, read the list."""

from uuid import UUID

from mediation_desk.domain.vocabulary import PartyKind, Role
from mediation_desk.gui.case.intake.page import IntakePage
from mediation_desk.gui.case.intake.party_detail import PartyDetail
from mediation_desk.services import editing, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.intake.registering import PartyDraft
from tests.gui.case.rooms import RECEIVED, Room, streamers


def page_of(room: Room) -> IntakePage:
    page = room.window.page_in_front()
    assert isinstance(page, IntakePage)
    return page


def detail_of(room: Room) -> PartyDetail:
    detail = page_of(room).parties.detail
    assert detail is not None
    return detail


def claim(room: Room, name: str) -> None:
    page_of(room).claims.add_claim(name)
    room.settle()


def amounts(room: Room) -> dict[tuple[str, str], int | None]:
    names = {worker.id: worker.name for worker in room.case.applicants}
    return {(names[one.worker_id], one.claim): one.asked.fen if one.asked else None
            for one in room.case.claims}


def accepted(room: Room) -> None:
    day = RECEIVED
    editing.save(room.desk, room.case_id, [
        editing.Edit("case", room.case_id, name, None, day)
        for name in ("applicants_agree_on", "respondents_agree_on")])
    registering.accept(room.desk, room.case_id, day)
    room.window.bench.reload()
    room.settle()


def two_respondents(desk: Desk) -> UUID:
    case_id = streamers(desk)
    registering.add_party(desk, case_id, PartyDraft(Role.RESPONDENT, "Platform", PartyKind.ORGANISATION))
    workers = reading.case(desk, case_id).case.applicants
    registering.set_claims(desk, case_id, {worker.id: ["unpaid_wages"] for worker in workers})
    return case_id


def shown(page: IntakePage) -> list[str]:
    model = page.parties.model
    return [str(model.index(at, 1).data()) for at in range(model.rowCount())]
