"""The sections are gone through by keys, and each is read out with its count and sum."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.domain.money import yuan
from mediation_desk.domain.payments.dues import DueTotals, Section, Sum
from mediation_desk.gui.pages.payments.sections import SectionList
from tests.gui.desks import show


def test_the_list_says_what_each_holds_and_arrows_choose(qtbot: QtBot, dressed: QApplication) -> None:
    made, chosen = SectionList("What is to be paid"), list[object]()
    made.chosen.connect(chosen.append)
    show(qtbot, made)
    made.show_totals(DueTotals(Sum(3, yuan("90")), {Section.CALL: Sum(1, yuan("12.50"))}))
    assert made.section is None
    made.setFocus()
    QTest.keyClick(made, Qt.Key.Key_Up)
    assert chosen == [Section.CALL] and made.section is Section.CALL
    told = made.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "To be looked at again: 1 instalment, 12.50 yuan owed"
    assert not made.grab().isNull()
