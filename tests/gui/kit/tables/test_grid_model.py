"""Titles that are broken in two, and cells that are pasted into as a whole."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.tables.grid import Grid
from mediation_desk.gui.kit.tables.grid_model import GridCell, GridColumn, GridModel, GridRow, broken
from tests.gui.desks import show

Edits = list[list[tuple[str, str, str]]]


@pytest.mark.parametrize(("title", "width", "shown"), [
    ("月工资标准", 10, "月工资标准"), ("是否订立书面劳动合同", 12, "是否订立书面\n劳动合同"),
    ("入职（用工）日", 10, "入职\n（用工）日"), ("Monthly wage (yuan)", 12, "Monthly wage\n(yuan)"),
    ("Unbreakable", 4, "Unbreakable")])
def test_a_title_is_broken_where_a_reader_would_break_it(title: str, width: int, shown: str) -> None:
    assert broken(title, width) == shown


@pytest.fixture
def model(dressed: QApplication) -> GridModel:
    """A wage, and beside it a list of fines that holds two lines."""
    made = GridModel()
    made.set_grid([GridRow("a", "马晓岚"), GridRow("b", "韩雨桐")],
                  [GridColumn("wage", "Wage"), GridColumn("fines", "Fines")],
                  {(row, "fines"): GridCell("2 items", whole=True) for row in ("a", "b")})
    return made


def edits(model: GridModel) -> Edits:
    told: Edits = []
    model.edits.connect(told.append)
    return told


def test_lines_pasted_into_a_list_alone_are_all_its_own(model: GridModel) -> None:
    grid, told = Grid(model), edits(model)
    grid.setCurrentIndex(model.index(0, 1))
    grid.paste_text("\t2024-10-03\t50\n迟到\t2024-10-09\t30\n")
    assert told == [[("a", "fines", "\t2024-10-03\t50\n迟到\t2024-10-09\t30")]]


def test_nothing_else_is_written_into_a_list(model: GridModel) -> None:
    grid, told = Grid(model), edits(model)
    grid.setCurrentIndex(model.index(0, 0))
    grid.paste_text("4300\t50\n4300\t30")
    assert told == [[("a", "wage", "4300"), ("b", "wage", "4300")]]
    grid.selectAll()
    grid.empty()
    assert told[1:] == [[("a", "wage", ""), ("b", "wage", "")]]
    assert model.cell(model.index(0, 1)).text == "2 items"


# -- cells that are made as they come into sight -----------------------------------------


class Made:
    """A model of two hundred workers whose cells are made when they are asked for."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []
        self.wage = "5000.00"
        self.model = GridModel()
        self.model.set_grid([GridRow("all", "All"), *(GridRow(str(at), str(at)) for at in range(200))],
                            [GridColumn(str(at), str(at)) for at in range(30)],
                            {("all", "0"): GridCell("1,000,000.00")}, source=self._cell)

    def _cell(self, row: str, column: str) -> GridCell:
        self.asked.append((row, column))
        return GridCell(f"{row}.{column} {self.wage}")

    def text(self, row: int, column: int) -> str:
        return self.model.cell(self.model.index(row, column)).text


def test_a_cell_is_made_once_when_it_is_first_asked_for(dressed: QApplication) -> None:
    made = Made()
    assert made.asked == []
    assert [made.text(8, 3), made.text(8, 3)] == ["7.3 5000.00"] * 2 and made.text(0, 0) == "1,000,000.00"
    assert made.asked == [("7", "3")]


def test_only_what_is_in_sight_is_made(qtbot: QtBot, dressed: QApplication) -> None:
    """At 800 x 400 a grid of two hundred rows shows some dozen."""
    made = Made()
    grid = Grid(made.model)
    grid.resize(800, 400)
    show(qtbot, grid)
    grid.viewport().grab()
    assert 0 < len({row for row, _ in made.asked}) < 40


def test_once_they_may_differ_they_are_made_anew_but_for_those_that_were_given(dressed: QApplication) -> None:
    made, painted = Made(), list[object]()
    assert made.text(8, 3).endswith("5000.00")
    made.wage = "6000.00"
    made.model.dataChanged.connect(lambda *places: painted.append(places))
    made.model.renew()
    assert len(painted) == 1
    assert (made.text(8, 3), made.text(0, 0)) == ("7.3 6000.00", "1,000,000.00")


def test_cells_that_look_as_before_are_not_painted(model: GridModel) -> None:
    painted: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda start, end: painted.append((start.row(), end.row())))
    model.set_cells({("a", "fines"): GridCell("2 items", whole=True)})
    assert painted == []
    model.set_cells({("a", "fines"): GridCell("2 items", whole=True), ("b", "fines"): GridCell("1 item")})
    assert painted == [(1, 1)]


def test_what_is_typed_over_a_made_cell_stands_until_it_is_renewed(dressed: QApplication) -> None:
    made, told = Made(), list[object]()
    made.model.edits.connect(told.append)
    made.model.edit({(8, 3): "typed"})
    assert (told, made.text(8, 3)) == ([[("7", "3", "typed")]], "typed")
    made.model.renew()
    assert made.text(8, 3) == "7.3 5000.00"
