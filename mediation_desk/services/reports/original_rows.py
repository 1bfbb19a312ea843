"""What came by lists, written out again: the rows as they came, under the headings that they had."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from uuid import UUID

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.intake.lists import originals
from mediation_desk.domain.intake.lists.originals import OriginalRow
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.vocabulary import Term
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.reports import placing
from mediation_desk.services.reports.case_list import note_asked
from mediation_desk.store.pace import Cancelled, Pace, Progress, goes_on, nobody_looks
from mediation_desk.store.reading.order_homes import OrderHomes

if TYPE_CHECKING:
    from collections.abc import Iterator

EVERY = 200  # rows between two looks at whether somebody wants to stop
LONGEST_CELL = 32_767  # characters: so many a workbook holds in one cell
TITLE = "工单"


class ListFile(Term):
    """The kind of file; the value is its ending."""

    XLSX = ".xlsx", N_("XLSX, for spreadsheets")
    CSV = ".csv", N_("CSV, for other programs")


@dataclass(frozen=True)
class Written:
    """The file, how many rows it has, and what was noted: whole numbers left the program."""

    path: Path
    rows: int
    changes: Changes


def export(desk: Desk, cases: Collection[UUID], path: str, kind: ListFile, *,
           progress: Progress = nobody_looks, cancelled: Cancelled = goes_on) -> Written:
    """Write the rows that brought these cases to a new file, there whole or not at all; of cases that the
    person may not see nothing. Nothing in them is masked, so it is noted in each case's timeline before the
    file is there. DeskError beside ``path``; Stopped."""
    target, pace = placing.typed(path, kind.value), Pace(progress, cancelled)
    with desk.reading() as work:
        desk.require(Verb.EXPORT_SUMMARY, own_case=True)
        desk.require(Verb.UNMASK_NUMBERS, own_case=True)
        homes = OrderHomes(work.connection, desk.who.account_id)
        rows = [row for original in homes.originals(cases) for row in originals.read(original)]
        people = homes.people(cases)
    if not rows:
        raise DeskError(N_("None of these cases came by a list."), field="path")
    noting = _Noting(desk, people, pace)
    with placing.new_file(target, noting.note) as file:
        _write(file, target.parent, kind, rows, pace)
    return Written(target, len(rows), noting.changes)


class _Noting:
    def __init__(self, desk: Desk, people: Sequence[tuple[UUID, Sequence[UUID]]], pace: Pace) -> None:
        self._desk, self._people, self._pace, self.changes = desk, people, pace, Changes()

    def note(self) -> None:
        """Note whose numbers are told whole; stopping here, there is no file."""
        for at, (case_id, parties) in enumerate(self._people):
            self._pace.step(at, len(self._people))
            self.changes = self.changes.then(note_asked(self._desk, case_id, parties))


def _write(file: BinaryIO, aside: Path, kind: ListFile, rows: Sequence[OriginalRow], pace: Pace) -> None:
    from mediation_desk.documents.separated import write_rows
    from mediation_desk.documents.workbook import new_book

    headings, cells = originals.table(rows)
    if kind is ListFile.CSV:
        write_rows(file, _paced([headings, *cells], pace), quoted=True)
        return
    with new_book(file, aside) as book:
        sheet = book.add_worksheet(TITLE)
        for at, row in enumerate(_paced([headings, *cells], pace)):
            for column, text in enumerate(row):
                if len(text) > LONGEST_CELL:
                    raise DeskError(N_("A cell of row {row} is longer than a workbook can hold. Write the "
                                       "list as "
                                       "CSV."), field="path", row=at + 1)
                sheet.write_string(at, column, text)


def _paced(rows: Sequence[Sequence[str]], pace: Pace) -> Iterator[Sequence[str]]:
    for at, row in enumerate(rows):
        if at % EVERY == 0:
            pace.step(at, len(rows))
        yield row
