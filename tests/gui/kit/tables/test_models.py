"""Rows behind a table: all at hand, or fetched a page at a time."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.domain.money import yuan
from mediation_desk.gui.kit.tables.models import shown
from mediation_desk.gui.kit.tables.table import PagedModel, RowsModel, State, Table
from mediation_desk.gui.kit.tasks.tasks import Tasks
from tests.gui.kit.tables.hands import TOTAL, Case, Shelf, columns, paged, text


def test_only_what_is_on_screen_is_fetched_of_a_hundred_thousand(qtbot: QtBot, tasks: Tasks) -> None:
    shelf = Shelf()
    table = paged(qtbot, tasks, shelf)
    model = table.model()
    assert isinstance(model, PagedModel)
    model.reload()
    qtbot.waitUntil(lambda: model.rowCount() == TOTAL)
    assert text(table, 0, 0) == "No. 0"
    table.scrollTo(model.index(70_050, 0))
    qtbot.waitUntil(lambda: model.index(70_050, 0).data() == "No. 70050")
    assert sum(ask.limit for ask in shelf.asks) <= 800
    assert {70_050, 0} <= {at for at, _row in model.known()} and len(list(model.known())) <= 800


def test_a_row_that_is_on_its_way_says_so(qtbot: QtBot, tasks: Tasks) -> None:
    table = paged(qtbot, tasks, Shelf())
    table.model().reload()  # type: ignore[attr-defined]
    assert tasks.drain()
    assert text(table, 50_000, 0) == "…"


def test_a_reload_keeps_the_place(qtbot: QtBot, tasks: Tasks) -> None:
    shelf = Shelf()
    table = paged(qtbot, tasks, shelf)
    model = table.model()
    assert isinstance(model, PagedModel)
    model.reload()
    assert tasks.drain()
    table.choose_row(30)
    shelf.total += 1
    model.reload()
    assert tasks.drain()
    assert model.rowCount() == TOTAL + 1
    assert table.currentIndex().row() == 30


def test_an_answer_that_was_overtaken_is_dropped(qtbot: QtBot, tasks: Tasks) -> None:
    table = paged(qtbot, tasks, Shelf(10))
    model = table.model()
    assert isinstance(model, PagedModel)
    model.reload(Shelf(10))
    model.reload(Shelf(3))
    assert tasks.drain()
    assert model.rowCount() == 3


def test_amounts_sort_as_amounts_and_stand_right(qtbot: QtBot) -> None:
    model = RowsModel(columns())
    table = Table(model)
    qtbot.addWidget(table)
    model.set_rows(
        [
            Case(at, date(2024, 1, 1), yuan(sum_), State("x", "agreed"))
            for at, sum_ in enumerate(("900", "10000", "25.50"))
        ]
    )
    table.sort_by("claimed")
    assert [text(table, row, 2) for row in range(3)] == ["25.50", "900.00", "10,000.00"]
    alignment = model.index(0, 2).data(Qt.ItemDataRole.TextAlignmentRole)
    assert alignment & int(Qt.AlignmentFlag.AlignRight)
    assert model.headerData(2, Qt.Orientation.Horizontal) == "Claimed (yuan)"


@pytest.mark.parametrize(("value", "words"), [
    (None, ""), (True, "Yes"), (False, "No"), (0, "0"), (12345, "12,345"), (yuan("4300"), "4,300.00"),
    (date(2024, 9, 1), "2024-09-01"), (datetime(2024, 9, 1, 14, 5), "2024-09-01 14:05"), ("  x ", "  x ")])
def test_a_value_as_a_cell_shows_it(dressed: QApplication, value: object, words: str) -> None:
    assert shown(value) == words
