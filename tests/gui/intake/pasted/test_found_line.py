"""Beneath a field stand the words in which it was found, cut short, and what may be done."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.gui.intake.pasted.found_line import MOST, FoundLine, shortened


def test_the_words_show_and_what_is_doubted_can_be_taken(qtbot: QtBot, dressed: QApplication) -> None:
    line = FoundLine()
    qtbot.addWidget(line)
    line.show_found("", doubted=False, is_claim=False)
    assert line.isHidden()
    line.show_found("马国栋", doubted=False, is_claim=False)
    assert line.words.text() == "“马国栋”" and line.take.isHidden() and not line.throw.isHidden()
    line.show_found("马" * MOST, doubted=True, is_claim=False)
    assert line.words.text() == f"Not sure: “{'马' * (MOST // 2)}…”" and not line.take.isHidden()
    line.show_found("", doubted=False, is_claim=True)
    assert line.words.isHidden() and not line.throw.isHidden()


def test_as_much_shows_as_there_is_room_for() -> None:
    assert shortened("260318094512003381") == "260318094512003381" and shortened("") == ""
    assert shortened("甲" * 18) == "甲" * 18 and shortened("甲" * 19) == "甲" * 18 + "…"
