"""What the tests of sorting do over and over: type into grids, paste, read the figures."""

from typing import cast
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from mediation_desk.gui.case.sorting.page import SortingPage
from mediation_desk.gui.kit.tables.grid import Grid, GridModel
from tests.gui.case import rooms
from tests.gui.case.conftest import Opener

WAGES = ("4300.00", "3000.00")


def opened(open_case: Opener, case_id: UUID) -> tuple[rooms.Room, SortingPage]:
    room = open_case(case_id)
    return room, cast(SortingPage, room.go(2))


def figures(page: SortingPage) -> list[str]:
    return [figure.number.text() for figure in page.strip.figures.values()]


def issues(page: SortingPage) -> list[str]:
    return [made.text() for made in page.strip.issues]


def at(grid: Grid, row: str, column: str) -> None:
    """Put the cursor on a cell."""
    model = cast(GridModel, grid.model())
    rows, columns = [one.id for one in model.rows], [one.id for one in model.columns]
    grid.setFocus()
    grid.selectionModel().setCurrentIndex(model.index(rows.index(row), columns.index(column)),
                                          QItemSelectionModel.SelectionFlag.ClearAndSelect)


def cell(grid: Grid, row: str, column: str) -> str:
    model = cast(GridModel, grid.model())
    rows, columns = [one.id for one in model.rows], [one.id for one in model.columns]
    return model.cell(model.index(rows.index(row), columns.index(column))).text


def type_into(room: rooms.Room, grid: Grid, text: str) -> None:
    """Type over the cell the cursor is on, and press Enter."""
    QTest.keyClicks(grid, text[0])
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, text[1:])
    QTest.keyClick(editor, Qt.Key.Key_Return)
    room.settle()


def paste(room: rooms.Room, grid: Grid, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    room.settle()


def choose(room: rooms.Room, page: SortingPage, voice: str) -> None:
    shown = ("applicant", "respondent", "finding", "both")
    room.click(page.elements.voice.buttons[shown.index(voice)])


def words(room: rooms.Room, element: str) -> list[tuple[str | None, str | None]]:
    case = room.case
    entries = {entry.worker_id: entry for entry in case.entries if entry.element == element}
    return [(entries[worker.id].applicant, entries[worker.id].respondent) if worker.id in entries
            else (None, None) for worker in case.applicants]


def said(widget: QWidget) -> list[str]:
    return [made.text() for made in widget.findChildren(QLabel) if made.isVisibleTo(widget)]
