"""The first columns of a wide grid stay in view while the others are scrolled."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.tables.frozen import Frozen
from mediation_desk.gui.kit.tables.grid import Grid, GridColumn, GridModel, GridRow
from tests.gui.desks import bring_forward

ROWS, COLUMNS = 200, 30


def wide(qtbot: QtBot) -> tuple[Grid, Frozen, list[list[tuple[str, str, str]]]]:
    """200 workers by 30 elements, and what is told of edits."""
    model = GridModel()
    grid = Grid(model, name="Elements")
    model.set_grid([GridRow(f"w{at}", f"Worker {at}") for at in range(ROWS)],
                   [GridColumn(f"e{at}", f"Element {at}") for at in range(COLUMNS)], {})
    grid.allow_freezing()
    told: list[list[tuple[str, str, str]]] = []
    model.edits.connect(told.append)
    qtbot.addWidget(grid)
    grid.resize(900, 400)
    bring_forward(grid)
    grid.setFocus()
    assert grid.frozen is not None
    return grid, grid.frozen, told


def freeze(frozen: Frozen, column: int) -> None:
    """Choose it in the menu."""
    frozen.menu(column).actions()[0].trigger()


def sees(grid: Grid, frozen: Frozen, column: int) -> bool:
    """Whether what is seen at that column's place beside the row titles is that column, frozen."""
    at = grid.viewport().mapTo(grid, QPoint(0, 5)) + QPoint(frozen.pane.columnViewportPosition(column) + 5, 0)
    return grid.childAt(at) is frozen.pane.viewport()


def test_frozen_columns_stay_in_view_while_the_others_scroll(qtbot: QtBot) -> None:
    grid, frozen, _told = wide(qtbot)
    freeze(frozen, 1)
    grid.horizontalScrollBar().setValue(grid.horizontalScrollBar().maximum())
    assert sees(grid, frozen, 0) and sees(grid, frozen, 1)
    assert frozen.pane.isColumnHidden(2)
    grid.verticalScrollBar().setValue(1000)
    assert frozen.pane.rowViewportPosition(40) == grid.rowViewportPosition(40)
    assert frozen.pane.viewport().height() == grid.viewport().height()
    top = frozen.pane.viewport().mapTo(grid, QPoint(0, 0))
    assert top == grid.viewport().mapTo(grid, QPoint(0, 0))
    frozen.menu(5).actions()[1].trigger()
    assert frozen.pane.isHidden() and not frozen.holds(0)


def test_a_frozen_cell_is_typed_in_where_it_stands_and_enter_goes_down(qtbot: QtBot) -> None:
    grid, frozen, told = wide(qtbot)
    freeze(frozen, 1)
    far = grid.horizontalScrollBar().maximum()
    grid.horizontalScrollBar().setValue(far)
    QTest.qWait(0)
    where = frozen.pane.visualRect(grid.model().index(2, 1)).center()
    QTest.mouseClick(frozen.pane.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (2, 1)
    assert grid.hasFocus() and grid.horizontalScrollBar().value() == far
    QTest.keyClick(grid, Qt.Key.Key_4)
    (editor,) = frozen.pane.findChildren(QLineEdit)
    QTest.keyClicks(editor, "300")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [[("w2", "e1", "4300")]]
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (3, 1)
    assert grid.hasFocus() and grid.horizontalScrollBar().value() == far


def test_the_cursor_never_hides_beneath_the_frozen_columns(qtbot: QtBot) -> None:
    grid, frozen, _told = wide(qtbot)
    freeze(frozen, 1)
    grid.setCurrentIndex(grid.model().index(0, COLUMNS - 1))
    for _ in range(COLUMNS - 3):
        QTest.keyClick(grid, Qt.Key.Key_Left)
        assert grid.visualRect(grid.currentIndex()).left() >= frozen.width()


def test_rows_columns_and_widths_follow_the_grid(qtbot: QtBot) -> None:
    grid, frozen, _told = wide(qtbot)
    freeze(frozen, 2)
    grid.setRowHidden(3, True)
    grid.setColumnHidden(1, True)
    grid.setColumnWidth(0, 150)
    assert frozen.pane.isRowHidden(3) and frozen.pane.isColumnHidden(1)
    assert frozen.pane.columnWidth(0) == 150
    frozen.pane.horizontalHeader().resizeSection(2, 180)
    assert grid.columnWidth(2) == 180
    grid.setRowHidden(3, False)
    grid.setColumnHidden(1, False)
    assert not frozen.pane.isRowHidden(3) and not frozen.pane.isColumnHidden(1)
    assert frozen.width() == sum(grid.columnWidth(at) for at in range(3))


def test_a_grid_filled_anew_keeps_its_column_frozen_if_it_is_still_there(qtbot: QtBot) -> None:
    grid, frozen, _told = wide(qtbot)
    freeze(frozen, 1)
    model, rows = grid.model(), [GridRow("w0", "Worker 0")]
    assert isinstance(model, GridModel)
    model.set_grid(rows, [GridColumn(f"e{at}", f"Element {at}") for at in (0, 7, 1, 2)], {})
    assert frozen.holds(2) and not frozen.holds(3) and frozen.pane.isVisible()
    model.set_grid(rows, [GridColumn("e9", "Element 9")], {})
    assert not frozen.holds(0) and frozen.pane.isHidden()


def test_the_menu_key_asks_at_the_cursor_and_the_mouse_at_the_header(
        qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    grid, frozen, _told = wide(qtbot)
    asked: list[int] = []
    monkeypatch.setattr(frozen, "_ask", lambda column, _at: asked.append(column))
    grid.setCurrentIndex(grid.model().index(1, 2))
    reasons, at = QContextMenuEvent.Reason, QPoint(5, 5)
    QApplication.sendEvent(grid, QContextMenuEvent(reasons.Keyboard, at, grid.mapToGlobal(at)))
    header = grid.horizontalHeader().viewport()
    QApplication.sendEvent(header, QContextMenuEvent(reasons.Mouse, at, header.mapToGlobal(at)))
    assert asked == [2, 0]
    enabled = [act.isEnabled() for act in frozen.menu(2).actions()]
    assert enabled == [True, False]
    freeze(frozen, 2)
    assert [act.isEnabled() for act in frozen.menu(2).actions()] == [False, True]
