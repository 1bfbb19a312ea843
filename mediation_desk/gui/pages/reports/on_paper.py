"""A report as it is printed, in the place of what it was made of, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.pdf.view import PdfView
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.in_word import InWord
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers.finishing import Paper

LEAST_HEIGHT = 360


class OnPaper(QWidget):
    """Hidden until a paper is shown; ``left`` leads back to what was in front."""

    left = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, back: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paper, self._word = PdfView(tasks, self), InWord(desk)
        self.paper.setMinimumHeight(look().px(LEAST_HEIGHT))
        self.back = button(back, "quiet", picture="arrow-left")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addLayout(row_of(self.back))
        column.addWidget(self.paper, 1)
        self.back.clicked.connect(self.left)
        self.hide()

    def show_paper(self, paper: Paper) -> None:
        """Show it, with the keyboard on the way back."""
        self.paper.load(paper.pdf, f"{paper.title}.pdf", self._word.of(paper))
        self.show()
        self.back.setFocus()

    def print_page(self) -> None:
        """Print what shows."""
        self.paper.print_page()
