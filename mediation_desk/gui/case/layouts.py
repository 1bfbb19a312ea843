"""Widgets that come and go on a station's page, and short tables that are as high as their rows."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QWidget

from mediation_desk.gui.kit.tables import Table
from mediation_desk.gui.kit.theme import look

ROWS_SHOWN = 6
EMPTY_ROWS = 5


def drop(widget: QWidget) -> None:
    """Take a widget off the page at once, and out of memory as soon as Qt allows."""
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
