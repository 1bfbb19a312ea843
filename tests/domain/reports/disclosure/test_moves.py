"""A second export that reads the same, or none."""

from mediation_desk.domain.reports.disclosure.board import Board, lay
from mediation_desk.domain.reports.disclosure.moves import Room, find_move
from tests.domain.reports.disclosure.tables import Export, counted, line

FREE = Room(0, None, 0)


def board(*counts: int) -> Board:
    """A line of counts; its unknowns are 0, 1 … and last the sum."""
    export = line("甲", *map(counted, counts), total=counted(sum(counts)))
    return lay(export.cells, export.relations)


def test_two_hidden_in_one_row_move_against_each_other() -> None:
    assert find_move(board(3, 6, 50), [FREE, FREE, None, None], 0, 1) == {0: 1, 1: -1}


def test_one_hidden_alone_in_a_row_cannot_move() -> None:
    assert find_move(board(3, 6, 50), [FREE, None, None, None], 0, 1) is None


def test_no_figure_moves_out_of_its_bounds() -> None:
    """Of 6 the first is 1 to 4 and the second at least 5: only 1 and 5."""
    assert find_move(board(1, 5), [Room(1, 4, 1), Room(5, None, 5), None], 0, 1) is None


def test_of_two_ways_the_one_that_loses_less_is_taken() -> None:
    dear, cheap = (Room(1, 0, 0, loss=loss) for loss in (50, 6))
    assert find_move(board(3, 50, 6), [FREE, dear, cheap, None], 0, 1) == {0: 1, 2: -1}


def test_a_step_is_as_wide_as_is_asked() -> None:
    assert find_move(board(30, 60), [FREE, FREE, None], 0, 40) == {0: 40, 1: -40}
    assert find_move(board(30, 60), [FREE, FREE, None], 0, 70) is None


def test_rows_and_columns_move_in_a_rectangle() -> None:
    export = Export().table("甲", [[3, 6, 9], [7, 8, 9]])
    laid = lay(export.cells, export.relations)
    corners = {laid.place["甲", row, column] for row in ("r0", "r1") for column in ("c0", "c1")}
    rooms = [FREE if number in corners else None for number in range(len(laid.values))]
    move = find_move(laid, rooms, laid.place["甲", "r0", "c0"], 1)
    assert move is not None
    assert set(move) == corners
    assert sum(move.values()) == 0


def test_a_search_without_patience_finds_nothing() -> None:
    assert find_move(board(3, 6, 50), [FREE, FREE, None, None], 0, 1, patience=1) is None
