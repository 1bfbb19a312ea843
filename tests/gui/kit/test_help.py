"""F1: what the page in front is for."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.help import HelpWindow
from tests.gui import desks


def test_help_is_plain_words_that_can_be_copied_and_esc_closes_it(qtbot: QtBot,
                                                                  dressed: QApplication) -> None:
    window = HelpWindow("Settlement", "Set what is <b>paid</b>.\n\nThen sign.")
    desks.show(qtbot, window)
    assert window.words.text() == "Set what is <b>paid</b>.\n\nThen sign."
    assert window.words.textFormat() is Qt.TextFormat.PlainText
    assert window.words.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    with qtbot.waitSignal(window.finished):
        QTest.keyClick(window, Qt.Key.Key_Escape)


def test_a_long_help_is_scrolled_and_none_of_it_is_cut(qtbot: QtBot, dressed: QApplication) -> None:
    window = HelpWindow("Sorting", "One more sentence about sorting. " * 400)
    desks.show(qtbot, window)
    (area,) = window.findChildren(QScrollArea)
    assert area.verticalScrollBar().maximum() > 0 and area.horizontalScrollBar().maximum() == 0
