"""Short lists beside the page: what they say, what can be pressed, what is said of nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from mediation_desk.gui.pages.payments.lines import Line, Lines
from tests.gui.desks import show


def test_lines_come_and_go_and_their_buttons_say_what_they_are_about(
        qtbot: QtBot, dressed: QApplication) -> None:
    made, pressed = Lines("Calls", "No call is noted yet."), list[str]()
    show(qtbot, made)
    made.tell([])
    assert made.empty.isVisible()
    made.tell([Line("20 January", "月底付", "trash", "Take the call out", lambda: pressed.append("one")),
               Line("", "仅查看")])
    first = made.made[0].findChildren(QToolButton)[0]
    assert first.accessibleName() == "Take the call out: 20 January" and not made.empty.isVisible()
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert pressed == ["one"] and made.made[1].findChildren(QToolButton) == []


def test_a_list_without_words_for_nothing_goes_out_of_sight(qtbot: QtBot, dressed: QApplication) -> None:
    made = Lines("Also open in this case")
    qtbot.addWidget(made)
    made.tell([])
    assert made.isHidden()
