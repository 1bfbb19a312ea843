"""The list of cases as a spreadsheet: the columns that a person chose, of the cases that they may see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.listing import CaseFilter
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.summary import CaseRow
from mediation_desk.domain.text import masks
from mediation_desk.domain.unmasking import Unmasking
from mediation_desk.domain.vocabulary import Term
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library import titles
from mediation_desk.library.words import Words
from mediation_desk.services.desk import Desk
from mediation_desk.services.reports import placing
from mediation_desk.store.pace import Cancelled, Pace, Progress, goes_on, nobody_looks
from mediation_desk.store.reading.lists import ApplicantNumbers
from mediation_desk.store.work.work import Work

if TYPE_CHECKING:
    from mediation_desk.documents.case_list import Cell, ListColumn

CHUNK = 500  # cases read at once
ENDING = ".xlsx"


class CaseColumn(Term):
    """What a row can tell of a case."""

    NUMBER = "number", N_("Case number")
    PARTIES = "parties", N_("Parties")
    APPLICANTS = "applicants", N_("How many applicants")
    KIND = "kind_of_work", N_("Kind of work")
    SOURCE = "source", N_("Source")
    CAUSE = "cause", N_("Cause")
    STATION = "station", N_("Station")
    STATUS = "status", N_("Status")
    OUTCOME = "outcome", N_("Outcome")
    RECEIVED = "received_on", N_("Date received")
    ACCEPTED = "accepted_on", N_("Accepted on")
    CLOSED = "closed_on", N_("Closed on")
    CLOCK = "clock_on", N_("Next period")
    DUE = "next_due_on", N_("Next due")
    CLAIMED = "claimed", N_("Claimed")
    AGREED = "agreed", N_("Settled")
    OUTSTANDING = "outstanding", N_("Owed")
    MEDIATOR = "mediator", N_("Mediator")
    ID_NUMBERS = "id_numbers", N_("Applicants' ID numbers")
    PHONES = "phones", N_("Applicants' phones")


NUMBERS = (CaseColumn.ID_NUMBERS, CaseColumn.PHONES)
"""Columns that are masked unless somebody who may asks for them whole."""
USUAL = tuple(column for column in CaseColumn if column not in NUMBERS)
WIDTHS: Mapping[CaseColumn, float] = {
    CaseColumn.NUMBER: 22, CaseColumn.PARTIES: 40, CaseColumn.CAUSE: 30, CaseColumn.APPLICANTS: 8,
    CaseColumn.ID_NUMBERS: 24, CaseColumn.PHONES: 18}
WIDTH = 14


@dataclass(frozen=True)
class Wanted:
    """Which cases, and which columns in which order. ``whole``: numbers are not masked."""

    cases: CaseFilter
    columns: tuple[CaseColumn, ...] = USUAL
    only: frozenset[UUID] = frozenset()  # of these cases alone; empty: all that the filter leaves
    whole: bool = False


@dataclass(frozen=True)
class Exported:
    """The file, how many cases it tells of, and what was noted of numbers that were asked for."""

    path: Path
    cases: int
    changes: Changes


def chosen(desk: Desk, cases: CaseFilter) -> list[UUID]:
    """The keys of the cases that a filter leaves, in its order, as far as the person may see them."""
    with desk.reading() as work:
        desk.require(Verb.EXPORT_SUMMARY, own_case=True)
        return [row.case_id for row in work.lists.every(cases)]


def export(desk: Desk, wanted: Wanted, path: str, language: str, *, progress: Progress = nobody_looks,
           cancelled: Cancelled = goes_on) -> Exported:
    """Write the list to a new file, there whole or not at all. DeskError beside ``path`` or ``columns``;
    Stopped.

    Whole numbers are noted in each case's timeline before the file is there, as when they are looked at.
    """
    from mediation_desk.documents.case_list import write_list

    if not wanted.columns:
        raise DeskError(N_("Choose at least one column."), field="columns")
    target, words = placing.typed(path, ENDING), Words.of(language)
    telling = _Telling(desk, wanted, words, Pace(progress, cancelled))
    with placing.new_file(target, telling.note) as file, desk.reading() as work:
        desk.require(Verb.EXPORT_SUMMARY, own_case=True)
        if wanted.whole:
            desk.require(Verb.UNMASK_NUMBERS, own_case=True)
        write_list(file, target.parent, words.translate(N_("Cases")), telling.columns(), telling.rows(work))
    return Exported(target, telling.done, telling.changes)


class _Telling:
    """One list on its way into a file: rows by the chunk, and whose numbers were told whole."""

    def __init__(self, desk: Desk, wanted: Wanted, words: Words, pace: Pace) -> None:
        self._desk, self._wanted, self._words, self._pace = desk, wanted, words, pace
        self._names: Mapping[UUID, str] = {}
        self._asked: list[tuple[UUID, tuple[UUID, ...]]] = []
        self._numbered = any(column in NUMBERS for column in wanted.columns)
        self.done, self.changes = 0, Changes()

    def columns(self) -> list[ListColumn]:
        """The chosen columns with their titles."""
        from mediation_desk.documents.case_list import ListColumn

        return [ListColumn(self._words.translate(one.label), WIDTHS.get(one, WIDTH))
                for one in self._wanted.columns]

    def rows(self, work: Work) -> Iterator[list[Cell]]:
        """Row by row; Stopped where somebody asks for it."""
        total = len(self._wanted.only) or work.lists.count(self._wanted.cases)
        self._names = work.accounts.names()
        only = self._wanted.only
        each = (row for row in work.lists.every(self._wanted.cases) if not only or row.case_id in only)
        while chunk := list(islice(each, CHUNK)):
            self._pace.step(min(self.done, total), total)
            numbers = self._numbers(work, chunk)
            yield from ([self._cell(row, column, numbers.get(row.case_id, ()))
                         for column in self._wanted.columns] for row in chunk)
            self.done += len(chunk)
        self._pace.step(total, total)

    def _numbers(self, work: Work, chunk: Sequence[CaseRow]) -> Mapping[UUID, Sequence[ApplicantNumbers]]:
        if not self._numbered:
            return {}
        numbers = work.lists.applicants(row.case_id for row in chunk)
        if self._wanted.whole:
            self._asked += [(key, tuple(one.party_id for one in people)) for key, people in numbers.items()]
        return numbers

    def _cell(self, row: CaseRow, column: CaseColumn, people: Sequence[ApplicantNumbers]) -> Cell:
        if column in NUMBERS:
            return self._told(people, column)
        return told_of(row, column, self._words, self._names)

    def _told(self, people: Sequence[ApplicantNumbers], column: CaseColumn) -> str:
        """One number behind the other, masked unless they were asked for whole."""
        is_phone = column is CaseColumn.PHONES
        found = [one.phone if is_phone else one.id_number for one in people]
        if not self._wanted.whole:
            found = [masks.phone(one) if is_phone else masks.document(one) for one in found]
        return "、".join(filter(None, found))

    def note(self) -> None:
        """Note whose numbers were asked for; stopping here, there is no file."""
        for at, (case_id, parties) in enumerate(self._asked):
            self._pace.step(at, len(self._asked))
            self.changes = self.changes.then(note_asked(self._desk, case_id, parties))


def told_of(row: CaseRow, column: CaseColumn, words: Words, names: Mapping[UUID, str]) -> Cell:
    """What a column tells of a case; ``names``: what the accounts are called."""
    if column is CaseColumn.PARTIES:
        return titles.of_row(words, row)
    if column is CaseColumn.MEDIATOR:
        return names.get(row.mediator_id, "")
    if column is CaseColumn.APPLICANTS:
        return row.applicant_count
    value = getattr(row, column.value)
    if isinstance(value, Term):
        return words.translate(value.label)
    found: Cell = value
    return found


def note_asked(desk: Desk, case_id: UUID, parties: Sequence[UUID], seen: Seen | None = None) -> Changes:
    """Note in a case that the whole numbers of these parties were asked for."""
    with desk.case_work(case_id, "unmask", seen) as (work, case):
        for party_id in parties:
            work.cases.asked(Unmasking(id=work.new_key(), case_id=case.id, party_id=party_id,
                                       account_id=desk.who.account_id, at=work.who.now))
        return work.commit()
