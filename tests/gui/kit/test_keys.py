"""The keyboard of every window goes to whichever page is in front."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.keys import page_keys, place_keys
from mediation_desk.gui.kit.page import Page
from tests.gui import desks


class Heard(Page):
    """A page that says what it was asked for."""

    def __init__(self, name: str, told: list[str]) -> None:
        super().__init__(name)
        self._name, self._told = name, told
        for verb in ("find_here", "print_page", "undo", "redo", "turn"):
            setattr(self, verb, lambda verb=verb: told.append(f"{name} {verb}"))


CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEYS = [(Qt.Key.Key_F, CONTROL, "find_here"), (Qt.Key.Key_P, CONTROL, "print_page"),
        (Qt.Key.Key_Z, CONTROL, "undo"), (Qt.Key.Key_Z, CONTROL | SHIFT, "redo"),
        (Qt.Key.Key_Y, CONTROL, "redo"), (Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier, "turn")]


@pytest.mark.parametrize(("key", "keys", "verb"), KEYS)
def test_a_key_reaches_the_page_that_is_in_front_now(qtbot: QtBot, dressed: QApplication, key: Qt.Key,
                                                    keys: Qt.KeyboardModifier, verb: str) -> None:
    told: list[str] = []
    window, pages = QWidget(), [Heard("one", told), Heard("two", told)]
    front: list[Page | None] = [pages[0]]
    page_keys(window, lambda: front[0])
    desks.show(qtbot, window)
    for page, expected in ((pages[0], f"one {verb}"), (pages[1], f"two {verb}"), (None, None)):
        told.clear()
        front[0] = page
        QTest.keyClick(window, key, keys)
        assert told == ([expected] if expected else [])
    for one in pages:
        one.deleteLater()


def test_alt_and_a_number_up_to_seven_go_to_a_place(qtbot: QtBot, dressed: QApplication) -> None:
    gone: list[int] = []
    window = QWidget()
    place_keys(window, gone.append)
    desks.show(qtbot, window)
    for key in range(Qt.Key.Key_0, Qt.Key.Key_9 + 1):
        QTest.keyClick(window, Qt.Key(key), Qt.KeyboardModifier.AltModifier)
    assert gone == [1, 2, 3, 4, 5, 6, 7]


def test_no_key_of_an_input_method_is_taken(qtbot: QtBot, dressed: QApplication) -> None:
    """Shift alone, Ctrl+Space and Ctrl+. switch languages and punctuation."""
    window = QWidget()
    page_keys(window, lambda: None)
    place_keys(window, lambda _number: None)
    taken = {one.key().toString() for one in window.findChildren(QShortcut)}
    assert taken and not taken & {"Shift", "Ctrl+Space", "Ctrl+.", "Ctrl+,", "Shift+Space"}
    window.deleteLater()
