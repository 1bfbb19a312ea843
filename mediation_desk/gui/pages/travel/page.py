"""Travel: bags that come home."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mediation_desk.gui.kit.page import Page
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.travel.homecoming.part import HomecomingPart
from mediation_desk.services.desk import Desk


class TravelPage(Page):
    """``case_wanted(case_id)`` opens a case; ``changed(Changes)`` tells the frame."""

    case_wanted = Signal(object)
    changed = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(tr("Travel"), scroll=False, parent=parent)
        self.home = HomecomingPart(desk, tasks, self)
        self.home.changed.connect(self.changed)
        self.home.case_wanted.connect(self.case_wanted)
        self.home.trouble.connect(self.show_error)
        self.home.told.connect(self._say)
        for widget, act in self.home.leavable:
            self.leaves(widget, act)
        self.add(self.home, 1)

    def _say(self, text: str, _back: Callable[[], object] | None) -> None:
        self.bar.notice(text, meaning="agreed")

    def undo(self) -> None:
        """Ctrl+Z."""
        self.home.undo()

    def print_page(self) -> None:
        """Ctrl+P: the receipt."""
        self.home.print_receipt()

    def help_text(self) -> str:
        """F1."""
        return self.home.help_text()
