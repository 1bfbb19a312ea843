"""Acceleration in a day's agenda: instalments that fell due at once are told together, as what is overdue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from uuid import UUID

from mediation_desk.domain.agenda import INSTALMENT
from mediation_desk.domain.money import total
from mediation_desk.domain.performance.ledger import Ledger, ledger
from mediation_desk.domain.summary import AgendaRow, CaseRow
from mediation_desk.domain.vocabulary import InstalmentState
from mediation_desk.store.work.work import Work

ACCELERATION = "acceleration"
Item = tuple[AgendaRow, CaseRow]


def folded(work: Work, items: Sequence[Item], today: date) -> list[Item]:
    """The items, earliest first; of a case whose rest has fallen due at once, that rest in one item, on the
    day on which it did, instead of the days that its instalments once had."""
    paying = {row.case_id for row, _ in items if row.kind == INSTALMENT}
    books = {case_id: ledger(agreement, payments, today)
             for case_id, (agreement, payments) in work.cases.performances(paying).items()}
    rest = [item for item in items if not _is_folded(item[0], books.get(item[0].case_id))]
    rows = {row.case_id: case for row, case in items}
    whole = [(row, rows[row.case_id]) for case_id in paying & books.keys()
             for row in _rest_of(case_id, books[case_id])]
    return sorted([*rest, *whole], key=lambda item: item[0].on)


def _is_folded(row: AgendaRow, book: Ledger | None) -> bool:
    return row.kind == INSTALMENT and book is not None and row.number in _accelerated(book)


def _accelerated(book: Ledger) -> Iterable[int]:
    return [one.number for one in book.instalments if one.state is InstalmentState.ACCELERATED]


def _rest_of(case_id: UUID, book: Ledger) -> Iterator[AgendaRow]:
    if rest := [one for one in book.instalments if one.state is InstalmentState.ACCELERATED]:
        yield AgendaRow(case_id=case_id, kind=ACCELERATION, on=min(one.owed_since for one in rest),
                        amount=total(one.owed for one in rest))
