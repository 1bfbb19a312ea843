"""Cards, widgets that come and go on a station's page, and short tables as high as their rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QBoxLayout,
    QFrame,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.table import Table

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


class FoldingRow(QWidget):
    """Widgets beside each other, or one under the other before anything would scroll sideways."""

    def __init__(self, widgets: Sequence[QWidget], *, spacing: int = 8, share: bool = False,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widgets = tuple(widgets)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(look().px(spacing))
        for at, widget in enumerate(widgets):
            self._box.addWidget(widget, 1 if share or at == 0 else 0)

    @property
    def beside(self) -> bool:
        """Whether they stand beside each other now."""
        return self._box.direction() == QBoxLayout.Direction.LeftToRight

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest of them."""
        widest = max(one.minimumSizeHint().width() for one in self._widgets)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        gaps = self._box.spacing() * (len(self._widgets) - 1)
        needed = sum(one.minimumSizeHint().width() for one in self._widgets) + gaps
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.LeftToRight if event.size().width() >= needed
                               else direction.TopToBottom)


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
