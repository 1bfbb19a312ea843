"""What the office's region lacks, what depends on it, and adding it."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.figures import FigureKind, Per
from mediation_desk.domain.money import yuan
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.fields.kinds import Form
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.office.figures import FiguresPart
from mediation_desk.gui.pages.office.figures_needed import FigureFields
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.office import statutes
from tests.gui.desks import write
from tests.gui.pages.office.hands import House, colleague, other_desk


def test_the_page_says_what_the_region_lacks_and_what_depends_on_it(figures: FiguresPart) -> None:
    assert "西宁市" in figures.needed.heading.text() and "Minimum wage" in figures.needed.heading.text()
    said = " ".join(figures.needed.said())
    assert "Economic compensation" in said and "award would be final" in said


def test_one_press_adds_what_lacks_with_source_and_days(qtbot: QtBot, house: House,
                                                       figures: FiguresPart) -> None:
    """The minimum wage is entered, the other two are left empty and stay lacking."""
    house.click(figures.needed.enter)
    sheet = figures.needed.sheet
    least = next(fields for fields in sheet.kinds if fields.kind is FigureKind.MINIMUM_WAGE)
    assert sheet.place_name is not None and sheet.place_name.typed() == "西宁市"
    assert not any(fields.begun for fields in sheet.kinds)  # nothing is proposed
    write(qtbot, least.amount, "1880")
    house.click(sheet.save)
    assert "document" in least.source.error() and not statutes.own_figures(house.desk)
    for field, typed in ((least.source, "某政〔2023〕1号"), (least.since, "2023-02-01")):
        write(qtbot, field, typed)
    house.click(sheet.save)
    assert sheet.isHidden()
    assert [(one.kind, one.place, one.amount.plain()) for one in statutes.own_figures(house.desk)] == [
        (FigureKind.MINIMUM_WAGE, "630100", "1880.00")]
    assert "Minimum wage" not in figures.needed.heading.text()
    assert "某政〔2023〕1号" in " ".join(figures.needed.said())


def test_a_season_is_kept_with_a_heat_allowance(qtbot: QtBot, house: House, figures: FiguresPart) -> None:
    house.click(figures.needed.enter)
    heat = figures.needed.sheet.kinds[-1]
    assert heat.per is not None and heat.months is not None
    for field, typed in ((heat.amount, "150"), (heat.months, "13"), (heat.source, "某人社〔2024〕1号"),
                         (heat.since, "2024-06-01")):
        write(qtbot, field, typed)
    house.click(heat.per.buttons[0])
    house.click(figures.needed.sheet.save)
    assert "not a season" in heat.months.error()
    write(qtbot, heat.months, "６-９月")
    house.click(figures.needed.sheet.save)
    [kept] = statutes.own_figures(house.desk)
    assert kept.months == (6, 7, 8, 9)


def test_who_may_not_change_figures_sees_what_lacks_and_no_button(
        qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory, around: Surroundings) -> None:
    colleague(desk, "wang", "王调解", Role.MEDIATOR)
    theirs = other_desk(desk, "wang", around)
    house = House(qtbot, theirs, tasks, memory)
    part = house.part("figures")
    assert isinstance(part, FiguresPart)
    assert part.needed.enter.isHidden() and part.needed.heading.text()
    house.frame.close()
    theirs.store.close()


@pytest.fixture
def fields(dressed: QApplication) -> Iterator[FigureFields]:
    """The minimum wage, entered whole: 1,880.00 a month from February 2023 on."""
    form = Form()
    made = FigureFields(form, FigureKind.MINIMUM_WAGE, lambda: date(2024, 11, 25))
    made.amount.set_value(yuan("1880"))
    made.source.set_value("某政〔2023〕1号")
    made.since.set_value(date(2023, 2, 1))
    yield made
    form.deleteLater()


def test_a_whole_figure_is_taken_as_it_was_entered(fields: FigureFields) -> None:
    made = fields.figure("630100", "西宁市")
    assert (made.amount, made.per) == (yuan("1880"), Per.MONTH)
    assert (made.since, made.until) == (date(2023, 2, 1), None)
    assert (made.place, made.place_name, made.source) == ("630100", "西宁市", "某政〔2023〕1号")
    fields.until.set_value(date(2023, 2, 1))  # one day is a time too
    assert fields.figure("630100", "西宁市").until == date(2023, 2, 1)


@pytest.mark.parametrize(("name", "value", "beside"), [
    ("amount", None, "amount"), ("amount", yuan("0"), "amount"), ("source", "", "source"),
    ("since", None, "since"), ("until", date(2023, 1, 31), "until")])
def test_a_figure_that_is_not_whole_says_beside_which_field(fields: FigureFields, name: str, value: object,
                                                           beside: str) -> None:
    getattr(fields, name).set_value(value)
    assert fields.begun
    with pytest.raises(DeskError) as told:
        fields.figure("630100", "西宁市")
    assert told.value.field == f"{FigureKind.MINIMUM_WAGE}.{beside}"
