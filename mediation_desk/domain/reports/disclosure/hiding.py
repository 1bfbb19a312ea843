"""Hides what an export must not say, and as little more as keeps that from being worked out."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping

from mediation_desk.domain.reports.disclosure.board import Board, lay
from mediation_desk.domain.reports.disclosure.cells import (
    Cell,
    CellKey,
    Look,
    Published,
    Reason,
    Relation,
    Shown,
    Thresholds,
)
from mediation_desk.domain.reports.disclosure.moves import Move, Room, find_move
from mediation_desk.domain.reports.disclosure.sensitive import doubt, least, sensitive

LOOK_AROUND = 300  # steps in which the move that loses least is looked for, before any will do
NOWHERE = (1, 0)  # bounds that no figure lies within: it does not move unless it is hidden
USUAL = Thresholds()


def hide(cells: Mapping[CellKey, Cell], relations: Iterable[Relation],
         thresholds: Thresholds = USUAL) -> Published:
    """The export as it may be published.

    First every figure that says too much by itself (:func:`sensitive`), then for each of these, and each
    share or mean that would tell it, second figures in its row and column, and theirs, until another
    export reads the same (:func:`find_move`). Those are taken that lose least: fewest cases first; a
    small count loses its "<5" only where that would tell it; a total that is part of no other sum goes
    last of all. Nothing is never hidden for another's sake. The same figures always give the same
    result. DeskError where figures do not add up.
    """
    relations = tuple(relations)
    hiding = _Hiding(cells, lay(cells, relations), thresholds)
    hiding.begin(_totals_of_all(relations))
    hiding.finish()
    return Published(dict(cells), relations, hiding.shown(), thresholds)


def _totals_of_all(relations: Iterable[Relation]) -> set[CellKey]:
    """Totals that are part of no other sum."""
    sums = [relation for relation in relations if not relation.is_equality]
    parts = {key for relation in sums for key in (*relation.parts, *relation.less)}
    return {relation.total for relation in sums} - parts


class _Hiding:
    """The figures while they are being hidden."""

    def __init__(self, cells: Mapping[CellKey, Cell], board: Board, thresholds: Thresholds) -> None:
        self._cells, self._board, self._thresholds = cells, board, thresholds
        self._figures = [[cells[key] for key in keys] for keys in board.members]
        self._shown: dict[int, Shown] = {}
        self._rooms: list[Room | None] = []
        self._losses: list[int] = []
        self._blurring = self._tier = self._haste = 0
        self._steps = [doubt(figure, thresholds) for figure in self._figures]
        self._waiting: deque[int] = deque()
        self._free: set[int] = set()
        self._quotients: dict[int, list[CellKey]] = defaultdict(list)

    def begin(self, grand: set[CellKey]) -> None:
        """Weigh what every figure loses when it is hidden, and hide what says too much by itself."""
        self._weigh({self._board.place[key] for key in grand})
        self._rooms = [self._room(number) for number in range(len(self._figures))]
        self._board = self._board.among({number for number, room in enumerate(self._rooms) if room is None})
        for key, cell in self._cells.items():
            for side in (key, cell.numerator, cell.denominator):
                if side is not None and cell.numerator is not None and cell.denominator is not None:
                    self._quotients[self._board.place[side]].append(key)
        for number, figure in enumerate(self._figures):
            if found := next(filter(None, (sensitive(cell, self._thresholds) for cell in figure)), None):
                self._hide(number, found)

    def finish(self) -> None:
        """Hide second figures until none that waits is left."""
        while self._waiting:
            number = self._waiting.popleft()
            if number not in self._free and (move := self._find(number)):
                self._make_room(move)

    def shown(self) -> dict[CellKey, Shown]:
        """What is shown of the cells that are not shown as they are."""
        return {key: self._shown[number] for key, number in self._board.place.items()
                if number in self._shown}

    def _weigh(self, grand: set[int]) -> None:
        """Losses in three tiers: cases; a small count blurred; a grand total."""
        losses = [max(cell.count for cell in figure) + 1 for figure in self._figures]
        self._blurring = sum(losses) + 1
        self._haste = self._blurring // (10 * len(losses) + 1)  # a tenth of what one figure loses
        self._tier = self._blurring * (len(losses) + 1)
        self._losses = [loss + (self._tier if number in grand else 0) for number, loss in enumerate(losses)]

    def _room(self, number: int) -> Room | None:
        """Within which values a figure may move as it is shown now, or would if more were hidden."""
        rules, figure = self._thresholds, self._figures[number]
        known = least(figure, rules)
        shown = self._shown.get(number)
        if shown is None:
            nothing = all(cell.value == 0 for cell in figure)
            return None if nothing else Room(*NOWHERE, last=known, loss=self._losses[number])
        if shown.look is Look.SMALL:
            return Room(rules.least_small, rules.smallest_count - 1, known, self._blurring)
        return Room(known, None, known)

    def _hide(self, number: int, shown: Shown) -> None:
        self._shown[number] = shown
        self._rooms[number] = self._room(number)
        self._waiting.append(number)
        for key in self._quotients[number]:
            self._keep_quotient(key)

    def _keep_quotient(self, key: CellKey) -> None:
        """Hide a share or mean with what it is made from, and what it is made from with it."""
        cell, place = self._cells[key], self._board.place
        assert cell.numerator is not None and cell.denominator is not None
        made_from = [place[cell.numerator], place[cell.denominator]]
        withheld = [number for number in made_from if number in self._shown]
        if withheld and place[key] not in self._shown:
            self._hide(place[key], Shown(Look.HIDDEN, Reason.QUOTIENT))
        elif not withheld and place[key] in self._shown:
            self._hide(min(made_from, key=self._losses.__getitem__), Shown(Look.HIDDEN, Reason.SECOND))

    def _find(self, number: int) -> Move | None:
        """The move that loses least, or where that takes too long any."""
        step = self._steps[number]
        return (find_move(self._board, self._rooms, number, step, haste=self._haste, patience=LOOK_AROUND)
                or find_move(self._board, self._rooms, number, step, haste=self._losses[number] + self._tier))

    def _make_room(self, move: Move) -> None:
        """Hide what the move cannot do without, and note which figures it leaves in doubt."""
        for number, by in move.items():
            room = self._rooms[number]
            if room and room.price(self._board.values[number] + by):
                self._hide(number, Shown(Look.HIDDEN, self._why(number)))
        self._free.update(number for number, by in move.items() if abs(by) >= self._steps[number])

    def _why(self, number: int) -> Reason:
        before = self._shown.get(number)
        return (before and before.reason) or Reason.SECOND
