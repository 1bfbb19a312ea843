"""Ctrl+F in a case: the next place that holds the words."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.gui.case.frame.find_strip import FindStrip
from tests.gui.case.frame.hands import intake_page
from tests.gui.case.rooms import Room
from tests.gui.desks import show


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


@pytest.fixture
def strip(qtbot: QtBot, dressed: QApplication) -> Iterator[tuple[FindStrip, list[str], list[int]]]:
    sought: list[str] = []
    left: list[int] = []

    def find(text: str) -> bool:
        sought.append(text)
        return text == "wage"

    made = FindStrip(find, lambda: left.append(1))
    show(qtbot, made)
    yield made, sought, left


def test_only_words_are_sought_and_what_is_not_found_is_said_until_it_is(
        strip: tuple[FindStrip, list[str], list[int]]) -> None:
    made, sought, _left = strip
    made.open()
    QTest.keyClick(made.line, Qt.Key.Key_Return)
    assert sought == [] and made.says.text() == ""
    QTest.keyClicks(made.line, "  wages ")
    QTest.keyClick(made.line, Qt.Key.Key_Enter)
    assert sought == ["wages"] and made.says.text() == "Not found on this page."
    made.line.setText("wage")
    QTest.keyClick(made.line, Qt.Key.Key_Return)
    QTest.keyClick(made.line, Qt.Key.Key_Return)
    assert sought == ["wages", "wage", "wage"] and made.says.text() == ""


def test_opened_again_the_old_words_are_marked_so_that_typing_replaces_them(
        strip: tuple[FindStrip, list[str], list[int]]) -> None:
    made, _sought, left = strip
    made.line.setText("wages")
    made.says.setText("Not found on this page.")
    made.open()
    assert made.line.selectedText() == "wages" and made.says.text() == ""
    made.put_away()
    assert left == [1] and made.isHidden()
