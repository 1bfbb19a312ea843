"""Cards, widgets that come and go on a station's page, and short tables as high as their rows."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QLayout, QVBoxLayout, QWidget

from mediation_desk.gui.kit.tables import Table
from mediation_desk.gui.kit.theme import look

ROWS_SHOWN = 6
EMPTY_ROWS = 5
STRIPE = 4


class StripedCard(QFrame):
    """A card with a stripe in the colour of a meaning at its left; put widgets into ``column``."""

    def __init__(self, meaning: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._meaning = meaning
        self.column = QVBoxLayout(self)
        edge = look().px(12)
        self.column.setContentsMargins(edge + STRIPE, look().px(8), edge, look().px(8))
        self.column.setSpacing(look().px(8))

    def set_meaning(self, meaning: str) -> None:
        """Another colour."""
        self._meaning = meaning
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The card's ground, its hairline, and the stripe."""
        here, painter = look(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(here.colour("line"), 1))
        painter.setBrush(here.colour("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(here.colour(self._meaning))
        painter.drawRoundedRect(QRectF(0, 0, STRIPE, self.height()), 2, 2)
        painter.end()


def drop(widget: QWidget) -> None:
    """Take a widget off the page at once, and out of memory as soon as Qt allows.

    A cursor inside it goes to what is around it, so that the window's keys keep working.
    """
    focus, around = QApplication.focusWidget(), widget.parentWidget()
    if focus is not None and (widget is focus or widget.isAncestorOf(focus)):
        while around is not None and around.focusPolicy() == Qt.FocusPolicy.NoFocus:
            around = around.parentWidget()
        if around is not None:
            around.setFocus(Qt.FocusReason.OtherFocusReason)
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()


def empty_layout(box: QLayout) -> None:
    """Let go of every widget that a layout holds."""
    while (item := box.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            drop(widget)


def fit_height(table: Table, rows: int, *, most: int = ROWS_SHOWN) -> None:
    """Make a short table as high as its rows (or as its empty state needs), so that only the page scrolls."""
    table.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustIgnored)
    shown = min(rows, most) if rows else EMPTY_ROWS
    head = table.horizontalHeader().sizeHint().height()
    table.setFixedHeight(head + shown * table.verticalHeader().defaultSectionSize() + look().px(4))
