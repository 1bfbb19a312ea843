"""The list of the cases behind a number, row by row into a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from uuid import UUID

from mediation_desk.documents.views.report import ReportRow, ReportTable
from mediation_desk.domain.money import Money
from mediation_desk.domain.reports.period import Narrow, Period
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.summary import CaseRow
from mediation_desk.library.words import CHINESE, Words
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers.finishing import on_one_line
from mediation_desk.services.reports import reporting
from mediation_desk.services.reports.case_list import USUAL, WIDTH, WIDTHS, CaseColumn, told_of
from mediation_desk.store.pace import Pace
from mediation_desk.store.work.work import Work

if TYPE_CHECKING:
    from mediation_desk.documents.case_list import Cell
    from mediation_desk.documents.report import Report

CHUNK = 500  # cases read at once
ON_PAPER = (CaseColumn.NUMBER, CaseColumn.PARTIES, CaseColumn.CAUSE, CaseColumn.RECEIVED, CaseColumn.CLOSED,
            CaseColumn.OUTCOME, CaseColumn.CLAIMED, CaseColumn.AGREED, CaseColumn.OUTSTANDING)


class Listing:
    """One list on its way into a file, in one reading."""

    def __init__(self, desk: Desk, work: Work, title: str, period: Period, narrow: Narrow, pace: Pace
                 ) -> None:
        desk.require(Verb.READ_FIGURES, own_case=True)
        self.desk, self.work, self.title, self.pace = desk, work, title, pace
        self.words, self.names = Words.of(CHINESE), work.accounts.names()
        self.begun = reporting.begun(desk, work, title, period, narrow,
                                     own=not desk.may(Verb.READ_FIGURES))

    def rows(self, keys: Sequence[UUID], columns: Sequence[CaseColumn] = USUAL) -> Iterator[list[Cell]]:
        """Row by row; Stopped where somebody asks for it."""
        for at in range(0, len(keys), CHUNK):
            self.pace.step(at, len(keys))
            chunk = keys[at:at + CHUNK]
            known = {row.case_id: row for row in self.work.lists.rows(chunk)}
            yield from ([self._cell(known[key], column) for column in columns] for key in chunk
                        if key in known)
        self.pace.step(len(keys), len(keys))

    def _cell(self, row: CaseRow, column: CaseColumn) -> Cell:
        return told_of(row, column, self.words, self.names)

    def titles(self, columns: Sequence[CaseColumn] = USUAL) -> list[str]:
        """What the columns are called."""
        return [self.words.translate(one.label) for one in columns]

    def workbook(self, file: BinaryIO, aside: Path, keys: Sequence[UUID]) -> None:
        """As XLSX, the list on the first sheet, what it is on the last."""
        from mediation_desk.documents.case_list import ListColumn, write_list

        columns = [ListColumn(title, WIDTHS.get(one, WIDTH))
                   for one, title in zip(USUAL, self.titles(), strict=True)]
        write_list(file, aside, "案件", columns, self.rows(keys), about=self.begun.head())

    def separated(self, file: BinaryIO, keys: Sequence[UUID]) -> None:
        """As CSV, what it is above the list."""
        from mediation_desk.documents.separated import write_rows

        def every() -> Iterator[Sequence[Cell]]:
            yield from self.begun.head()
            yield []
            yield self.titles()
            yield from self.rows(keys)

        write_rows(file, every())

    def report(self, keys: Sequence[UUID]) -> Report:
        """As a report to be printed, in the columns that a page holds."""
        rows = tuple(ReportRow(cells[0], tuple(cells[1:]))
                     for cells in (list(map(self._text, row)) for row in self.rows(keys, ON_PAPER)))
        titles = self.titles(ON_PAPER)
        return replace(self.begun, lists=(ReportTable(self.title, titles[0], tuple(titles[1:]), rows,
                                                      (f"共{len(rows)}件。",)),))

    def _text(self, cell: Cell) -> str:
        if isinstance(cell, date):
            return f"{cell:%Y-%m-%d}"
        if isinstance(cell, Money | int):
            return str(cell)
        return on_one_line(cell or "——")
