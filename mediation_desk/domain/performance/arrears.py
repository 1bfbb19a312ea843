"""What is due and unpaid on a day, worker by worker: of which instalment, since when, owed by whom."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from copy import copy
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from mediation_desk.domain.money import Money, total
from mediation_desk.domain.performance.laying import Book, Line
from mediation_desk.domain.performance.ledger import Payment, laid
from mediation_desk.domain.performance.owed_by import DebtorStanding, standings
from mediation_desk.domain.settlement.agreement import Agreement, Instalment


@dataclass(frozen=True)
class Arrear:
    """What is due to one worker of one instalment and was not paid.

    ``agreed_on``: the day that was agreed; ``due_on``: since when it is due, earlier where the rest fell due
    at once. ``debtor_id``: whose own share it is; None: the debt of all who owe together.
    """

    number: int
    agreed_on: date
    due_on: date
    worker_id: UUID
    debtor_id: UUID | None
    owed: Money

    @property
    def accelerated(self) -> bool:
        """Whether it is due before the day that was agreed."""
        return self.due_on < self.agreed_on


@dataclass(frozen=True)
class Arrears:
    """What some of the workers, or all of them, may ask for on a day.

    ``debtors``: whom the agreement names, each with what may be asked of it for these workers; none: the
    respondent owes alone by itself. What a guarantor answers for no more than once is counted in full for
    every worker who asks for it.
    """

    on: date
    rows: tuple[Arrear, ...]
    debtors: tuple[DebtorStanding, ...]
    outstanding: Money  # due or not

    @property
    def due(self) -> Money:
        """All of it that is due."""
        return total(row.owed for row in self.rows)

    @property
    def since(self) -> date | None:
        """The earliest day since which anything of it is due; None: nothing is."""
        return min((row.due_on for row in self.rows), default=None)

    def grace_over(self, days: int) -> int:
        """The agreed days of grace, where they are over for all that is due; else 0."""
        return days if all(one.accelerated or one.agreed_on + timedelta(days=days) < self.on
                           for one in self.rows) else 0

    @property
    def accelerated_on(self) -> date | None:
        """On which day the rest fell due at once; None: it did not, or nothing of the rest is left."""
        return min((row.due_on for row in self.rows if row.accelerated), default=None)


def arrears(agreement: Agreement, payments: Sequence[Payment], on: date,
            workers: Collection[UUID] | None = None) -> Arrears:
    """How it stands on the day for these workers; None: for all of them. The sums are the ledger's."""
    book = laid(agreement, payments, on)
    if workers is not None:
        book = _of_workers(book, workers)
    left = Money(sum(fen for cells in book.cells for fen in cells.values()))
    return Arrears(on, tuple(_rows(book, on)), standings(book, on), left)


def _rows(book: Book, on: date) -> Iterator[Arrear]:
    for instalment, cells in zip(book.instalments, book.cells, strict=True):
        for (worker, whose), fen in cells.items():
            due_on = _due_on(instalment, book.lines[whose])
            if due_on <= on:
                yield Arrear(instalment.number, instalment.due_on, due_on, worker, whose, Money(fen))


def _due_on(instalment: Instalment, line: Line) -> date:
    """Its day, or the day on which the rest of its line fell due at once."""
    return min(instalment.due_on, line.accelerated_on or instalment.due_on)


def _of_workers(book: Book, workers: Collection[UUID]) -> Book:
    """The same book as far as it is about these workers; whether a line is in default stays as it was."""
    mine = copy(book)
    mine.cells = [{cell: fen for cell, fen in cells.items() if cell[0] in workers} for cells in book.cells]
    mine.lines = {whose: replace(line, left=[sum(fen for (_, by), fen in cells.items() if by == whose)
                                             for cells in mine.cells])
                  for whose, line in book.lines.items()}
    return mine
