"""A table of sealed matter."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.gui.case.mediation.sealed_table import SealedTable
from mediation_desk.gui.kit.tables.table import Column, RowsModel, Table
from tests.gui.case.mediation.hands import CANARY
from tests.gui.desks import show


def made(kind: type[Table], qtbot: QtBot, count: int = 1) -> Table:
    model = RowsModel([Column("what", "What", lambda row: row)])
    table = kind(model, name="sealed")
    model.setParent(table)
    model.set_rows([CANARY] * count)
    show(qtbot, table)
    table.choose_row(0)
    table.setFocus()
    return table


def test_nothing_is_copied_out_of_it(qtbot: QtBot, dressed: QApplication) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")
    QTest.keyClick(made(SealedTable, qtbot), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == "before"
    QTest.keyClick(made(Table, qtbot), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == CANARY  # which shows that the key would have done it
    clipboard.clear()


def test_it_is_as_high_as_its_rows(qtbot: QtBot, dressed: QApplication) -> None:
    table = made(SealedTable, qtbot, 4)
    assert isinstance(table, SealedTable)
    table.fit()
    assert not table.verticalScrollBar().isVisible() and table.rowViewportPosition(3) > 0
    last = table.rowViewportPosition(3) + table.rowHeight(3)
    assert last <= table.viewport().height()
