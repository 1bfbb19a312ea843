"""After signing in one notice says how much is due, once a day, with nobody's name, unless switched off."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from mediation_desk.domain.money import yuan
from mediation_desk.domain.payments.dues import DueTotals, Section, Sum
from mediation_desk.gui.due_notice import DUE_NOTICE, DueNotice, notice_words, system_tray, wanted
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services.desk import Desk
from tests.gui import desks
from tests.services.payments.owed import owing


class Tray(QObject):
    """A tray that keeps what it was told."""

    messageClicked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.told: list[str] = []
        self.there = False

    def show(self) -> None:
        self.there = True

    def hide(self) -> None:
        self.there = False

    def showMessage(self, title: str, text: str, _icon: QSystemTrayIcon.MessageIcon, _ms: int) -> None:
        self.told.append(f"{title}: {text}")


def test_it_tells_once_a_day_and_leads_to_the_payments(
        qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory, clock: desks.SetClock) -> None:
    clock.set(date(2025, 1, 20))
    owing(desk)
    around, trays = QObject(), list[Tray]()

    def tray(parent: QObject) -> Tray:
        trays.append(Tray(parent))
        return trays[-1]

    notice = DueNotice(desk, tasks, memory, around, tray)  # type: ignore[arg-type]
    for _ in range(2):
        notice.begin()
        desks.settle(tasks)
    assert [one.told for one in trays] == [
        ["Payments: Due this week: 1, 3,000.00 yuan\nTo be reminded: 1, 3,000.00 yuan"]]
    with qtbot.waitSignal(notice.pressed):
        trays[0].messageClicked.emit()
    assert not trays[0].there
    clock.set(date(2025, 1, 23))
    memory.keep(DUE_NOTICE, "")
    notice.begin()
    assert len(trays) == 1 and not wanted(memory)
    memory.keep(DUE_NOTICE, "yes")
    notice.begin()
    desks.settle(tasks)
    assert trays[1].told == ["Payments: Late: 1, 3,000.00 yuan"]


def test_counts_and_sums_are_all_it_says_and_nothing_where_nothing_is_due(tasks: Tasks) -> None:
    assert notice_words(DueTotals(Sum(2, yuan("5")), {})) == ""
    told = DueTotals(Sum(), {Section.LATE_7: Sum(1, yuan("1")), Section.OLDER: Sum(2, yuan("2.50"))})
    assert notice_words(told) == "Late: 3, 3.50 yuan"


def test_where_the_system_has_no_tray_nothing_is_shown(qtbot: QtBot, tasks: Tasks) -> None:
    around = QObject()
    assert (system_tray(around) is None) == (not QSystemTrayIcon.isSystemTrayAvailable())
