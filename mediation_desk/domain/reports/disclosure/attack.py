"""Tries to work withheld figures back from all that an export shows, and refuses it where that succeeds.

The reader is taken to know every figure shown, how all figures of all tables add up, the thresholds and
these rules: a count shown as "<5" is 1 to 4, a withheld count is at least 5 unless it is small, amounts
are never negative, all of them are whole. A withheld figure is safe when another export has been found
that shows the same and differs in that figure: for an amount that is sensitive itself by at least
``closeness``, else by one. Where none is found the figure counts as worked out; in tables of rows and
columns that is exact for counts, where figures stand in more than two sums it may be more careful than needed.
Not claimed: a reader who knows one of the cases, or who runs the hiding backwards to see why it chose
the second figures that it chose.
"""

from __future__ import annotations

from collections.abc import Iterator

from mediation_desk.domain.reports.disclosure.board import Board, lay
from mediation_desk.domain.reports.disclosure.cells import Cell, CellKey, Look, Published
from mediation_desk.domain.reports.disclosure.moves import Room, Rooms, find_move
from mediation_desk.domain.reports.disclosure.sensitive import doubt, least, sensitive
from mediation_desk.domain.words import N_, DeskError


def worked_back(published: Published) -> tuple[CellKey, ...]:
    """The cells that are not shown and whose figure can be worked out, in the order of the cells.

    DeskError where figures do not add up.
    """
    board = lay(published.cells, published.relations)
    rooms = [_room(published, keys) for keys in board.members]
    told = {number for number, room in enumerate(rooms) if room is None}
    told.update(_told_by_quotients(published, board, rooms))
    told.update(_alone(published, board, rooms))
    return tuple(key for key in published.cells
                 if published.look(key) is not Look.VALUE and board.place[key] in told)


def told_outright(published: Published) -> tuple[CellKey, ...]:
    """The cells that say too much of one case by themselves and are shown all the same."""
    return tuple(key for key, cell in published.cells.items()
                 if published.look(key) is Look.VALUE and sensitive(cell, published.thresholds))


def require_safe(published: Published) -> None:
    """The last gate before an export is written, however its figures were hidden.

    DeskError naming the table, row and column of the first figure that is told or could be worked out.
    """
    for key in told_outright(published):
        _refuse(N_("In the table “{table}” the figure in row “{row}”, column “{column}” says too much of "
                   "single cases to be published. Nothing was written."), key)
    for key in worked_back(published):
        _refuse(N_("In the table “{table}” the figure withheld in row “{row}”, column “{column}” could be "
                   "worked out from the others. Nothing was written."), key)


def _refuse(sentence: str, key: CellKey) -> None:
    table, row, column = key
    raise DeskError(sentence, table=table, row=row, column=column)


def _room(published: Published, keys: list[CellKey] | tuple[CellKey, ...]) -> Room | None:
    """What the reader knows of a figure from wherever it is printed; None: the figure itself."""
    looks, rules = {published.look(key) for key in keys}, published.thresholds
    if Look.VALUE in looks:
        return None
    if Look.SMALL in looks:
        return Room(rules.least_small, rules.smallest_count - 1, rules.least_small)
    known = max(least(published.cells[key], rules) for key in keys)
    return Room(known, None, known)


def _told_by_quotients(published: Published, board: Board, rooms: Rooms) -> Iterator[int]:
    """Figures that shares and means give away: a quotient shown tells what it is made from, and is itself
    told when that is shown."""
    for key, cell in published.cells.items():
        if cell.numerator is not None and cell.denominator is not None:
            made_from = [board.place[cell.numerator], board.place[cell.denominator]]
            withheld = [number for number in made_from if rooms[number] is not None]
            if rooms[board.place[key]] is None:
                yield from withheld
            elif not withheld:
                yield board.place[key]


def _alone(published: Published, board: Board, rooms: Rooms) -> Iterator[int]:
    """Withheld figures of which no second export was found that differs there."""
    free: set[int] = set()
    for number, room in enumerate(rooms):
        if room is None or number in free:
            continue
        move = find_move(board, rooms, number, step_of(_cells(published, board, number), published))
        if move is None:
            yield number
            continue
        free.update(other for other, by in move.items()
                    if abs(by) >= step_of(_cells(published, board, other), published))


def _cells(published: Published, board: Board, number: int) -> list[Cell]:
    return [published.cells[key] for key in board.members[number]]


def step_of(cells: list[Cell], published: Published) -> int:
    """By how much a figure, printed in these cells, must be able to differ."""
    return max(doubt(cell, published.thresholds) for cell in cells)
