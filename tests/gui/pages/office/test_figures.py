"""The office's own figures beside the shipped ones."""

from datetime import date

from pytestqt.qtbot import QtBot

from mediation_desk.domain.figures import FigureKind
from mediation_desk.gui.pages.office.figures import FigureRow, FiguresPart
from mediation_desk.services.office import statutes
from tests.gui.desks import write
from tests.gui.pages.office.hands import House, fill


def test_a_figure_is_added_counts_for_the_calculators_and_goes_again(qtbot: QtBot, house: House,
                                                                    figures: FiguresPart) -> None:
    fill(qtbot, house, figures)
    house.click(figures.sheet.save)
    found = house.desk.figures.minimum_wage("630102", date(2024, 11, 25))
    assert found is not None and found.amount.plain() == "1880.00"
    assert figures.sheet.isHidden()
    line = figures.model.row(0)
    assert isinstance(line, FigureRow) and line.kind is FigureKind.MINIMUM_WAGE and line.own is not None
    figures.table.choose_row(0)
    house.click(figures.remove)
    assert not statutes.own_figures(house.desk)
    house.click(house.page.bar.action)
    assert len(statutes.own_figures(house.desk)) == 1


def test_a_figure_that_cannot_be_is_refused_beside_its_field(qtbot: QtBot, house: House,
                                                            figures: FiguresPart) -> None:
    fill(qtbot, house, figures, "0")
    house.click(figures.sheet.save)
    assert "above zero" in figures.sheet.amount.error()
    write(qtbot, figures.sheet.amount, "1880")
    write(qtbot, figures.sheet.until, "2020-01-01")
    house.click(figures.sheet.save)
    assert "ends before" in figures.sheet.until.error() and not statutes.own_figures(house.desk)


def test_a_shipped_figure_cannot_be_changed(house: House, figures: FiguresPart) -> None:
    figures.table.choose_row(0)
    line = figures.table.current_row()
    assert isinstance(line, FigureRow) and line.own is None
    assert not figures.change.isEnabled() and not figures.remove.isEnabled()


def test_a_figure_is_changed_in_its_place(qtbot: QtBot, house: House, figures: FiguresPart) -> None:
    fill(qtbot, house, figures)
    house.click(figures.sheet.save)
    figures.table.choose_row(0)
    house.click(figures.change)
    assert figures.sheet.place_name.typed() == "西宁市"
    write(qtbot, figures.sheet.amount, "1980")
    house.click(figures.sheet.save)
    assert [one.amount.plain() for one in statutes.own_figures(house.desk)] == ["1980.00"]
