"""Side by side where there is room, else one beneath the other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from mediation_desk.gui.pages.payments.beside import ROOM, SIDE, Beside
from tests.gui.desks import show


def test_the_second_part_goes_beneath_where_the_window_is_narrow(qtbot: QtBot, dressed: QApplication) -> None:
    made = Beside()
    for words in ("the list", "what is chosen"):
        made.addWidget(QLabel(words))
    made.resize(ROOM + 100, 600)
    show(qtbot, made)
    assert made.orientation() is Qt.Orientation.Horizontal and abs(made.sizes()[1] - SIDE) < 8
    made.resize(ROOM - 100, 600)
    qtbot.waitUntil(lambda: made.orientation() is Qt.Orientation.Vertical)
    assert made.sizes()[0] > made.sizes()[1] > 200
