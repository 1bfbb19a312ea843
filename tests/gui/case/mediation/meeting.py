"""The streamers' case with both lines and two rounds, both sides open, and the hands that the tests need."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from PySide6.QtWidgets import QLabel, QTableView, QWidget

from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import Side
from mediation_desk.gui.case.mediation.meeting_point import MeetingPoint
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import caucus, meeting
from tests.gui.case.mediation.hands import page_of
from tests.gui.case.rooms import Room
from tests.gui.desks import SetClock


def bargained(desk: Desk, case_id: UUID, ours: str = "29000", theirs: str = "31000") -> None:
    """Both lines are known, and two rounds were made at the table."""
    caucus.set_bottom_line(desk, case_id, Side.APPLICANT, yuan(ours), most_instalments=2)
    caucus.set_bottom_line(desk, case_id, Side.RESPONDENT, yuan(theirs), fewest_instalments=2)
    for asks, count, offers, parts in (("38700", 1, "21500", 6), ("33000", 2, "28000", 3)):
        meeting.make_offer(desk, case_id, Side.APPLICANT, yuan(asks), count)
        meeting.make_offer(desk, case_id, Side.RESPONDENT, yuan(offers), parts)


def later(desk: Desk) -> None:
    """A minute passes: of two entries of one moment nobody could say which is the later one."""
    clock = desk.clock
    assert isinstance(clock, SetClock)
    clock.now += timedelta(minutes=1)


def opened(room: Room) -> MeetingPoint:
    """Both sides' words open, and where they can meet on screen."""
    page = page_of(room)
    for side, press in page.private.toggles.items():
        if page.private.side(side) is None:
            room.click(press)
    room.settle()
    found = page.private.findChildren(MeetingPoint)
    assert found
    return found[0]


def rows(table: QTableView) -> list[list[str]]:
    """What the cells of a table say, row by row."""
    model = table.model()
    return [[str(model.index(row, column).data() or "") for column in range(model.columnCount())]
            for row in range(model.rowCount())]


def said(within: QWidget) -> str:
    """Every label, one a line."""
    return "\n".join(made.text() for made in within.findChildren(QLabel))


def column(told: Sequence[Sequence[str]], at: int) -> list[str]:
    return [row[at] for row in told]
