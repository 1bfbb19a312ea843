"""Facts in two columns: what says nothing is not there, and what was before goes."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.facts import Facts


def test_what_says_something_stands_there_in_its_order(qtbot: QtBot) -> None:
    facts = Facts()
    qtbot.addWidget(facts)
    facts.tell([("One", "1"), ("Nothing", ""), ("Two", "2\n3")])
    assert facts.told == {"One": "1", "Two": "2\n3"}
    assert [one.text() for one in facts.findChildren(QLabel)] == ["One", "1", "Two", "2\n3"]


def test_what_is_told_anew_takes_the_place_of_the_former(qtbot: QtBot) -> None:
    facts = Facts()
    qtbot.addWidget(facts)
    facts.show()
    facts.tell([("One", "1"), ("Two", "2")])
    facts.tell([("Three", "3")])
    QTest.qWait(0)
    assert [one.text() for one in facts.findChildren(QLabel) if one.isVisible()] == ["Three", "3"]
