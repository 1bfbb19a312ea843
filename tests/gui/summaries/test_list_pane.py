"""The list of cases as a spreadsheet, from the window."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mediation_desk.domain.listing import CaseFilter
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.summaries.list_pane import ListPane
from mediation_desk.services.desk import Desk
from mediation_desk.services.reports.case_list import USUAL, CaseColumn
from tests.gui import desks
from tests.services.papers_desk import registered


@pytest.fixture
def pane(qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory) -> ListPane:
    registered(desk)
    made = ListPane(desk, tasks, memory)
    desks.show(qtbot, made)
    made.open(CaseFilter(), frozenset())
    return made


def tick(pane: ListPane, *columns: CaseColumn) -> None:
    for at in range(pane.columns.count()):
        item = pane.columns.item(at)
        wanted = item.data(int(Qt.ItemDataRole.UserRole)) in columns
        item.setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)


def test_ticked_columns_are_written_in_their_order_and_remembered(
        pane: ListPane, tasks: Tasks, desk: Desk, memory: Memory, tmp_path: Path) -> None:
    assert pane.chosen() == USUAL
    tick(pane, CaseColumn.NUMBER, CaseColumn.PARTIES)
    pane.columns.setCurrentRow(1)
    QTest.mouseClick(pane.up, Qt.MouseButton.LeftButton)
    pane.path.set_typed(str(tmp_path / "list.xlsx"))
    told: list[str] = []
    pane.told.connect(told.append)
    QTest.mouseClick(pane.send, Qt.MouseButton.LeftButton)
    desks.settle(tasks)
    sheet = load_workbook(tmp_path / "list.xlsx").worksheets[0]
    assert [cell.value for cell in sheet[1]] == ["Parties", "Case number"]
    assert told == [f"1 case written: {tmp_path / 'list.xlsx'}"]
    assert ListPane(desk, tasks, memory).chosen() == (CaseColumn.PARTIES, CaseColumn.NUMBER)


def test_what_is_wrong_is_said_where_it_belongs(pane: ListPane, tasks: Tasks, tmp_path: Path) -> None:
    tick(pane)
    QTest.mouseClick(pane.send, Qt.MouseButton.LeftButton)
    desks.settle(tasks)
    assert pane.lacks.text() == "Choose at least one column."
    tick(pane, CaseColumn.NUMBER)
    assert not pane.lacks.isVisible()
    pane.path.set_typed("here")
    QTest.mouseClick(pane.send, Qt.MouseButton.LeftButton)
    desks.settle(tasks)
    assert "whole path" in pane.path._message.text()


def test_whole_numbers_are_offered_beside_columns_of_numbers_alone(pane: ListPane) -> None:
    assert not pane.whole.isVisible()
    tick(pane, CaseColumn.PHONES)
    assert pane.whole.isVisible()
