"""Small counts, amounts that one case makes up, means of few."""

from fractions import Fraction

import pytest

from mediation_desk.domain.reports.disclosure.cells import Cell, Kind, Look, Reason, Thresholds
from mediation_desk.domain.reports.disclosure.sensitive import doubt, least, sensitive
from tests.domain.reports.disclosure.tables import counted

USUAL = Thresholds()


def found(cell: Cell, rules: Thresholds = USUAL) -> tuple[Look, Reason | None] | None:
    shown = sensitive(cell, rules)
    return (shown.look, shown.reason) if shown else None


@pytest.mark.parametrize(("count", "small"), [(0, False), (1, True), (4, True), (5, False)])
def test_one_to_four_are_small_and_nothing_is_shown_as_nothing(count: int, small: bool) -> None:
    assert found(counted(count)) == ((Look.SMALL, Reason.FEW) if small else None)


def test_an_office_may_show_nothing_as_few_too() -> None:
    assert found(counted(0), Thresholds(zero_shown=False)) == (Look.SMALL, Reason.FEW)


@pytest.mark.parametrize(("largest", "hidden"), [(8000, False), (8001, True)])
def test_an_amount_is_hidden_when_one_case_makes_up_more_than_four_fifths(largest: int,
                                                                          hidden: bool) -> None:
    """100.00 yuan of nine cases: 80.00 of one is 80 %, 80.01 is more."""
    amount = Cell(Kind.AMOUNT, 10000, 9, largest)
    assert found(amount) == ((Look.HIDDEN, Reason.DOMINANT) if hidden else None)


def test_an_amount_of_four_cases_is_hidden_and_one_of_five_is_not() -> None:
    assert found(Cell(Kind.AMOUNT, 10000, 4, 2500)) == (Look.HIDDEN, Reason.FEW)
    assert found(Cell(Kind.AMOUNT, 10000, 5, 2000)) is None


def test_sixty_workers_of_one_case_are_told_by_no_count() -> None:
    assert found(Cell(Kind.COUNT, 60, 1)) == (Look.HIDDEN, Reason.FEW)


@pytest.mark.parametrize("kind", [Kind.MEAN, Kind.MEDIAN])
def test_a_mean_of_four_is_hidden_and_one_of_five_is_not(kind: Kind) -> None:
    assert found(Cell(kind, 28, 4)) == (Look.HIDDEN, Reason.FEW_VALUES)
    assert found(Cell(kind, 28, 5)) is None
    assert found(Cell(kind, 28, 7), Thresholds(fewest_values=8)) == (Look.HIDDEN, Reason.FEW_VALUES)


def test_a_share_says_nothing_by_itself() -> None:
    assert found(Cell(Kind.SHARE, 500, 2)) is None


def test_an_amount_that_must_be_hidden_must_not_be_told_to_a_tenth() -> None:
    """A tenth of 1,001 fen is 100.1, so 101; a second figure need only differ."""
    assert doubt([Cell(Kind.AMOUNT, 1001, 2)], USUAL) == 101
    assert doubt([Cell(Kind.AMOUNT, 1001, 9, 300)], USUAL) == 1
    assert doubt([counted(3)], USUAL) == 1
    assert doubt([Cell(Kind.AMOUNT, 1001, 2)], Thresholds(closeness=Fraction(1, 2))) == 501


def test_a_withheld_count_is_known_to_be_no_small_one() -> None:
    assert [least([counted(count)], USUAL) for count in (0, 3, 5, 50)] == [0, 1, 5, 5]
    assert least([Cell(Kind.AMOUNT, 900, 9)], USUAL) == 0
    assert least([counted(3)], Thresholds(zero_shown=False)) == 0
