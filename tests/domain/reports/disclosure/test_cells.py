"""What is printed in place of a figure, and that a hiding cannot lie."""

import pytest

from mediation_desk.domain.reports.disclosure.cells import (
    Cell,
    Kind,
    Look,
    Published,
    Relation,
    Shown,
    Thresholds,
)
from tests.domain.reports.disclosure.tables import counted

KEY = ("月报", "讨薪", "受理")
USUAL = Thresholds()


def printed(cell: Cell, look: Look, rules: Thresholds = USUAL) -> str | None:
    return Published({KEY: cell}, (), {KEY: Shown(look)}, rules).sign(KEY)


def test_a_small_count_is_printed_as_less_than_five_and_a_withheld_figure_as_such() -> None:
    assert printed(counted(3), Look.SMALL) == "<5"
    assert printed(counted(30), Look.HIDDEN) == "隐去"
    assert printed(counted(30), Look.VALUE) is None


def test_an_office_that_sets_ten_prints_less_than_ten() -> None:
    assert printed(counted(7), Look.SMALL, Thresholds(smallest_count=10)) == "<10"


def test_a_cell_that_nobody_hid_is_shown() -> None:
    assert Published({KEY: counted(3)}, ()).look(KEY) is Look.VALUE


@pytest.mark.parametrize("cell", [counted(5), counted(0), Cell(Kind.AMOUNT, 3, 3)])
def test_what_is_no_small_count_is_never_printed_as_one(cell: Cell) -> None:
    with pytest.raises(ValueError, match="no small count"):
        printed(cell, Look.SMALL)


def test_no_figure_is_below_nothing() -> None:
    with pytest.raises(ValueError, match="below nothing"):
        Cell(Kind.AMOUNT, -1, 3)


def test_one_part_and_nothing_less_is_the_same_figure_twice() -> None:
    assert Relation(KEY, (("年报", "讨薪", "受理"),)).is_equality
    assert not Relation(KEY, (("年报", "讨薪", "受理"),), (("年报", "讨薪", "结案"),)).is_equality
