"""What the tests of the fields do over and over: show them, hear what is kept, leave them."""

from datetime import date

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.fields.field import Field


def shown(qtbot: QtBot, *fields: QWidget) -> QWidget:
    """A window with the fields and one more thing that can take the focus."""
    window = QWidget()
    column = QVBoxLayout(window)
    for field in fields:
        column.addWidget(field)
    window.elsewhere = QLineEdit()  # type: ignore[attr-defined]
    column.addWidget(window.elsewhere)  # type: ignore[attr-defined]
    fields[0].held = window  # type: ignore[attr-defined]  # who holds the field holds the window
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def kept(field: Field) -> list[object]:
    """What the field commits from now on."""
    told: list[object] = []
    field.committed.connect(told.append)
    return told


def leave(window: QWidget) -> None:
    """Go elsewhere."""
    window.elsewhere.setFocus()  # type: ignore[attr-defined]


def today() -> date:
    """The day at the office."""
    return date(2025, 1, 20)
