"""Widgets in a row."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from mediation_desk.gui.kit.look.theme import look


def row_of(*widgets: QWidget, gap: int = 8) -> QHBoxLayout:
    """Widgets side by side from the left, ``gap`` px apart at 100 %; what room is left stays free."""
    row = QHBoxLayout()
    row.setSpacing(look().px(gap))
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
