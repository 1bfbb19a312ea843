"""The letter of reminder in the place of the page; that it went out is noted once it is printed or saved."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mediation_desk.gui.kit.later import Later
from mediation_desk.gui.kit.pdf.titled import TitledPaper
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.in_word import InWord
from mediation_desk.library import titles
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers.finishing import Paper
from mediation_desk.services.payments import letters
from mediation_desk.services.performance.preparing import Prepared


class LetterPane(Later):
    """``opened`` once the letter shows, ``closed`` on the way back, ``taken(case_id, number, party)`` the
    first time it is printed or saved, ``changed(Changes)`` that its accounts were asked for,
    ``trouble(DeskError)``."""

    opened = Signal()
    closed = Signal()
    taken = Signal(object, int, object)
    changed = Signal(object)
    trouble = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._word = desk, tasks, InWord(desk)
        self._about: tuple[UUID, int, UUID | None] | None = None  # until it is taken
        self.hide()

    def make(self) -> QWidget:
        """The way back, the paper's title, the paper."""
        made = TitledPaper(self._tasks, tr("Back to the payments"))
        self.paper, self.title, self.back = made.paper, made.title, made.back
        self.back.clicked.connect(self.close_paper)
        self.paper.taken.connect(lambda _pdf: self._taken())
        return made

    def open(self, case_id: UUID, case_number: str, number: int, to: UUID | None) -> None:
        """Make the letter about an instalment off the UI thread, and show it."""
        about = case_id, number, to
        self._tasks.run(letters.letter, self._desk, *about, receiver=self, failed=self.trouble.emit,
                        done=lambda made: self._prepared(made, case_number, about),
                        label=tr("Setting the paper …"))

    def _prepared(self, made: Prepared, case_number: str, about: tuple[UUID, int, UUID | None]) -> None:
        self._show(made.paper, case_number, about)
        self.changed.emit(made.changes)

    def _show(self, made: Paper, case_number: str, about: tuple[UUID, int, UUID | None]) -> None:
        self.bring()
        self._about = about
        self.title.setText(made.title)
        self.paper.load(made.pdf, titles.numbered_file(case_number, made.title), self._word.of(made))
        self.show()
        self.opened.emit()
        self.paper.print.setFocus(Qt.FocusReason.OtherFocusReason)

    def _taken(self) -> None:
        about, self._about = self._about, None
        if about is not None:
            self.taken.emit(*about)

    def close_paper(self) -> None:
        """Back to the payments."""
        self.hide()
        self.closed.emit()
