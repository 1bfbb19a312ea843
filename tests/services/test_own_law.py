"""The office's own figures and holidays: as they were entered, beside what is shipped."""

from __future__ import annotations

from datetime import date

import pytest

from mediation_desk.domain.calendar import WorkCalendar
from mediation_desk.domain.figures import FigureKind, Per
from mediation_desk.domain.money import yuan
from mediation_desk.library.law import shipped_calendar
from mediation_desk.services.own_law import FIGURES, HOLIDAYS, OfficeLaw, OwnFigure

WAGE = {"kind": "minimum_wage", "place": "630100", "place_name": "西宁市", "amount": "1880.00",
        "since": "2024-01-01", "source": "人社厅通知"}
HEAT = {**WAGE, "kind": "heat_allowance", "amount": "9.00", "per": "day", "months": [6, 7, 8],
        "until": "2025-12-31"}
YEAR = """[[year]]
year = {year}
notice = "测试通知"
statutory = [{year}-01-01]
rest_days = []
make_up_workdays = []
"""


def test_an_office_that_entered_nothing_has_nothing_of_its_own() -> None:
    law, shipped = OfficeLaw({}), shipped_calendar()
    assert law.own == () and not law.figures.table and not law.years and not law.texts
    assert law.joined(shipped) is shipped


def test_a_figure_is_read_as_it_was_entered() -> None:
    law = OfficeLaw({FIGURES: [{**WAGE, "per": "month", "until": None}, HEAT]})
    assert law.own == (
        OwnFigure(FigureKind.MINIMUM_WAGE, "630100", "西宁市", yuan("1880"), date(2024, 1, 1), "人社厅通知"),
        OwnFigure(FigureKind.HEAT_ALLOWANCE, "630100", "西宁市", yuan("9"), date(2024, 1, 1), "人社厅通知",
                  date(2025, 12, 31), Per.DAY, (6, 7, 8)))


@pytest.mark.parametrize(("on", "wage", "heat"), [
    (date(2023, 12, 31), False, False), (date(2024, 1, 1), True, False), (date(2024, 6, 1), True, True),
    (date(2025, 8, 31), True, True), (date(2026, 7, 1), True, False)])
def test_a_figure_counts_from_its_first_day_to_its_last_and_in_its_months(on: date, wage: bool,
                                                                          heat: bool) -> None:
    figures = OfficeLaw({FIGURES: [{**WAGE, "per": "month"}, HEAT]}).figures
    assert (figures.minimum_wage("630102", on) is not None) is wage, "a district takes its city's"
    assert (figures.heat_allowance("630100", on) is not None) is heat
    assert figures.minimum_wage("620100", on) is None


def test_the_later_of_two_wages_of_one_place_is_the_one_in_force() -> None:
    later = {**WAGE, "amount": "2080.00", "since": "2025-02-01", "per": "month"}
    figures = OfficeLaw({FIGURES: [later, {**WAGE, "per": "month"}]}).figures
    found = [figures.minimum_wage("630100", on) for on in (date(2025, 1, 31), date(2025, 2, 1))]
    assert [one and one.amount for one in found] == [yuan("1880"), yuan("2080")]


def test_an_imported_year_goes_before_the_shipped_one_and_leaves_the_others() -> None:
    shipped = shipped_calendar()
    assert shipped.years[2025].notice != "测试通知"
    law = OfficeLaw({HOLIDAYS: {"2025": YEAR.format(year=2025), "2027": YEAR.format(year=2027)}})
    joined = law.joined(shipped)
    assert joined.years[2025].notice == joined.years[2027].notice == "测试通知"
    assert joined.years[2024] == shipped.years[2024] and set(law.texts) == {2025, 2027}
    assert joined.is_workday(date(2025, 10, 2)), "the office's year knows no such holiday"
    assert not shipped.is_workday(date(2025, 10, 2))


def test_joining_leaves_the_shipped_calendar_as_it_was() -> None:
    shipped = WorkCalendar()
    OfficeLaw({HOLIDAYS: {"2027": YEAR.format(year=2027)}}).joined(shipped)
    assert 2027 not in shipped.years
