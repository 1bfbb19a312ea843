"""What the tests of the calendar do over and over, and entries to lay out."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.domain.planning.entries import CalendarEntry, CaseInBrief, EntryKind
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.calendar.page import CalendarPage
from mediation_desk.services.desk import Desk
from tests.gui import desks
from tests.gui.pages.today.hands import accept, register
from tests.services.calendar.weeks import plan, session_of

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
TUESDAY = datetime(2024, 11, 26)  # the desk's clock stands at Monday the 25th, ten in the morning
ROOM = "一号调解室"


def at(hour: float, days: int = 0) -> datetime:
    """An hour of that Tuesday, or of a day after it."""
    return TUESDAY + timedelta(days=days, hours=hour)


def entry(begins: datetime | None, ends: datetime | None = None, **more: object) -> CalendarEntry:
    """An entry as the store would tell it."""
    brief = CaseInBrief(case_id=UUID(int=3), number="宁中劳调〔2024〕0001号", first_applicant="张晓雯",
                        applicant_count=1, respondent="云上湟水文化传媒有限公司", respondent_count=1,
                        respondent_units=1)
    told: dict[str, object] = {
        "kind": EntryKind.SESSION, "on": begins.date() if begins else TUESDAY.date(), "starts_at": begins,
        "ends_at": ends, "mediator_id": UUID(int=1), "mediator": "李调解", "case": brief, "own": True,
        "open": True, "row_id": UUID(int=5)}
    return CalendarEntry(**(told | more))  # type: ignore[arg-type]


class Week:
    """The page with two cases behind it, and hands to work on it."""

    def __init__(self, qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory) -> None:
        self.qtbot, self.desk, self.tasks = qtbot, desk, tasks
        self.first, self.second = register(desk, "张晓雯"), register(desk, "王雨桐", company="湟源某公司")
        for case_id in (self.first, self.second):
            accept(desk, case_id)
        self.session = plan(desk, self.first, at(9), at(10.5), place=ROOM)
        self.page = CalendarPage(desk, tasks, memory)
        self.page.resize(1280, 720)
        desks.show(qtbot, self.page)
        self.page.shown()
        self.settle()

    def settle(self) -> None:
        desks.settle(self.tasks)

    @property
    def board(self) -> QWidget:
        return self.page.board

    @property
    def stands_at(self) -> datetime:
        """When the first case's session begins now, as the store says."""
        return session_of(self.desk, self.first, self.session).starts_at

    def entries(self, day: date) -> Sequence[CalendarEntry]:
        """What the board shows on a day."""
        return self.page.board.of_day(day)

    def kinds(self) -> list[EntryKind]:
        """Of everything on the board."""
        return [box.entry.kind for box in self.page.board.laid.boxes]

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
            widget: QWidget | None = None) -> None:
        QTest.keyClick(widget or self.board, key, modifier)
        self.settle()

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())
        self.settle()

    def spot(self, session: UUID | None = None) -> QPoint:
        """Where a session lies on the board."""
        wanted = session or self.session
        return next(box.rect.center() for box in self.page.board.laid.boxes if box.entry.row_id == wanted)

    def choose(self) -> None:
        """Press on the first case's session."""
        self.click(self.board, self.spot())

    def point(self, to: datetime) -> QPoint:
        """Where an hour of a day lies on the board of hours."""
        laid = self.page.board.laid
        cell = next(cell for cell in laid.cells if cell.day == to.date())
        return QPoint(cell.rect.center().x(), laid.height_of(to))

    def drag(self, to: datetime, *, let_go: bool = True) -> None:
        """Take the session at its beginning and let it go at another hour."""
        begin = self.point(self.stands_at) + QPoint(0, 4)
        end = self.point(to) + QPoint(0, 4)
        QTest.mousePress(self.board, Qt.MouseButton.LeftButton, pos=begin)
        for step in (QPoint(0, 30), (end - begin) / 2, end - begin):
            QTest.mouseMove(self.board, begin + step)
        self.settle()
        if let_go:
            QTest.mouseRelease(self.board, Qt.MouseButton.LeftButton, pos=end)
            self.settle()
