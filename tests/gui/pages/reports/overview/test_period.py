"""The choice of a period: a name fills in the days, a day that is entered is a name no more."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.domain.reports.named_periods import NamedPeriod
from mediation_desk.domain.reports.period import Period
from mediation_desk.gui.pages.reports.overview.period import PeriodChoice
from tests.gui.desks import FIRST_DAY, show, write


@pytest.fixture
def choice(qtbot: QtBot, dressed: QApplication) -> PeriodChoice:
    made = PeriodChoice(lambda: FIRST_DAY)
    show(qtbot, made)
    return made


def pick(choice: PeriodChoice, name: NamedPeriod) -> None:
    choice.span.combo.setCurrentIndex(list(NamedPeriod).index(name))
    choice.span.combo.activated.emit(choice.span.combo.currentIndex())


def test_a_name_fills_in_its_days(qtbot: QtBot, choice: PeriodChoice) -> None:
    assert choice.period() == Period.months(2024, 11)
    with qtbot.waitSignal(choice.changed):
        pick(choice, NamedPeriod.LAST_QUARTER)
    assert (choice.since.typed(), choice.until.typed()) == ("2024-07-01", "2024-09-30")


def test_a_day_that_is_entered_makes_it_days_as_entered(qtbot: QtBot, choice: PeriodChoice) -> None:
    write(qtbot, choice.until, "11-20")
    with qtbot.waitSignal(choice.changed):
        QTest.keyClick(choice.until.line, Qt.Key.Key_Tab)
    assert choice.span.value() is NamedPeriod.DATES
    assert choice.period() == Period(date(2024, 11, 1), date(2024, 11, 20))
    choice.renew()
    assert choice.period() == Period(date(2024, 11, 1), date(2024, 11, 20))


def test_days_as_entered_begin_with_the_days_that_stood_there(qtbot: QtBot, choice: PeriodChoice) -> None:
    with qtbot.assertNotEmitted(choice.changed):
        pick(choice, NamedPeriod.DATES)
    assert choice.since.line.hasFocus() and choice.period() == Period.months(2024, 11)


def test_a_day_that_is_taken_away_must_be_filled_in(qtbot: QtBot, choice: PeriodChoice) -> None:
    write(qtbot, choice.since, "2")
    choice.since.line.clear()
    with qtbot.assertNotEmitted(choice.changed):
        QTest.keyClick(choice.since.line, Qt.Key.Key_Tab)
    assert choice.since.error() == "This must be filled in." and choice.period() is None


def test_the_trouble_goes_with_its_cause(qtbot: QtBot, choice: PeriodChoice) -> None:
    write(qtbot, choice.until, "2024-01-01")
    QTest.keyClick(choice.until.line, Qt.Key.Key_Tab)
    assert choice.until.error() == "The period ends before it begins."
    write(qtbot, choice.since, "2023-12-31")
    QTest.keyClick(choice.since.line, Qt.Key.Key_Tab)
    assert not choice.until.error() and choice.period() == Period(date(2023, 12, 31), date(2024, 1, 1))
