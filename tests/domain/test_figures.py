"""Statutory figures by place and day."""

from __future__ import annotations

from datetime import date

from mediation_desk.domain.figures import Figure, FigureKind, Figures, Per, tabled
from mediation_desk.domain.money import yuan

OLD = Figure(yuan("1700.00"), "made up", date(2020, 1, 1), date(2022, 12, 31))
NEW = Figure(yuan("1880.00"), "made up", date(2023, 2, 1))
CITY = Figure(yuan("2000.00"), "made up", date(2024, 1, 1))
HEAT = Figure(yuan("12.00"), "made up", date(2020, 1, 1), per=Per.DAY)
FIGURES = Figures({"630000": "青海省"}, tabled([
    (FigureKind.MINIMUM_WAGE, "630000", OLD), (FigureKind.MINIMUM_WAGE, "630000", NEW),
    (FigureKind.MINIMUM_WAGE, "630100", CITY), (FigureKind.HEAT_ALLOWANCE, "630000", HEAT)]))


def test_the_figure_in_force_on_the_day_is_found_and_gaps_are_none() -> None:
    assert FIGURES.minimum_wage("630000", date(2022, 12, 31)) == OLD
    assert FIGURES.minimum_wage("630000", date(2023, 1, 1)) is None
    assert FIGURES.minimum_wage("630000", date(2023, 2, 1)) == NEW
    assert FIGURES.minimum_wage("630000", date(2019, 12, 31)) is None


def test_a_district_takes_its_citys_figure_and_a_city_its_provinces() -> None:
    assert FIGURES.minimum_wage("630102", date(2024, 6, 1)) == CITY
    assert FIGURES.minimum_wage("630102", date(2023, 6, 1)) == NEW
    assert FIGURES.heat_allowance("630102", date(2023, 6, 1)) == HEAT
    assert FIGURES.minimum_wage("640100", date(2024, 6, 1)) is None


def test_nothing_is_guessed_without_place_day_or_figure() -> None:
    assert FIGURES.minimum_wage(None, date(2024, 6, 1)) is None
    assert FIGURES.minimum_wage("630000", None) is None
    assert FIGURES.average_wage("630000", date(2024, 6, 1)) is None


def test_the_offices_own_figure_stands_before_the_shipped_one_of_the_same_day() -> None:
    own = Figure(yuan("1890.00"), "office", date(2023, 2, 1))
    joined = FIGURES.joined(Figures({"630000": "青海"}, tabled([(FigureKind.MINIMUM_WAGE, "630000", own)])))
    assert joined.minimum_wage("630000", date(2024, 6, 1)) == own
    assert joined.minimum_wage("630000", date(2021, 6, 1)) == OLD
    assert joined.names == {"630000": "青海"}
