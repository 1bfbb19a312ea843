"""The invitation to a session in the place of the calendar, ready to print, with the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mediation_desk.domain.planning.entries import CalendarEntry
from mediation_desk.gui.kit.later import Later
from mediation_desk.gui.kit.pdf.titled import TitledPaper
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.in_word import InWord
from mediation_desk.library import titles
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers import making
from mediation_desk.services.papers.finishing import Paper

INVITATION = "invitation"


class InvitationPane(Later):
    """``opened`` once the paper shows, ``closed`` on the way back, ``trouble(DeskError)``."""

    opened = Signal()
    closed = Signal()
    trouble = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._word = desk, tasks, InWord(desk)
        self.hide()

    def make(self) -> QWidget:
        """The way back, the paper's title, the paper."""
        made = TitledPaper(self._tasks, tr("Back to the calendar"))
        self.paper, self.title, self.back = made.paper, made.title, made.back
        self.back.clicked.connect(self.close_paper)
        return made

    def open(self, entry: CalendarEntry) -> None:
        """Make the invitations to a session off the UI thread, and show them."""
        assert entry.case is not None
        number = entry.case.number
        self._tasks.read(making.make, self._desk, entry.case.case_id, INVITATION, session=entry.row_id,
                         done=lambda made: self._show(made, number), failed=self.trouble.emit, receiver=self,
                         label=tr("Setting the paper …"))

    def _show(self, made: Paper, number: str) -> None:
        self.bring()
        self.title.setText(made.title)
        self.paper.load(made.pdf, titles.numbered_file(number, made.title), self._word.of(made))
        self.show()
        self.opened.emit()
        self.paper.print.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_paper(self) -> None:
        """Back to the calendar."""
        self.hide()
        self.closed.emit()
