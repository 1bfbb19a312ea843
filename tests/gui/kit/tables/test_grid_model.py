"""Titles that are broken in two, and cells that are pasted into as a whole."""

import pytest
from PySide6.QtWidgets import QApplication

from mediation_desk.gui.kit.tables.grid import Grid
from mediation_desk.gui.kit.tables.grid_model import GridCell, GridColumn, GridModel, GridRow, broken

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
