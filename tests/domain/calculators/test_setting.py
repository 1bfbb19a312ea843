"""Statutory figures that an award needs and that are not at hand: said, with the reason."""

from __future__ import annotations

from datetime import date

from mediation_desk.domain.calculators.claims import CLAIMS, compute
from mediation_desk.domain.calculators.facts import FactValue
from mediation_desk.domain.figures import Figure, FigureKind, Figures, tabled
from mediation_desk.domain.money import yuan
from tests.domain.calculators.office import said

FACTS: dict[str, FactValue] = {"average_monthly_wage": yuan("7000"), "employed_from": date(2023, 1, 1),
                               "employed_until": date(2023, 12, 31)}
TABLE = Figures({"630000": "某省"}, tabled([
    (FigureKind.MINIMUM_WAGE, "630000", Figure(yuan("1880"), "made up", date(2024, 1, 1)))]))


def warned(place: str | None, figures: Figures = TABLE) -> str:
    return said(compute("economic_compensation", FACTS, figures=figures, place=place))


def test_a_figure_that_is_not_at_hand_is_a_warning_with_place_and_day() -> None:
    assert "region —, day 2023-12-31" in warned(None)
    assert "none of 640000 is at hand for 2023-12-31" in warned("640000")


def test_a_figure_of_other_days_is_said_to_be_outside_them() -> None:
    told = warned("630100")
    assert "2023-12-31 lies outside the dates" in told and "某省" in told and "2024-01-01" in told
    assert "three times" in told  # the average wage lacks too


def test_the_table_of_claims_says_which_figures_each_looks_up() -> None:
    """Seen from the other side: with neither figure at hand just those claims warn of it."""
    assert {name for name, claim in CLAIMS.items() if FigureKind.AVERAGE_WAGE in claim.figures} == {
        "economic_compensation", "unlawful_termination"}
    assert {name for name, claim in CLAIMS.items() if FigureKind.MINIMUM_WAGE in claim.figures} == {
        "economic_compensation", "unlawful_termination", "non_compete", "deductions"}
