"""The six stations with how many open cases stand at each."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from mediation_desk.domain.vocabulary import Station
from mediation_desk.gui.kit.look.theme import FIGURE_PT, SMALL_PT, look
from mediation_desk.gui.kit.words import tr, tr_count


class StationTile(QAbstractButton):
    """A number that matters over its word; pressed, it shows the cases it counts."""

    def __init__(self, station: Station, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.station, self.count = station, 0
        self.setText(tr(station.label))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int) -> None:
        """Show another number."""
        self.count = count
        self.setAccessibleName(tr_count("{station}: {count} open case", "{station}: {count} open cases",
                                        count, station=self.text()))
        self.update()

    def sizeHint(self) -> QSize:
        """A large number and a small word."""
        words = QFontMetrics(look().font(SMALL_PT)).horizontalAdvance(self.text())
        return QSize(max(look().px(96), words + look().px(16)), look().px(72))

    def minimumSizeHint(self) -> QSize:
        """The number; the word is cut before the page is wider than its window."""
        return QSize(look().px(56), look().px(72))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """No frame: the number, the word, and a line under both; accent where there are cases."""
        painter, here = QPainter(self), look()
        if self.underMouse() or self.hasFocus():
            painter.fillRect(self.rect(), here.soft("accent") if self.hasFocus() else here.colour("hover"))
        inner = self.rect().adjusted(here.px(8), here.px(4), -here.px(8), -here.px(8))
        painter.setFont(here.font(FIGURE_PT, bold=True))
        painter.setPen(here.colour("ink" if self.count else "muted"))
        left = Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, int(left | Qt.AlignmentFlag.AlignTop), f"{self.count:,}")
        painter.setFont(here.font(SMALL_PT))
        painter.setPen(here.colour("muted"))
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(left | Qt.AlignmentFlag.AlignBottom), words)
        bar = QRect(0, self.height() - here.px(2), self.width(), here.px(2))
        painter.fillRect(bar, here.colour("accent" if self.count else "line"))
        painter.end()


class StationTiles(QWidget):
    """All six in a row, in the order of the road. ``chosen(station)`` when one is pressed."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(12))
        self.tiles = {station: StationTile(station, self) for station in Station}
        for station, tile in self.tiles.items():
            tile.clicked.connect(lambda _down=False, one=station: self.chosen.emit(one))
            row.addWidget(tile, tile.sizeHint().width())
        self.show_counts({})

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """How many open cases stand at each station; one without any shows 0."""
        for station, tile in self.tiles.items():
            tile.show_count(counts.get(station.value, 0))
