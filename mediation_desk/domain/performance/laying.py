"""Payments laid against what is owed, the oldest first; each debtor's own share stands on a line apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Protocol
from uuid import UUID

from mediation_desk.domain.money import ZERO, Money, split_fen
from mediation_desk.domain.settlement.agreement import Agreement, Instalment
from mediation_desk.domain.vocabulary import DefaultClause, Duty, OwedHow

DAY = timedelta(days=1)
Whose = UUID | None  # the debtor of an own share; None: the debt of all of them together
Cell = tuple[UUID, Whose]  # a worker, and whose debt it is


class Paid(Protocol):
    """What laying must know of a payment."""

    paid_on: date
    amount: Money
    worker_id: UUID | None
    paid_by: UUID | None


@dataclass
class Line:
    """A debt that falls into default by itself: fen left of each instalment, and when each was settled."""

    left: list[int]
    settled: list[date | None] = field(default_factory=list)
    accelerated_on: date | None = None


class Book:
    """What is owed, cell by cell: instalment, worker and, where debtors owe in shares, debtor.

    Shares cross workers and instalments so that every sum holds: a worker's, a debtor's, an instalment's.
    """

    def __init__(self, agreement: Agreement) -> None:
        self.agreement = agreement
        self.instalments = agreement.instalments
        owers = [one for one in agreement.debtors if one.duty is Duty.OWES]
        self.apart: tuple[Whose, ...] = (
            tuple(one.party_id for one in owers) if agreement.owed_how is OwedHow.IN_SHARES else (None,))
        self.cells = _cells(self.instalments, self.apart, [one.amount or ZERO for one in owers])
        self.lines = {whose: _line(self.instalments, self.cells, whose) for whose in self.apart}
        self.paid: Counter[Whose] = Counter()  # fen by who paid them, as far as they were laid
        self.rest = 0  # fen that found no place
        self._first = 0  # the earliest instalment of which anything is left

    def take(self, payments: Iterable[Paid]) -> None:
        """Lay them in the order in which they come."""
        for payment in payments:
            rest = self._laid(payment)
            self.paid[payment.paid_by] += payment.amount.fen - rest
            self.rest += rest

    def room(self, worker: UUID | None, whose: UUID | None) -> int:
        """Fen that can still be paid to a worker, or to all, by a debtor."""
        owers = self._owers(whose)
        return sum(fen for cells in self.cells for (to, by), fen in cells.items()
                   if worker in (None, to) and by in owers)

    def _laid(self, payment: Paid) -> int:
        """Lay one against the earliest cells; what found no place is left, in fen."""
        rest, owers = payment.amount.fen, self._owers(payment.paid_by)
        for at in range(self._first, len(self.cells)):
            if not rest:
                break
            rest -= self._lay(at, rest, payment, owers)
        while self._first < len(self.cells) and not self.cells[self._first]:
            self._first += 1
        return rest

    def _owers(self, whose: UUID | None) -> tuple[Whose, ...]:
        """Whose debt a payer lowers: its own share, or that of all where it owes none of its own."""
        return (whose,) if whose in self.apart else self.apart

    def _lay(self, at: int, most: int, payment: Paid, owers: tuple[Whose, ...]) -> int:
        cells = self.cells[at]
        open_ = self._open(cells, payment.worker_id, owers)
        room = sum(open_.values())
        if not room:
            return 0
        part = min(most, room)
        taken = list(open_.values()) if part == room else split_fen(part, list(open_.values()))
        for (cell, owed), fen in zip(open_.items(), taken, strict=True):
            if fen == owed:
                del cells[cell]
            else:
                cells[cell] = owed - fen
        self._lower(at, part, open_, taken)
        self._note_settled(at, payment.paid_on)
        return part

    def _lower(self, at: int, part: int, cells: Iterable[Cell], taken: Iterable[int]) -> None:
        """The lines' sums follow their cells."""
        if len(self.lines) == 1:
            self.lines[self.apart[0]].left[at] -= part
            return
        for (_worker, whose), fen in zip(cells, taken, strict=True):
            self.lines[whose].left[at] -= fen

    def _open(self, cells: Mapping[Cell, int], worker: UUID | None,
              owers: tuple[Whose, ...]) -> Mapping[Cell, int]:
        if worker is not None:
            return {(worker, by): cells[worker, by] for by in owers if (worker, by) in cells}
        if owers == self.apart:
            return dict(cells)
        return {cell: fen for cell, fen in cells.items() if cell[1] in owers}

    def _note_settled(self, at: int, on: date) -> None:
        for line in self.lines.values():
            if not line.left[at] and line.settled[at] is None:
                line.settled[at] = on

    def accelerate(self, on: date) -> None:
        """Note of each line the first day on which more than the grace days had passed, until that day."""
        if self.agreement.default_clause is not DefaultClause.ACCELERATE:
            return
        for line in self.lines.values():
            last_days = [(one.due_on + DAY * self.agreement.grace_days, done)
                         for one, done in zip(self.instalments, line.settled, strict=True)]
            line.accelerated_on = min((last + DAY for last, done in last_days if (done or on) > last),
                                      default=None)

    def due(self, line: Line, on: date) -> int:
        """Fen of a line that are due and unpaid on the day."""
        return sum(left for one, left in zip(self.instalments, line.left, strict=True)
                   if one.due_on <= on or line.accelerated_on is not None)

    def defaulted(self, line: Line, on: date, places: int = 1) -> int:
        """Fen of a line for which so many places before have been in default by the day. Each place has the
        grace days from the day on which its turn came."""
        grace = self.agreement.grace_days
        return sum(left for one, left in zip(self.instalments, line.left, strict=True)
                   if on >= _broken_on(one, line, grace) + DAY * (places - 1) * (grace + 1))


def _broken_on(instalment: Instalment, line: Line, grace_days: int) -> date:
    broken = instalment.due_on + DAY * (grace_days + 1)
    return min(broken, line.accelerated_on) if line.accelerated_on else broken


def _cells(instalments: Sequence[Instalment], apart: Sequence[Whose],
           amounts: Sequence[Money]) -> list[dict[Cell, int]]:
    """Fen by instalment, then by worker and debtor; cells of nothing are left out."""
    shares = [[(one.worker_id, one.amount) for one in instalment.shares] for instalment in instalments]
    if apart == (None,):
        return [{(worker, None): amount.fen for worker, amount in column if amount} for column in shares]
    left = [amount.fen for amount in amounts]
    return [dict(_crossed(column, apart, left)) for column in shares]


def _crossed(column: Sequence[tuple[UUID, Money]], apart: Sequence[Whose],
             left: list[int]) -> Iterator[tuple[Cell, int]]:
    """Each worker's part of an instalment over the debtors, in proportion to what these still lack: so every
    cell is whole and none below zero, and the last one takes what is left."""
    for worker, amount in column:
        parts = split_fen(amount.fen, left) if any(left) else [0] * len(left)
        for at, part in enumerate(parts):
            left[at] -= part
            if part:
                yield (worker, apart[at]), part


def _line(instalments: Sequence[Instalment], cells: Sequence[Mapping[Cell, int]], whose: Whose) -> Line:
    left = [sum(fen for (_, by), fen in column.items() if by == whose) for column in cells]
    return Line(left, [None if fen else one.due_on for one, fen in zip(instalments, left, strict=True)])
