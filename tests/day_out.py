"""A day on the road: a case taken along and back, and what laptop and office each wrote meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from mediation_desk.domain.vocabulary import PartyKind, Role, Side
from mediation_desk.services import editing, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.editing import Edit
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.intake import registering
from mediation_desk.services.mediation import caucus
from mediation_desk.services.travel import leaving, opening, returning
from tests import offices

FACTS = "十月的工资没有发。"
CANARY = "两万也行"
LAPTOP = "外出笔记本一号"
NUMBERS = ("13997000001", "13997000002")
NEWCOMER = "新来的人"
Write = Callable[[Desk, UUID], object]


def nothing(_desk: Desk, _case_id: UUID) -> None:
    """Nothing is done there."""


def registered(desk: Desk, name: str = "温若晴") -> UUID:
    """A case of one worker against a company, accepted."""
    made = registering.register(desk, registering.IntakeDraft(desk.today, facts_in_brief=FACTS, parties=[
        registering.PartyDraft(Role.APPLICANT, name),
        registering.PartyDraft(Role.RESPONDENT, "安宁星湾文化传媒有限公司", PartyKind.ORGANISATION)])).result
    assert made
    editing.save(desk, made, [Edit("case", made, name, None, desk.today)
                              for name in ("applicants_agree_on", "respondents_agree_on")])
    registering.accept(desk, made, desk.today)
    return made


def edit(desk: Desk, case_id: UUID, entity: str, row_id: UUID, field: str, before: object,
         after: object) -> None:
    """One field written over."""
    editing.save(desk, case_id, [Edit(entity, row_id, field, before, after)])


def facts(text: str) -> Write:
    """The facts in brief written over."""
    def write(desk: Desk, case_id: UUID) -> None:
        before = reading.case(desk, case_id).case.facts_in_brief
        edit(desk, case_id, "case", case_id, "facts_in_brief", before, text)
    return write


def phone(number: str) -> Write:
    """The worker's telephone written over."""
    def write(desk: Desk, case_id: UUID) -> None:
        worker = reading.case(desk, case_id).case.applicants[0]
        edit(desk, case_id, "party", worker.id, "phone", worker.phone, number)
    return write


def alone(text: str) -> Write:
    """Something said alone."""
    return lambda desk, case_id: caucus.note(desk, case_id, Side.APPLICANT, text)


def together(*acts: Write) -> Write:
    """One after the other."""
    def write(desk: Desk, case_id: UUID) -> None:
        for act in acts:
            act(desk, case_id)
    return write


def added(name: str, **particulars: str) -> Write:
    """Another applicant."""
    return lambda desk, case_id: registering.add_party(
        desk, case_id, registering.PartyDraft(Role.APPLICANT, name, particulars=particulars))


def begun(desk: Desk, _case_id: UUID) -> None:
    """A case begun there."""
    registered(desk, NEWCOMER)


@dataclass
class Road:
    """A bag on its way home, the case in it, and the travel desk that packed it."""

    bag: Path
    case_id: UUID
    folder: Path
    out: UUID


@contextmanager
def travelled(desk: Desk, folder: Path, around: Surroundings, on_road: Write = nothing,
              at_office: Write = nothing, case_id: UUID | None = None,
              password: str = offices.PASSWORD) -> Iterator[Road]:
    """A case taken along and back; both sides write meanwhile."""
    folder.mkdir(parents=True, exist_ok=True)
    case_id = case_id or registered(desk)
    packed = leaving.pack(desk, leaving.Leaving((case_id,), laptop=LAPTOP), folder / "out.mdbag")
    laptop = opening.found(folder / "laptop", packed.path, password, around)
    try:
        on_road(laptop, case_id)
        returning.pack(laptop, folder / "home.mdbag")
    finally:
        laptop.store.close()
    at_office(desk, case_id)
    yield Road(folder / "home.mdbag", case_id, folder / "laptop", packed.bag_id)
