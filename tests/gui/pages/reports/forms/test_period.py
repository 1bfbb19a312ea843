"""The period of a form: around a day, and the one before and after."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from mediation_desk.domain.reports.forms.form import PeriodKind
from mediation_desk.domain.reports.period import Period
from mediation_desk.gui.pages.reports.forms.period import FormPeriod, period_around
from tests.gui.desks import FIRST_DAY, show


@pytest.mark.parametrize(("kind", "period"), [
    (PeriodKind.DAY, Period.of_day(FIRST_DAY)), (PeriodKind.MONTH, Period.months(2024, 11)),
    (PeriodKind.QUARTER, Period.months(2024, 10, 3)), (PeriodKind.YEAR, Period.months(2024, 1, 12))])
def test_earlier_and_later_lead_there_and_back(qtbot: QtBot, dressed: QApplication, kind: PeriodKind,
                                               period: Period) -> None:
    choice = FormPeriod(lambda: FIRST_DAY)
    show(qtbot, choice)
    choice.show_period(kind, period)
    with qtbot.waitSignal(choice.changed):
        QTest.mouseClick(choice.earlier, Qt.MouseButton.LeftButton)
    assert choice.period == period.before()
    QTest.mouseClick(choice.later, Qt.MouseButton.LeftButton)
    assert choice.period == period


@given(st.dates(date(2000, 1, 1), date(2050, 1, 1)), st.sampled_from(list(PeriodKind)))
def test_the_period_around_a_day_has_it_and_is_the_same_from_each_of_its_ends(day: date, kind: PeriodKind
                                                                             ) -> None:
    found = period_around(kind, day)
    assert found.since <= day <= found.until
    assert period_around(kind, found.since) == period_around(kind, found.until) == found


def test_before_the_first_year_is_no_period_and_that_is_said(qtbot: QtBot, dressed: QApplication) -> None:
    choice = FormPeriod(lambda: FIRST_DAY)
    show(qtbot, choice)
    choice.show_period(PeriodKind.MONTH, Period.months(1901, 1))
    QTest.mouseClick(choice.earlier, Qt.MouseButton.LeftButton)
    assert choice.period == Period.months(1901, 1)
    assert any("too long ago" in one.text() or "太早" in one.text() or "久远" in one.text()
               for one in choice.findChildren(QLabel))
