"""The list of open instalments as a spreadsheet, in the order in which it is looked at, with its total."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from uuid import UUID

from mediation_desk.domain.money import ZERO, Money
from mediation_desk.domain.payments.dues import Due, DueFilter, Sum
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.vocabulary import Term
from mediation_desk.domain.words import N_
from mediation_desk.library import titles
from mediation_desk.library.words import Words
from mediation_desk.services.desk import Desk
from mediation_desk.services.payments.dues import due_day
from mediation_desk.services.reports import placing
from mediation_desk.store.pace import Cancelled, Pace, Progress, goes_on, nobody_looks
from mediation_desk.store.work.work import Work

if TYPE_CHECKING:
    from mediation_desk.documents.case_list import Cell, ListColumn

EVERY = 500  # rows between two looks at whether somebody wants to stop


class ListKind(Term):
    """The kind of file; the value is its ending."""

    XLSX = ".xlsx", N_("XLSX, to count on with")
    CSV = ".csv", N_("CSV, for other programs")


COLUMNS: Mapping[str, float] = {
    N_("Case number"): 22, N_("Parties"): 40, N_("Who pays"): 28, N_("Instalment"): 8, N_("Due on"): 14,
    N_("Owed since"): 14, N_("Amount"): 14, N_("Paid"): 14, N_("Owed"): 14, N_("Days late"): 8,
    N_("State"): 16, N_("Promised for"): 14, N_("Amount promised"): 14, N_("Mediator"): 14}
"""What the columns are called, and how wide they are."""


@dataclass(frozen=True)
class Exported:
    """The file, and what it lists: as many instalments, so much owed on them."""

    path: Path
    listed: Sum


def export(desk: Desk, wanted: DueFilter, path: str, kind: ListKind, language: str, *,
           progress: Progress = nobody_looks, cancelled: Cancelled = goes_on) -> Exported:
    """Write what the filter leaves to a new file, there whole or not at all. DeskError beside ``path``;
    Stopped."""
    target, pace = placing.typed(path, kind.value), Pace(progress, cancelled)
    with placing.new_file(target) as file, desk.reading() as work:
        desk.require(Verb.EXPORT_SUMMARY, own_case=True)
        telling = _Telling(desk, work, Words.of(language), pace)
        telling.write(file, target.parent, kind, wanted)
    return Exported(target, Sum(telling.count, telling.owed))


class _Telling:
    """One list on its way into a file."""

    def __init__(self, desk: Desk, work: Work, words: Words, pace: Pace) -> None:
        self._day, self._work, self._words, self._pace = due_day(desk), work, words, pace
        self._names: Mapping[UUID, str] = work.accounts.names()
        self.count, self.owed = 0, ZERO

    def write(self, file: BinaryIO, aside: Path, kind: ListKind, wanted: DueFilter) -> None:
        """Row by row, the sum beneath them."""
        from mediation_desk.documents.case_list import ListColumn, write_list
        from mediation_desk.documents.separated import write_rows

        columns = [ListColumn(self._words.translate(title), width) for title, width in COLUMNS.items()]
        if kind is ListKind.XLSX:
            write_list(file, aside, self._words.translate(N_("Payments")), columns, self._rows(wanted))
        else:
            write_rows(file, self._with_titles(columns, wanted))

    def _with_titles(self, columns: list[ListColumn], wanted: DueFilter) -> Iterator[list[Cell]]:
        yield [column.title for column in columns]
        yield from self._rows(wanted)

    def _rows(self, wanted: DueFilter) -> Iterator[list[Cell]]:
        total = self._work.dues.count(self._day, wanted)
        for due in self._work.dues.every(self._day, wanted):
            if self.count % EVERY == 0:
                self._pace.step(min(self.count, total), total)
            self.count, self.owed = self.count + 1, self.owed + due.owed
            yield self._cells(due)
        self._pace.step(total, total)
        sums: dict[str, Cell] = {N_("Case number"): self._words.translate(N_("Total")), N_("Owed"): self.owed}
        yield [sums.get(title) for title in COLUMNS]

    def _cells(self, due: Due) -> list[Cell]:
        today, promise = self._day.today, due.promise
        promised = due.promised(today)
        named: Money | None = promise.amount if promise and promised else None
        return [due.case.number, titles.of_row(self._words, due.case), "、".join(due.payers), due.number,
                due.agreed_on, due.due_on, due.amount, due.paid, due.owed, due.days_late(today) or None,
                self._words.translate((promised or due.state(today)).label),
                promise.promised_on if promise and promised else None, named,
                self._names.get(due.case.mediator_id, "")]
