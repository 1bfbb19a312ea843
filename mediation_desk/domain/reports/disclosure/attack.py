"""Tries to work withheld figures back from all that an export shows, and refuses it where that succeeds.

The reader is taken to know every figure shown, how all figures of all tables add up, the thresholds and
these rules: a count shown as "<5" is 1 to 4, a withheld count is at least 5 unless it is small, amounts
are never negative, all of them are whole. A withheld figure is safe when another export has been found
that shows the same and differs in that figure: for an amount that is sensitive itself by at least
``closeness``, else by one. Where none is found the figure counts as worked out: exactly so for counts in
tables of rows and columns; where figures stand in more than two sums, or amounts in several together
would leave enough doubt, more carefully than needed. Never the other way.
Not claimed: a reader who knows one of the cases, or who runs the hiding backwards to see why it chose
the second figures that it chose.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mediation_desk.domain.reports.disclosure.board import Board, lay
from mediation_desk.domain.reports.disclosure.cells import CellKey, Look, Published
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
    told.update(_alone(published, board.among(told), rooms))
    told.update(_told_by_quotients(published, board, rooms))
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


def _room(published: Published, keys: Sequence[CellKey]) -> Room | None:
    """What the reader knows of a figure from wherever it is printed; None: the figure itself."""
    looks, rules = {published.look(key) for key in keys}, published.thresholds
    if Look.VALUE in looks:
        return None
    if Look.SMALL in looks:
        return Room(rules.least_small, rules.smallest_count - 1, rules.least_small)
    known = least([published.cells[key] for key in keys], rules)
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
    figures = [[published.cells[key] for key in keys] for keys in board.members]
    steps = [doubt(figure, published.thresholds) for figure in figures]
    free: set[int] = set()
    for number, room in enumerate(rooms):
        if room is None or number in free:
            continue
        if move := find_move(board, rooms, number, steps[number]):
            free.update(other for other, by in move.items() if abs(by) >= steps[other])
        else:
            yield number
