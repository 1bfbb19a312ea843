"""A small button that is a picture alone says under the pointer and to a screen reader what it does."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.look.tool import tool


def test_its_words_are_its_tip_and_its_name(dressed: QApplication, qtbot: QtBot) -> None:
    made = tool("x", "Take out <all>", "muted", size=14)
    qtbot.addWidget(made)
    assert made.accessibleName() == "Take out <all>" and "&lt;all&gt;" in made.toolTip()
    assert made.text() == "" and not made.icon().isNull() and made.iconSize().width() == look().px(14)


def test_a_screen_reader_can_be_told_more(dressed: QApplication, qtbot: QtBot) -> None:
    made = tool("x", "Take out", name="Take out: the offer of 3 May")
    qtbot.addWidget(made)
    assert (made.toolTip(), made.accessibleName()) == ("Take out", "Take out: the offer of 3 May")
