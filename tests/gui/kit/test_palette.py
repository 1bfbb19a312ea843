"""Ctrl+K comes up over whatever one was doing, and gives the keyboard back."""

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.palette import Hit, Palette
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


def palette_in(qtbot: QtBot, tasks: Tasks) -> tuple[QWidget, Palette, list[str]]:
    """A window with a palette that knows two cases."""
    window = QWidget()
    QVBoxLayout(window).addWidget(QLineEdit())
    window.resize(900, 600)
    box = Palette(tasks, window)
    acted: list[str] = []
    known = ("Shen and a company", "Luo and a company")
    box.add_provider(
        lambda text: [
            Hit(one, "", "folder", partial(acted.append, one))
            for one in known
            if text.casefold() in one.casefold()
        ]
    )
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window, box, acted


def test_the_palette_finds_while_one_types_and_enter_goes_there(qtbot: QtBot, tasks: Tasks) -> None:
    window, box, acted = palette_in(qtbot, tasks)
    box.open()
    qtbot.waitUntil(lambda: box._model.rowCount() == 2)
    QTest.keyClicks(box.line, "luo")
    qtbot.waitUntil(lambda: box._model.rowCount() == 1)
    QTest.keyClick(box.line, Qt.Key.Key_Return)
    assert acted == ["Luo and a company"]
    assert box.isHidden()
    assert window.isVisible()


def test_the_palette_is_steered_with_the_arrows_and_left_with_escape(qtbot: QtBot, tasks: Tasks) -> None:
    window, box, acted = palette_in(qtbot, tasks)
    before = window.findChild(QLineEdit)
    assert before is not None
    before.setFocus()
    box.open()
    qtbot.waitUntil(lambda: box._model.rowCount() == 2)
    QTest.keyClick(box.line, Qt.Key.Key_Down)
    assert box.list.currentIndex().row() == 1
    QTest.keyClick(box.line, Qt.Key.Key_Escape)
    assert box.isHidden()
    assert acted == []
    assert before.hasFocus()
