"""The element grid, worked as a spreadsheet is."""

import gc
from time import thread_time

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.look.chips import State
from mediation_desk.gui.kit.tables.grid import Grid, GridCell, GridColumn, GridModel, GridRow

DISPUTED = State("Disputed", "disputed")


def grid_of(qtbot: QtBot, rows: int = 5) -> tuple[Grid, list[list[tuple[str, str, str]]]]:
    """Workers by three elements, and the batches of edits that are told."""
    model = GridModel()
    grid = Grid(model, name="Elements")
    model.set_grid(
        [GridRow(f"w{at}", f"Worker {at}") for at in range(rows)],
        [
            GridColumn("from", "From"),
            GridColumn("wage", "Wage", right=True),
            GridColumn("sum", "Sum", read_only=True),
        ],
        {("w1", "wage"): GridCell("4,300.00", DISPUTED)},
    )
    told: list[list[tuple[str, str, str]]] = []
    model.edits.connect(told.append)
    qtbot.addWidget(grid)
    grid.resize(900, 400)
    grid.show()
    grid.setFocus()
    return grid, told


def select(grid: Grid, top: int, left: int, bottom: int, right: int) -> None:
    """Mark a block, the cursor at its top left."""
    model = grid.model()
    grid.setCurrentIndex(model.index(top, left))
    grid.selectionModel().select(
        QItemSelection(model.index(top, left), model.index(bottom, right)),
        QItemSelectionModel.SelectionFlag.ClearAndSelect,
    )


def test_typing_starts_at_once_and_enter_goes_down(qtbot: QtBot) -> None:
    grid, told = grid_of(qtbot)
    grid.setCurrentIndex(grid.model().index(0, 1))
    QTest.keyClick(grid, Qt.Key.Key_4)
    editor = grid.findChild(QLineEdit)
    assert editor is not None
    QTest.keyClicks(editor, "300")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [[("w0", "wage", "4300")]]
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (1, 1)


def test_a_block_from_a_spreadsheet_is_pasted_in_one_batch(qtbot: QtBot) -> None:
    grid, told = grid_of(qtbot)
    left: list[tuple[int, int]] = []
    grid.pasted.connect(lambda changed, over: left.append((changed, over)))
    QGuiApplication.clipboard().setText('2024-09-01\t"4,300.00"\r\n2024-10-01\t4300\r\n')
    grid.setCurrentIndex(grid.model().index(3, 0))
    QTest.keySequence(grid, QKeySequence("Ctrl+V"))
    assert told == [
        [
            ("w3", "from", "2024-09-01"),
            ("w3", "wage", "4,300.00"),
            ("w4", "from", "2024-10-01"),
            ("w4", "wage", "4300"),
        ]
    ]
    assert left == [(4, 0)]


def test_cells_that_find_no_place_are_told_and_settled_ones_are_passed_over(qtbot: QtBot) -> None:
    grid, told = grid_of(qtbot)
    left: list[tuple[int, int]] = []
    grid.pasted.connect(lambda changed, over: left.append((changed, over)))
    grid.setCurrentIndex(grid.model().index(4, 1))
    grid.paste_text("1\t2\t3\n4")
    assert told == [[("w4", "wage", "1")]]
    assert left == [(1, 2)]


def test_one_value_fills_the_whole_selection(qtbot: QtBot) -> None:
    grid, told = grid_of(qtbot)
    select(grid, 0, 0, 2, 0)
    grid.paste_text("2024-09-01")
    assert [row for row, _, _ in told[0]] == ["w0", "w1", "w2"]


def test_fill_down_takes_the_topmost_cell(qtbot: QtBot) -> None:
    grid, told = grid_of(qtbot)
    select(grid, 1, 1, 3, 1)
    QTest.keySequence(grid, QKeySequence("Ctrl+D"))
    assert told == [[("w2", "wage", "4,300.00"), ("w3", "wage", "4,300.00")]]


def test_delete_empties_and_copy_gives_a_spreadsheet_its_cells(qtbot: QtBot) -> None:
    grid, told = grid_of(qtbot)
    select(grid, 1, 0, 1, 1)
    QTest.keySequence(grid, QKeySequence("Ctrl+C"))
    assert QGuiApplication.clipboard().text() == "\t4,300.00"
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    assert told == [[("w1", "wage", "")]]


def test_only_disputed_hides_the_rest_and_a_paste_keeps_to_what_is_in_sight(qtbot: QtBot) -> None:
    grid, told = grid_of(qtbot)
    model = grid.model()
    assert isinstance(model, GridModel)
    model.set_cells({("w3", "wage"): GridCell("1", DISPUTED)})
    grid.show_only(lambda cell: cell.state is DISPUTED)
    assert [at for at in range(5) if not grid.isRowHidden(at)] == [1, 3]
    assert [at for at in range(3) if not grid.isColumnHidden(at)] == [1]
    grid.setCurrentIndex(model.index(1, 1))
    grid.paste_text("5\n6")
    assert told == [[("w1", "wage", "5"), ("w3", "wage", "6")]]
    grid.show_only(None)
    assert not any(grid.isRowHidden(at) for at in range(5))


def test_find_goes_round(qtbot: QtBot) -> None:
    grid, _ = grid_of(qtbot)
    grid.setCurrentIndex(grid.model().index(4, 2))
    assert grid.find_text("4,300")
    assert grid.currentIndex().row() == 1
    assert grid.find_text("worker 3")
    assert grid.currentIndex().row() == 3
    assert not grid.find_text("nobody")


def test_a_refused_cell_keeps_what_was_typed_and_says_what_is_wrong(qtbot: QtBot) -> None:
    grid, _ = grid_of(qtbot)
    model = grid.model()
    assert isinstance(model, GridModel)
    model.set_cells({("w0", "wage"): GridCell("four", DISPUTED, "This is not an amount.")})
    index = model.index(0, 1)
    assert index.data() == "four"
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "This is not an amount.\nDisputed"


def test_two_hundred_workers_by_thirty_elements_do_not_lag(qtbot: QtBot) -> None:
    """A paste of all 6,000 cells, and each repaint afterwards, stay within what a person waits for.

    What this thread works is measured: other programs on the machine are not the grid's.
    """
    model = GridModel()
    grid = Grid(model)
    qtbot.addWidget(grid)
    grid.resize(1366, 768)
    grid.show()
    model.set_grid(
        [GridRow(str(at), str(at)) for at in range(200)],
        [GridColumn(str(at), str(at)) for at in range(30)],
        {},
    )
    grid.setCurrentIndex(model.index(0, 0))
    block = "\n".join("\t".join(f"{row}.{column}" for column in range(30)) for row in range(200))
    gc.collect()  # what other tests threw away is not the grid's either
    start = thread_time()
    grid.paste_text(block)
    pasted = thread_time()
    for _ in range(10):
        grid.viewport().grab()
    assert pasted - start < 0.5
    assert (thread_time() - pasted) / 10 < 0.05
    assert model.index(199, 29).data() == "199.29"
