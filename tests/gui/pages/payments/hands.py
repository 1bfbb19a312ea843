"""At the page of payments: an instalment due today, one in a month; and hands to work with."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.domain.payments.dues import Section
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.payments.page import PaymentsPage
from mediation_desk.services.desk import Desk
from mediation_desk.services.payments import following
from mediation_desk.services.payments.following import Followed
from tests.gui import desks

KEY = Qt.Key
NUMBER = "宁中劳调〔2024〕0001号"


class Seat:
    """The page, as a mediator sits before it."""

    def __init__(self, qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory, case_id: UUID) -> None:
        self.qtbot, self.desk, self.tasks, self.case_id = qtbot, desk, tasks, case_id
        self.page = PaymentsPage(desk, tasks, memory)
        self.page.changed.connect(self.page.on_changed)
        self.page.resize(1280, 700)
        desks.show(qtbot, self.page)
        self.page.shown()
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is under way, and the case beside the list is read."""
        def rested() -> bool:
            return not (self.tasks.busy or self.page.pane._rest.isActive() or self.page.filters.waits)
        self.qtbot.waitUntil(rested)
        desks.settle(self.tasks)

    def click(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def key(self, key: Qt.Key, widget: QWidget | None = None) -> None:
        QTest.keyClick(widget or self.page, key)
        self.settle()

    def choose(self, at: int = 0) -> None:
        self.page.table.setFocus()
        self.page.table.choose_row(at)
        self.settle()

    def section(self, section: Section | None) -> None:
        self.page.sections.choose(section)
        self.settle()

    @property
    def numbers(self) -> list[int]:
        """The instalments that are listed."""
        return [row.number for _at, row in self.page.model.known()]

    @property
    def case(self) -> Followed:
        """The case as it is stored."""
        return following.followed(self.desk, self.case_id)

    @property
    def said(self) -> str:
        return self.page.bar.words.text()
