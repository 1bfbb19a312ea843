"""A row is looked for in a table, by what it is and by what it says."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.tables.seeking import choose_next, choose_where
from mediation_desk.gui.kit.tables.table import RowsModel, Table
from mediation_desk.gui.kit.tasks.tasks import Tasks
from tests.gui.kit.tables.hands import Case, Shelf, case, columns, paged


def sorted_down(qtbot: QtBot) -> Table:
    """Three cases, the last first."""
    model = RowsModel(columns())
    table = Table(model)
    qtbot.addWidget(table)
    model.set_rows([case(number) for number in (1, 2, 3)])
    model.sort(0, Qt.SortOrder.DescendingOrder)
    return table


def said(row: Case) -> tuple[str, str]:
    """What a case says."""
    return f"No. {row.number}", "Disputed"


def test_the_cursor_goes_to_the_row_that_fits_where_it_stands_by_now(qtbot: QtBot) -> None:
    table = sorted_down(qtbot)
    assert choose_where(table, lambda row: row.number == 1)
    assert table.currentIndex().row() == 2 and table.current_row() == case(1)
    assert not choose_where(table, lambda row: row.number == 4)
    assert table.current_row() == case(1)


def test_the_next_row_that_says_a_text_is_found_round_the_end(qtbot: QtBot) -> None:
    table = sorted_down(qtbot)
    found = []
    for _again in range(4):
        assert choose_next(table, "disputed", said)
        found.append(table.currentIndex().row())
    assert found == [0, 1, 2, 0]
    assert choose_next(table, "3", said) and table.currentIndex().row() == 0  # the only one is found again
    assert not choose_next(table, "agreed", said) and table.currentIndex().row() == 0


def test_rows_that_are_not_at_hand_are_passed_over(qtbot: QtBot, tasks: Tasks) -> None:
    table = paged(qtbot, tasks, Shelf(300))
    table.model().reload()  # type: ignore[attr-defined]
    assert tasks.drain()
    assert choose_where(table, lambda row: row.number == 5)
    assert not choose_next(table, "299", said)
