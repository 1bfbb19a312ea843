"""Finds a second export that reads the same: figures moved together so that everything still adds up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count

from mediation_desk.domain.reports.disclosure.board import Board

PATIENCE = 3000  # states looked at before a search is given up; the longest in a table of 12 x 20 takes 70

Move = Mapping[int, int]  # by unknown, how far it moves
Unbalanced = tuple[tuple[int, int], ...]  # equations and what is too much in each


@dataclass(frozen=True, slots=True)
class Room:
    """Within which values a figure may move.

    From ``low`` to ``high`` (None: no end) without another word in the export; below or above, down to
    ``last``, only if it is shown less of, which loses ``loss``.
    """

    low: int
    high: int | None
    last: int
    loss: int = 0

    def price(self, value: int) -> int | None:
        """What moving the figure to that value loses; None: it cannot be there."""
        if value >= self.low and (self.high is None or value <= self.high):
            return 0
        return self.loss if self.loss and value >= self.last else None


Rooms = Sequence[Room | None]  # None: the figure is known and cannot move


@dataclass(frozen=True, slots=True)
class _Reached:
    loss: int
    move: Move
    unbalanced: Unbalanced


def find_move(board: Board, rooms: Rooms, start: int, step: int, *, hurry: bool = False) -> Move | None:
    """The move of ``start`` by ``step`` up or down, with others, that loses least; None: none was found.

    Moving a figure puts its equations out of balance; each is balanced by moving another figure in it,
    until none is left. The search goes on from what has lost least so far (``hurry``: from what is
    nearest to balance). In tables of rows and columns, where a figure stands in two equations, this is
    the shortest path of the network; with more equations it may give up, which errs on the safe side.
    """
    waiting: list[tuple[int, int, int, _Reached]] = []
    turn = count()

    def wait(reached: _Reached) -> None:
        order = (reached.loss, len(reached.unbalanced))
        heappush(waiting, (*(order[::-1] if hurry else order), next(turn), reached))

    nothing = _Reached(0, {}, ())
    for by in (step, -step):
        if moved := _moved(board, rooms, nothing, start, by):
            wait(moved)
    seen: set[Unbalanced] = set()
    while waiting and len(seen) < PATIENCE:
        reached = heappop(waiting)[-1]
        if not reached.unbalanced:
            return reached.move
        if reached.unbalanced not in seen:
            seen.add(reached.unbalanced)
            for further in _balanced(board, rooms, reached):
                wait(further)
    return None


def _balanced(board: Board, rooms: Rooms, reached: _Reached) -> Iterator[_Reached]:
    """What is reached by balancing the first equation that is out of balance, in every way."""
    equation, excess = reached.unbalanced[0]
    for unknown, coefficient in board.equations[equation]:
        if rooms[unknown] is not None and unknown not in reached.move and excess % coefficient == 0:
            moved = _moved(board, rooms, reached, unknown, -excess // coefficient)
            if moved:
                yield moved


def _moved(board: Board, rooms: Rooms, reached: _Reached, unknown: int, by: int) -> _Reached | None:
    room = rooms[unknown]
    price = room.price(board.values[unknown] + by) if room else None
    if price is None:
        return None
    excess = dict(reached.unbalanced)
    for equation, coefficient in board.stands_in[unknown]:
        left = excess.pop(equation, 0) + coefficient * by
        if left:
            excess[equation] = left
    return _Reached(reached.loss + price, {**reached.move, unknown: by}, tuple(sorted(excess.items())))
