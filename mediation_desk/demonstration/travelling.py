"""The demonstration's day in the park: a case taken along, worked on at both ends, and brought home."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from mediation_desk.domain.travel.homecoming import Decision, Whose
from mediation_desk.services import editing, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.editing import Edit
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.papers.finishing import Paper
from mediation_desk.services.travel import bringing, homecoming, leaving, opening, returning
from mediation_desk.services.travel.leaving import Leaving
from mediation_desk.store.travel.bag import ENDING

WHO = "孟庆春"  # by whom the case that travels is known
LAPTOP = "外出笔记本一号"
LEFT, HOME = f"outward{ENDING}", f"homeward{ENDING}"


@dataclass(frozen=True)
class Road:
    """A bag that left and a bag that came home, not yet looked into; the case in both."""

    outward: Path
    homeward: Path
    case_id: UUID


def walk(desk: Desk, folder: Path, password: str, around: Surroundings) -> Road:
    """Take the case to the park and back: the laptop and the office each write, and once about the same."""
    folder.mkdir(parents=True, exist_ok=True)
    case_id = _case(desk)
    outward = leaving.pack(desk, Leaving((case_id,), laptop=LAPTOP), folder / LEFT).path
    with TemporaryDirectory() as elsewhere:
        laptop = opening.found(Path(elsewhere) / "office", outward, password, around)
        try:
            _write(laptop, case_id, "13900000031", "三人均称上月工资未付；园区管委会可以作证。")
            returning.pack(laptop, folder / HOME)
        finally:
            laptop.store.close()
    _write(desk, case_id, "", "公司来电：上月工资已于昨日转账，请核对。")
    return Road(outward, folder / HOME, case_id)


def _case(desk: Desk) -> UUID:
    return reading.find(desk, WHO)[0].case_id


def _write(desk: Desk, case_id: UUID, phone: str, facts: str) -> None:
    case = reading.case(desk, case_id).case
    edits = [Edit("case", case_id, "facts_in_brief", case.facts_in_brief, facts)]
    if phone:
        edits.append(Edit("party", case.applicants[0].id, "phone", case.applicants[0].phone, phone))
    editing.save(desk, case_id, edits)


def come_home(desk: Desk, road: Road) -> Paper:
    """Look, decide for what was written in the park, keep it; the receipt of that."""
    from mediation_desk.gui.pages.travel.homecoming.receipt_words import receipt_paper

    preview = homecoming.look(desk, road.homeward)
    decisions = {one.case_id: {question.name: Decision(Whose.LAPTOP) for question in one.questions}
                 for one in preview.cases}
    receipt = bringing.bring_home(desk, road.homeward, decisions)
    return receipt_paper(desk, receipt)
