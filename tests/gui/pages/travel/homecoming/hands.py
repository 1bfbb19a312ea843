"""A person's hand at the homecoming page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.page import Page
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.travel.homecoming.coming import ComingView
from mediation_desk.gui.pages.travel.homecoming.part import HomecomingPart
from mediation_desk.gui.pages.travel.homecoming.question import QuestionCard
from mediation_desk.services.desk import Desk
from tests.gui import desks

LAPTOPS, OFFICES, BOTH = 0, 1, 2
PATIENCE_MS = 30_000  # the machine may be busy with others


def texts(widget: QWidget) -> str:
    """All that can be read on it."""
    said = [one.text() for one in widget.findChildren(QLabel)]
    said += [one.text() for one in widget.findChildren(QAbstractButton)]
    said += [one.toPlainText() for one in widget.findChildren(QTextEdit)]
    return "\n".join(said)


class Hand:
    """A person at the homecoming page."""

    def __init__(self, qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory) -> None:
        self.qtbot, self.desk, self.tasks = qtbot, desk, tasks
        self.page = Page("Home", scroll=False)
        self.part = HomecomingPart(desk, tasks, memory, self.page)
        self.page.add(self.part, 1)
        self.changed: list[object] = []
        self.troubles: list[object] = []
        for widget, act in self.part.leavable:
            self.page.leaves(widget, act)
        self.part.changed.connect(self.changed.append)
        self.part.trouble.connect(self.troubles.append)
        self.page.resize(1200, 700)
        desks.show(qtbot, self.page)

    def wait(self) -> None:
        """Until nothing is under way."""
        self.qtbot.waitUntil(lambda: not self.tasks.busy, timeout=PATIENCE_MS)

    def click(self, button: QWidget) -> None:
        """Press a button with the mouse, and wait for what comes of it."""
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.wait()

    def look(self, bag: Path) -> None:
        """Type the bag's name, and look into it."""
        desks.write(self.qtbot, self.part.arriving.bag, str(bag))
        QTest.keyClick(self.part.arriving.bag.line, Qt.Key.Key_Return)
        self.wait()

    def choose(self, at: int, card: int = 0) -> None:
        """Press one of a question's choices: the laptop's, the office's, both."""
        self.click(self.cards[card].choice.buttons[at])

    @property
    def view(self) -> ComingView:
        """The case in front."""
        view = self.part.preview.view
        assert view is not None
        return view

    @property
    def cards(self) -> list[QuestionCard]:
        """The questions of the case in front."""
        return list(self.view.cards.values())
