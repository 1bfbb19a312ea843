"""A paper in the place of a page: the way back, the paper's title, the paper."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.pdf.view import PdfView
from mediation_desk.gui.kit.press import Button
from mediation_desk.gui.kit.tasks.tasks import Tasks


class TitledPaper(QWidget):
    """``back`` leads to the page; ``title`` names the paper; ``paper`` shows it; ``row`` holds what else is
    done with it."""

    def __init__(self, tasks: Tasks, back: str) -> None:
        super().__init__()
        self.paper, self.title = PdfView(tasks, self), label("", "strong")
        self.back = button(back, "quiet", picture="arrow-left")
        self._row, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._row.addWidget(self.back)
        self._row.addWidget(self.title)
        self._row.addStretch(1)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look().px(8))
        self._column.addLayout(self._row)
        self._column.addWidget(self.paper, 1)

    def say_above(self, widget: QWidget) -> None:
        """Something that is said between the title and the paper."""
        self._column.insertWidget(1, widget)

    def add_button(self, text: str, picture: str, act: Callable[[], object]) -> Button:
        """A further thing to do with the paper, at the right of its title."""
        made = button(text, "quiet", picture=picture)
        made.clicked.connect(lambda: act())
        self._row.addWidget(made)
        return made
