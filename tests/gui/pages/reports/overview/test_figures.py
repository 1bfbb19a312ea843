"""The lines of an overview's table."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from mediation_desk.domain.reports.figures import Figure, Section, Unit
from mediation_desk.domain.reports.period import Narrow, Period
from mediation_desk.gui.pages.reports.overview.figures import FigureRow, FiguresModel, Heading, rows
from mediation_desk.services.reports.overview import Compared, Overview

MONTH = Period.months(2024, 11)


def told(value: int) -> Overview:
    figure = Figure("received", "Cases received", "Those.", Unit.CASES, value)
    sections = Section("Cases", (figure,)), Section("People", (figure, figure))
    return Overview(MONTH, Narrow(), sections, own=False)


def test_each_section_stands_under_its_title(dressed: QApplication) -> None:
    lines = list(rows(Compared(told(3), told(2), told(1))))
    assert [isinstance(line, Heading) for line in lines] == [True, False, True, False, False]
    line = lines[1]
    assert isinstance(line, FigureRow)
    assert [one.value for one in (line.now, line.before, line.year_before)] == [3, 2, 1]


def test_a_title_is_bold_and_alone_and_a_figure_has_its_definition_as_a_tip(dressed: QApplication) -> None:
    model = FiguresModel()
    model.set_rows(list(rows(Compared(told(3), told(2), told(1)))))
    role = Qt.ItemDataRole
    font = model.data(model.index(0, 0), role.FontRole)
    assert isinstance(font, QFont) and font.bold()
    assert [model.data(model.index(0, at)) for at in range(1, 8)] == [""] * 7
    assert model.data(model.index(1, 0), role.FontRole) is None
    assert "Those." in str(model.data(model.index(1, 2), role.ToolTipRole))
    assert model.data(model.index(1, 0), role.AccessibleDescriptionRole) == "Cases received: Those."
    aligned = model.data(model.index(1, 1), role.TextAlignmentRole)
    assert int(str(aligned)) & int(Qt.AlignmentFlag.AlignRight.value)


def test_no_title_of_a_column_sorts_the_figures(dressed: QApplication) -> None:
    model = FiguresModel()
    model.set_rows(list(rows(Compared(told(3), told(2), told(1)))))
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert isinstance(model.row(0), Heading) and isinstance(model.row(1), FigureRow)
