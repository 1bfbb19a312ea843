"""A desk with the travel page in it, at the office or on a laptop, and hands to work with."""

from datetime import date
from pathlib import Path
from uuid import UUID

from pytestqt.qtbot import QtBot

from mediation_desk.domain.vocabulary import KindOfWork, PartyKind, Role
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.travel.page import TravelPage
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.intake import registering
from mediation_desk.services.travel import leaving, opening
from mediation_desk.services.travel.leaving import Leaving, Packed
from tests.gui import desks
from tests.gui.pages.seat import Seat

LAPTOP = "外出笔记本一号"


class Road(Seat[TravelPage]):
    """A frame with the travel page in it, and hands to work with."""

    def __init__(self, qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory) -> None:
        super().__init__(qtbot, desk, tasks, memory, "travel", TravelPage)


def case(desk: Desk, worker: str, on: date = desks.FIRST_DAY) -> UUID:
    """A matter of one courier."""
    company = registering.PartyDraft(Role.RESPONDENT, "河湟同城配送有限公司", PartyKind.ORGANISATION)
    made = registering.register(desk, registering.IntakeDraft(
        on, kind_of_work=KindOfWork.COURIER, parties=[registering.PartyDraft(Role.APPLICANT, worker),
                                                      company])).result
    assert made
    return made


def packed(desk: Desk, folder: Path, *cases: UUID, laptop_id: UUID | None = None) -> Packed:
    """A bag that left, by the service alone."""
    return leaving.pack(desk, Leaving(cases, laptop_id, "" if laptop_id else LAPTOP),
                        folder / f"{len(list(folder.iterdir()))}.mdbag")


def laptop(desk: Desk, folder: Path, around: Surroundings, *cases: UUID) -> Desk:
    """A travel desk with these cases; whoever asks closes its store."""
    folder.mkdir(exist_ok=True)
    bag = packed(desk, folder, *cases)
    return opening.found(folder / "laptop", bag.path, desks.PASSWORD, around)
