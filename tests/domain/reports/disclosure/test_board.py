"""Figures and sums as unknowns and equations."""

import pytest

from mediation_desk.domain.reports.disclosure.board import lay
from mediation_desk.domain.words import DeskError
from tests.domain.reports.disclosure.tables import SUM, Export, counted, line


def test_a_figure_printed_in_two_tables_is_one_unknown() -> None:
    export = Export().table("甲", [[7, 8]]).table("乙", [[9, 6]]).add(("乙", SUM, SUM), ("甲", SUM, SUM))
    board = lay(export.cells, export.relations)
    assert board.place["甲", SUM, SUM] == board.place["乙", SUM, SUM]
    assert board.place["甲", "r0", SUM] == board.place["甲", SUM, SUM]  # the only row is the sum of rows


def test_a_sum_written_twice_is_one_equation() -> None:
    export = line("甲", counted(7), counted(8), total=counted(15))
    board = lay(export.cells, [*export.relations, *export.relations])
    assert [dict(terms) for terms in board.equations] == [{0: 1, 1: 1, 2: -1}]
    assert list(board.stands_in) == [((0, 1),), ((0, 1),), ((0, -1),)]


def test_stock_and_received_are_closed_and_what_is_left() -> None:
    keys = [("月报", "全部", column) for column in ("上期未结", "受理", "结案", "期末未结")]
    export = Export(dict(zip(keys, map(counted, (10, 20, 18, 12)), strict=True)))
    export.add(keys[3], keys[0], keys[1], less=[keys[2]])
    terms, = lay(export.cells, export.relations).equations
    assert dict(terms) == {0: 1, 1: 1, 2: -1, 3: -1}


def test_what_stands_on_both_sides_says_nothing() -> None:
    key, other = ("甲", "a", "b"), ("甲", "a", "c")
    export = Export({key: counted(7), other: counted(2)}).add(key, key, other, less=[other])
    assert list(lay(export.cells, export.relations).equations) == []


def test_known_figures_leave_the_equations() -> None:
    export = line("甲", counted(7), counted(8), total=counted(15))
    board = lay(export.cells, export.relations).among({2})
    assert [dict(terms) for terms in board.equations] == [{0: 1, 1: 1}]


def test_figures_that_do_not_add_up_are_named() -> None:
    export = line("来源", counted(7), counted(8), total=counted(16))
    with pytest.raises(DeskError, match=f"“来源”, row “r0”, column “{SUM}”"):
        lay(export.cells, export.relations)
