"""Fields side by side, as many in a row as there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.look.theme import look

MOST_ROWS, GAP = 4, 12
TOP_LEFT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


class FieldRows(QWidget):
    """Whoever has the fields says which they are, lays them once they are made, and fits them again when
    another of them is in sight; a hidden one takes no room."""

    @property
    def fields(self) -> Sequence[Field]:
        """All of them, in their order."""
        raise NotImplementedError

    def lay_fields(self, width: int, last: QWidget | None = None) -> None:
        """Lay them out for a width in pixels; ``last`` stands at the end of the first row."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        self._rows = [QHBoxLayout() for _ in range(MOST_ROWS)]
        for row in self._rows:
            row.setSpacing(look().px(GAP))
            row.setAlignment(TOP_LEFT)
            column.addLayout(row)
        self._last = last
        self._at: list[int] = []
        self.fit(width)

    def fit(self, width: int) -> None:
        """Each in the row where it has room; what is left over in the last."""
        kept = 0 if self._last is None or self._last.isHidden() else self._last.sizeHint().width()
        at, left, places = 0, width - kept, list[int]()
        for field in self.fields:
            needs = 0 if field.isHidden() else field.sizeHint().width() + look().px(GAP)
            if needs > left + look().px(GAP) and at + 1 < MOST_ROWS:
                at, left = at + 1, width
            left -= needs
            places.append(at)
        if places != self._at:
            self._at = places
            self._place()

    def _place(self) -> None:
        last = () if self._last is None else (self._last,)
        for row, widget in product(self._rows, (*self.fields, *last)):
            row.removeWidget(widget)
        for field, place in zip(self.fields, self._at, strict=True):
            self._rows[place].addWidget(field, 0, TOP_LEFT)
        for widget in last:
            self._rows[0].addWidget(widget, 0, Qt.AlignmentFlag.AlignBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More rows where one is too narrow."""
        super().resizeEvent(event)
        self.fit(event.size().width())

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for one field in a row."""
        size = super().minimumSizeHint()
        size.setWidth(max(field.minimumSizeHint().width() for field in self.fields))
        return size
