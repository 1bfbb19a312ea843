"""Ctrl+K comes up over whatever one was doing, and gives the keyboard back."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.palette import Palette
from mediation_desk.gui.kit.tables.grid import Grid, GridColumn, GridModel, GridRow
from mediation_desk.gui.kit.tasks.tasks import Tasks


def test_it_closes_calmly_when_the_cell_that_was_being_typed_in_is_closed_meanwhile(
        qtbot: QtBot, tasks: Tasks) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    model = GridModel(window)
    model.set_grid([GridRow("one", "One")], [GridColumn("name", "Name")], {})
    grid = Grid(model, parent=window)
    QVBoxLayout(window).addWidget(grid)
    box = Palette(tasks, window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    grid.setFocus()
    grid.setCurrentIndex(model.index(0, 0))
    QTest.keyClicks(grid, "a")
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    box.open()  # the keyboard leaves the cell: it keeps what was typed, and its editor goes
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert tasks.drain()
    assert model.index(0, 0).data() == "a"
    QTest.keyClick(box.line, Qt.Key.Key_Escape)
    assert box.isHidden() and grid.hasFocus()
