"""What the notices still need before a case is decided, and the way to where it is entered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.case import Case
from mediation_desk.domain.deciding import lacking
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, tr_error


class Lacks(QWidget):
    """Hidden while nothing lacks. ``go(field)`` leads to what lacks first."""

    def __init__(self, go: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = ""
        self.words = label("", wrap=True, parent=self)
        self.words.setProperty("meaning", "disputed")
        self.enter = button(tr("Enter it at Intake"), "quiet", picture="arrow-right", parent=self)
        self.enter.clicked.connect(lambda: go(self._field))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(4))
        column.addWidget(self.words)
        column.addWidget(self.enter, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_case(self, case: Case) -> None:
        """Say what lacks in an open case."""
        wanting = lacking(case)
        self._field = wanting[0].field or "" if wanting else ""
        self.words.setText("\n".join(map(tr_error, wanting)))
        self.setVisible(bool(wanting))
