"""What of the file the program sees to be missing, each line with the way to where it is made."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.casefile.missing import Missing
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, tr_sentence


class LackingLines(QWidget):
    """Out of sight while nothing is missing. ``wanted(where, field)`` leads to a page, and there to a field.
    """

    wanted = Signal(str, str)

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[QWidget] = []
        self.shown: tuple[Missing, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look().px(4))
        if title:
            self._column.addWidget(label(title, "group"))
        self.hide()

    def show_missing(self, missing: Sequence[Missing]) -> None:
        """Say these; what is said already is left as it stands."""
        if tuple(missing) == self.shown:
            return
        self.shown = tuple(missing)
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = [self._line(one) for one in missing]
        self.setVisible(bool(missing))

    def _line(self, missing: Missing) -> QWidget:
        made = QWidget(self)
        words = label(tr_sentence(missing.sentence), wrap=True)
        words.setProperty("meaning", "disputed")
        go = button(tr("Go there"), "line")
        go.setAccessibleName(f"{tr('Go there')}: {tr_sentence(missing.sentence)}")
        go.clicked.connect(lambda: self.wanted.emit(str(missing.where), missing.field))
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(8))
        row.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        self._column.addWidget(made)
        return made
