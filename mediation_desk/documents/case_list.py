"""A long list as a spreadsheet, written row by row: real numbers and days, and nothing that computes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO

from mediation_desk.documents.workbook import new_book
from mediation_desk.domain.money import Money

LONGEST = 32_767  # characters that a cell holds (ECMA-376)
MOST_ROWS = 1_048_575  # under the head of one sheet
CUT = "…"
_EPOCH = date(1899, 12, 30)  # the day from which spreadsheets count (ECMA-376, 18.17.4.1)
Cell = str | int | Money | date | None


@dataclass(frozen=True)
class ListColumn:
    """A column's title, and how wide it is in digits."""

    title: str
    width: float


def write_list(target: BinaryIO, aside: Path, name: str, columns: Sequence[ListColumn],
               rows: Iterable[Sequence[Cell]], about: Sequence[tuple[str, str]] = ()) -> None:
    """Write the workbook; rows are taken one by one, and let go of. ``about``: what it is, by name, on a
    sheet of its own.

    Text stays text, whatever it begins with: no formula, no link, no number is made of it. A sheet that is
    full is followed by another. What is written on the way lies in ``aside``, a folder of this person's.
    """
    with new_book(target, aside) as book:
        writer = _Writer(book, name, columns)
        for row in rows:
            writer.write(row)
        writer.finish()
        if about:
            writer.about(about)


@dataclass(frozen=True)
class ListSheet:
    """One of several lists in a workbook."""

    name: str
    columns: Sequence[ListColumn]
    rows: Iterable[Sequence[Cell]]


def write_lists(target: BinaryIO, aside: Path, sheets: Sequence[ListSheet],
                about: Sequence[tuple[str, str]] = ()) -> None:
    """Several lists in one workbook, each on its own sheet, behind each other; the rest as one list."""
    with new_book(target, aside) as book:
        writers = []
        for one in sheets:
            writers.append(_Writer(book, one.name, one.columns))
            for row in one.rows:
                writers[-1].write(row)
            writers[-1].finish()
        if about and writers:
            writers[0].about(about)


def _yuan(amount: Money) -> int | Decimal:
    """In yuan, exact; a whole number where it is one, which is written quicker."""
    yuan, fen = divmod(amount.fen, 100)
    return Decimal(amount.fen) / 100 if fen else yuan


class _Writer:
    def __init__(self, book: Any, name: str, columns: Sequence[ListColumn]) -> None:
        self._book, self._name, self._columns = book, name, columns
        self._head = book.add_format({"bold": True, "bottom": 1, "valign": "top", "text_wrap": True})
        self._money = book.add_format({"num_format": "#,##0.00"})
        self._day = book.add_format({"num_format": "yyyy-mm-dd"})
        self._sheets = 0
        self._begin()

    def about(self, told: Sequence[tuple[str, str]]) -> None:
        """A last sheet that says what the list is."""
        sheet = self._book.add_worksheet("说明")
        sheet.set_column(0, 0, 14)
        sheet.set_column(1, 1, 80)
        for row, (name, text) in enumerate(told):
            sheet.write_string(row, 0, name, self._head)
            sheet.write_string(row, 1, text)

    def _begin(self) -> None:
        self._sheets += 1
        self._sheet = self._book.add_worksheet(self._name if self._sheets == 1 else
                                               f"{self._name} {self._sheets}")
        self._row = 0
        for at, column in enumerate(self._columns):
            self._sheet.set_column(at, at, column.width)
            self._sheet.write_string(0, at, column.title, self._head)
        self._sheet.freeze_panes(1, 1)
        self._sheet.repeat_rows(0)
        self._sheet.set_landscape()

    def write(self, row: Sequence[Cell]) -> None:
        """One row under the others."""
        if self._row == MOST_ROWS:
            self.finish()
            self._begin()
        self._row += 1
        for at, cell in enumerate(row):
            self._cell(at, cell)

    def _cell(self, at: int, cell: Cell) -> None:
        if isinstance(cell, str):
            if cell:
                self._sheet.write_string(self._row, at, cell if len(cell) <= LONGEST else
                                         cell[:LONGEST - len(CUT)] + CUT)
        elif isinstance(cell, Money):
            self._sheet.write_number(self._row, at, _yuan(cell), self._money)
        elif isinstance(cell, date):
            self._sheet.write_number(self._row, at, (cell - _EPOCH).days, self._day)
        elif cell is not None:
            self._sheet.write_number(self._row, at, cell)

    def finish(self) -> None:
        """A filter over what the sheet holds."""
        self._sheet.autofilter(0, 0, max(self._row, 1), len(self._columns) - 1)
