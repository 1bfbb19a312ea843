"""A paper in the place of a page: the way back, the paper's title, the paper."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.pdf.view import PdfView
from mediation_desk.gui.kit.tasks.tasks import Tasks


class TitledPaper(QWidget):
    """``back`` leads to the page; ``title`` names the paper; ``paper`` shows it; ``row`` holds what else is
    done with it."""

    def __init__(self, tasks: Tasks, back: str) -> None:
        super().__init__()
        self.paper, self.title = PdfView(tasks, self), label("", "strong")
        self.back = button(back, "quiet", picture="arrow-left")
        row = self.row = QHBoxLayout()
        row.addWidget(self.back)
        row.addWidget(self.title)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addLayout(row)
        column.addWidget(self.paper, 1)
