"""At a page of parts, and hands to work with: what its tests do over and over."""

from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.gui.desk_frame import DeskFrame
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.office.parted import PartedPage
from mediation_desk.services.desk import Desk
from tests.gui import desks

SomePage = TypeVar("SomePage", bound=PartedPage)


class Seat(Generic[SomePage]):
    """A frame with one page of parts in it."""

    def __init__(self, qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory, key: str,
                 kind: type[SomePage]) -> None:
        self.desk, self.tasks, self.qtbot = desk, tasks, qtbot
        self.frame = DeskFrame(desk, tasks, memory)
        self.frame.resize(1366, 768)
        desks.show(qtbot, self.frame)
        page = self.frame.show_page(key)
        assert isinstance(page, kind)
        self.page = page
        self.settle()

    def settle(self) -> None:
        desks.settle(self.tasks)

    def click(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def part(self, key: str) -> QWidget:
        self.click(self.page.buttons[key])
        return self.page.parts[key]

    @property
    def said(self) -> str:
        return self.page.bar.words.text() if self.page.bar.isVisible() else ""
