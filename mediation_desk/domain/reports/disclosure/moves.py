"""Finds a second export that reads the same: figures moved together so that everything still adds up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count

from mediation_desk.domain.reports.disclosure.board import Board, Terms

PATIENCE = 3000  # steps before a search is given up; in a table of 12 x 20 cells it has at most 66 to take

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
    """How far a search has come: the last figure moved, and what was reached before."""

    loss: int
    unbalanced: Unbalanced
    unknown: int
    by: int
    before: _Reached | None = None

    def moves(self, unknown: int) -> bool:
        """Whether that figure was moved on the way here."""
        reached: _Reached | None = self
        while reached and reached.unknown != unknown:
            reached = reached.before
        return reached is not None

    def move(self) -> dict[int, int]:
        """All that was moved on the way here."""
        return {**(self.before.move() if self.before else {}), self.unknown: self.by}


def find_move(board: Board, rooms: Rooms, start: int, step: int, *, haste: int = 0,
              patience: int = PATIENCE) -> Move | None:
    """The move of ``start`` by ``step`` up or down, with others, that loses least; None: none was found.

    Moving a figure puts its equations out of balance; each is balanced by moving another figure in it,
    until none is left. The search goes on from what has lost least so far, where every equation out of
    balance but two counts as a loss of ``haste``. In tables of rows and columns, where a figure stands
    in two equations and never more are out of balance, this is the shortest path of the network
    whatever the haste; where figures stand in more it looks for a good move rather than the best, and
    gives up after ``patience`` steps, which errs on the safe side.
    """
    waiting: list[tuple[int, int, int, _Reached]] = []
    least: dict[Unbalanced, int] = {}
    turn = count()
    ways = _begun(board, rooms, start, step)
    for _ in range(patience):
        for reached in ways:
            loss, size = reached.loss, len(reached.unbalanced)
            if loss < least.get(reached.unbalanced, loss + 1):
                least[reached.unbalanced] = loss
                heappush(waiting, (loss + haste * max(size - 2, 0), size, next(turn), reached))
        if not waiting:
            return None
        nearest = heappop(waiting)[-1]
        if not nearest.unbalanced:
            return nearest.move()
        ways = _balanced(board, rooms, nearest)
    return None


def _begun(board: Board, rooms: Rooms, start: int, step: int) -> Iterator[_Reached]:
    """The figure itself moved, up and down."""
    for by in (step, -step):
        price = _price(board, rooms, start, by)
        if price is not None:
            yield _Reached(price, _excess((), board.stands_in[start], by), start, by)


def _balanced(board: Board, rooms: Rooms, reached: _Reached) -> Iterator[_Reached]:
    """What is reached by balancing the first equation that is out of balance, in every way."""
    equation, excess = reached.unbalanced[0]
    for unknown, coefficient in board.equations[equation]:
        by = -excess // coefficient
        price = _price(board, rooms, unknown, by)
        if price is not None and by * coefficient == -excess and not reached.moves(unknown):
            unbalanced = _excess(reached.unbalanced, board.stands_in[unknown], by)
            yield _Reached(reached.loss + price, unbalanced, unknown, by, reached)


def _price(board: Board, rooms: Rooms, unknown: int, by: int) -> int | None:
    room = rooms[unknown]
    return room.price(board.values[unknown] + by) if room else None


def _excess(before: Unbalanced, terms: Terms, by: int) -> Unbalanced:
    """What is out of balance after a figure in these equations was moved."""
    excess = dict(before)
    for equation, coefficient in terms:
        excess[equation] = excess.get(equation, 0) + coefficient * by
    return tuple(sorted((equation, left) for equation, left in excess.items() if left))
