"""A filled form on screen: exact numbers, sums in bold, what does not hold, and corrections."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.domain.reports.figures import Unit
from mediation_desk.domain.reports.forms.filled import (
    Behind,
    Cell,
    Correction,
    Due,
    FilledColumn,
    FilledForm,
    FilledRow,
    FilledTable,
    FrozenMark,
    Outcome,
)
from mediation_desk.domain.reports.forms.form import Ahead, Form, Moment, PeriodKind, Row, Sum, Table
from mediation_desk.domain.reports.period import Narrow, Period
from mediation_desk.domain.sorting.answer_types import Label
from mediation_desk.gui.pages.filled.sheet import FilledSheet
from tests.gui.desks import show
from tests.gui.pages.reports.hands import cells

MONTH = Period.months(2024, 11)
KEY = Qt.Key


def said(text: str) -> Label:
    return Label(text, text)


def cell(value: int, unit: Unit = Unit.CASES) -> Cell:
    return Cell(unit, value, Behind(Moment.RECEIVED, MONTH), value)


COLUMNS = (FilledColumn("received", said("Received"), Unit.CASES, said("Those of the month.")),
           FilledColumn("agreed", said("Agreed"), Unit.MONEY))
ROWS = (FilledRow("walk", said("Walk-in"), (cell(2), cell(150050, Unit.MONEY))),
        FilledRow("all", said("All"), (cell(2), Cell(Unit.MONEY, 150050))))
FORM = Form("monthly", said("Monthly"), PeriodKind.MONTH, (Table("t", said("Flow"), said("Item"), (), (
    Row("walk", said("Walk-in")), Row("all", said("All"), told=Sum(("walk",))))),))
FILLED = FilledForm(FORM, MONTH, Narrow(), (FilledTable("t", said("1. Flow"), said("Item"), COLUMNS, ROWS),),
                    (Outcome(said("All adds up"), 2, 2),), False, date(2024, 12, 2))


@pytest.fixture
def sheet(qtbot: QtBot, dressed: QApplication) -> FilledSheet:
    made = FilledSheet()
    made.resize(900, 700)
    made.show_form(FILLED)
    show(qtbot, made)
    return made


def test_numbers_stand_exact_and_to_the_right_and_sums_in_bold(sheet: FilledSheet) -> None:
    (block,) = sheet.blocks
    assert [cells(block.table, row) for row in range(2)] == [["Walk-in", "2", "1,500.50"],
                                                             ["All", "2", "1,500.50"]]
    model, role = block.model, Qt.ItemDataRole
    assert [bool(model.data(model.index(row, 0), role.FontRole)) for row in range(2)] == [False, True]
    aligned = int(str(model.data(model.index(0, 2), role.TextAlignmentRole)))
    assert aligned & int(Qt.AlignmentFlag.AlignRight.value)


def test_the_line_beneath_follows_the_cell_in_focus_and_enter_opens_its_cases(qtbot: QtBot,
                                                                              sheet: FilledSheet) -> None:
    (block,) = sheet.blocks
    block.table.setFocus()
    block.table.choose_row(0)
    QTest.keyClick(block.table, KEY.Key_Right)
    assert block.definition.text() == "Received: Those of the month. · Enter opens its cases."
    with qtbot.waitSignal(sheet.cell_wanted) as wanted:
        QTest.keyClick(block.table, KEY.Key_Return)
    assert wanted.args == [("t", "walk", "received")]
    QTest.keyClick(block.table, KEY.Key_Right)
    QTest.keyClick(block.table, KEY.Key_Down)
    assert block.definition.text() == "Agreed"
    with qtbot.assertNotEmitted(sheet.cell_wanted):
        QTest.keyClick(block.table, KEY.Key_Return)


def test_that_it_adds_up_is_said_and_what_does_not_in_words(sheet: FilledSheet) -> None:
    assert sheet.adds_up.text() == "1 identity of the form holds."
    sheet.show_form(replace(FILLED, outcomes=(
        Outcome(said("All adds up"), 2, 3), Outcome(said("Half known"), None, 1))))
    assert sheet.adds_up.text().splitlines() == [
        "This form does not reconcile and must not be passed on.", "All adds up: 2 against 3.",
        "Half known: cannot be checked, for a part of it is not known."]
    assert sheet.adds_up.property("meaning") == "overdue"


def test_an_empty_form_says_nothing_of_sums(sheet: FilledSheet) -> None:
    sheet.show_form(replace(FILLED, counted=False))
    assert sheet.adds_up.isHidden()


def test_corrections_of_frozen_numbers_stand_with_the_cases_that_made_them(qtbot: QtBot,
                                                                           sheet: FilledSheet) -> None:
    assert sheet.corrections.isHidden()
    case = UUID(int=5)
    correction = Correction(("t", "walk", "received"), said("1. Flow"), said("Walk-in"), said("Received"),
                            Unit.CASES, 2, 3, ((case, "0007"),))
    mark = FrozenMark(UUID(int=1), 1, "林主任", datetime(2024, 12, 2, tzinfo=UTC))
    sheet.show_form(replace(FILLED, frozen=mark, corrections=(correction,)))
    assert sheet.corrections.head.text() == "1 number would be another one today:"
    assert cells(sheet.corrections.table, 0) == ["1. Flow · Walk-in · Received", "2", "3", "0007"]
    with qtbot.waitSignal(sheet.case_wanted) as wanted:
        sheet.corrections.table.choose_row(0)
        QTest.keyClick(sheet.corrections.table, KEY.Key_Return)
    assert wanted.args == [case]


def test_what_falls_due_is_listed_where_the_form_says_so(sheet: FilledSheet) -> None:
    assert sheet.ahead.isHidden()
    sheet.show_form(replace(FILLED, form=replace(FORM, ahead=Ahead(said("Next week"), 7, 10)), due=(
        Due(date(2024, 12, 3), said("Mediation ends"), "0007", said("马海龙")),)))
    assert sheet.ahead.head.text() == "Next week"
    assert cells(sheet.ahead.table, 0) == ["2024-12-03", "Mediation ends", "0007", "马海龙"]
