"""Ctrl+F in a case: the next place that holds the words."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.case.frame.hands import intake_page
from tests.gui.case.rooms import Room


def test_ctrl_f_finds_on_the_page(room: Room) -> None:
    page = intake_page(room)
    room.press(Qt.Key.Key_F)
    finder = room.window.finder
    assert finder.isVisible() and finder.line.hasFocus()
    QTest.keyClicks(finder.line, "kind of work")
    QTest.keyClick(finder.line, Qt.Key.Key_Return)
    assert page.matter.kind.hasFocus()
    room.press(Qt.Key.Key_F)
    QTest.keyClicks(finder.line, "nowhere to be found")
    QTest.keyClick(finder.line, Qt.Key.Key_Return)
    assert finder.says.text() == "Not found on this page."
    QTest.keyClick(finder.line, Qt.Key.Key_Escape)
    assert not finder.isVisible()
