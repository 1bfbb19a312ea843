"""A line of words that is cut with an ellipsis, never in the middle of a sign, where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from mediation_desk.gui.kit.laid import on_page
from mediation_desk.gui.kit.look.theme import look


class Elided(QLabel):
    """A label of one line; the whole of it stands in its tip while it is cut."""

    def __init__(self, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        """Say something else."""
        super().setText(on_page(text))

    @property
    def cut(self) -> bool:
        """Whether its words do not fit, or stand in several lines of which only one shows."""
        several = len(self.text().splitlines()) > 1
        return several or self.fontMetrics().horizontalAdvance(self._line) > self.width()

    @property
    def _line(self) -> str:
        return "  ".join(self.text().splitlines())

    def minimumSizeHint(self) -> QSize:
        """A few signs, so that what stands beside it keeps its room."""
        return QSize(look().px(80), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The words, as many as fit."""
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        words = self.fontMetrics().elidedText(self._line, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), words)
        painter.end()
