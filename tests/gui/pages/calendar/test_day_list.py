"""The list of a day: every entry in words, several chosen at once, and keys that do as on the board."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.domain.planning.entries import EntryKind
from mediation_desk.gui.pages.calendar.board import NUDGE
from mediation_desk.gui.pages.calendar.day_list import DayList
from tests.gui.desks import show
from tests.gui.pages.calendar.hands import CTRL, KEY, TUESDAY, at, entry

NINE, BUSY = entry(at(9), at(10)), entry(at(11), case=None, row_id=None)
MONEY = entry(None, kind=EntryKind.INSTALMENT, number=1, row_id=None)


@pytest.fixture
def day(qtbot: QtBot, dressed: QApplication) -> DayList:
    made = DayList(lambda: TUESDAY.date())
    made.resize(300, 400)
    show(qtbot, made)
    made.show_entries([MONEY, NINE, BUSY], NINE)
    return made


def test_each_entry_is_said_in_words(day: DayList) -> None:
    said = [str(day.entries.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for at in range(3)]
    assert said[0].startswith("Instalment · 张晓雯") and said[1].startswith("Session · 09:00 to 10:00")
    assert said[2] == "Session · 11:00 to 12:00 (end assumed) · Busy: 李调解"
    assert day.current() == NINE and day.accessibleName() == "What stands on the day"


def test_several_are_chosen_with_shift(day: DayList) -> None:
    QTest.keyClick(day, KEY.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert day.chosen() == [NINE, BUSY]


def test_enter_opens_what_may_be_opened_and_nothing_else(qtbot: QtBot, day: DayList) -> None:
    with qtbot.waitSignal(day.opened) as opened:
        QTest.keyClick(day, KEY.Key_Return)
    assert opened.args == [NINE]
    QTest.keyClick(day, KEY.Key_Down)
    with qtbot.assertNotEmitted(day.opened):
        QTest.keyClick(day, KEY.Key_Return)


def test_ctrl_and_an_arrow_ask_for_a_move(qtbot: QtBot, day: DayList) -> None:
    with qtbot.waitSignal(day.nudged) as nudged:
        QTest.keyClick(day, KEY.Key_Up, CTRL)
    assert nudged.args == [NINE, -NUDGE]


def test_another_day_chooses_nothing_by_itself(day: DayList) -> None:
    day.show_entries([MONEY], None)
    assert day.current() is None and day.chosen() == []
    day.go_first()
    assert day.current() == MONEY
