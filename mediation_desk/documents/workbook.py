"""A report as a workbook: real numbers, frozen heads, filters and charts, and nothing that computes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO

from mediation_desk.documents.report import Report, charted, column_title, notes_of, shown
from mediation_desk.documents.views.report import ReportTable
from mediation_desk.domain.reports.figures import Unit
from mediation_desk.domain.reports.forms.filled import Cell, FilledTable

FORMATS = {Unit.MONEY: "#,##0.00", Unit.SHARE: "0.00%", Unit.CASES: "0", Unit.PEOPLE: "0", Unit.DAYS: "0"}
COVER = "说明"
LONGEST_NAME = 31  # of a sheet
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")


@contextmanager
def new_book(target: BinaryIO, aside: Path) -> Iterator[Any]:
    """A workbook that is written row by row, in which text stays text whatever it begins with.

    What is written on the way lies in ``aside``, a folder of this person's, and is taken away, also where
    the work is broken off. OSError where the disk refuses it.
    """
    import xlsxwriter  # type: ignore[import-untyped]
    from xlsxwriter.exceptions import FileCreateError  # type: ignore[import-untyped]

    with TemporaryDirectory(dir=aside, prefix=".") as half:
        book = xlsxwriter.Workbook(target, {
            "constant_memory": True, "tmpdir": half, "strings_to_formulas": False, "strings_to_urls": False,
            "strings_to_numbers": False})
        try:
            yield book
            book.close()
        except FileCreateError as trouble:  # a disk that is full is no OSError to the library
            raise OSError(str(trouble)) from trouble
        finally:
            for sheet in book.worksheets():
                if sheet.row_data_fh is not None:
                    sheet.row_data_fh.close()


def write_report(target: BinaryIO, aside: Path, report: Report) -> int:
    """Write the workbook; how many rows of figures it has."""
    with new_book(target, aside) as book:
        book.set_properties({"title": report.title, "author": "", "comments": report.audience,
                             "created": datetime.fromisoformat(report.made_on)})
        writer = _Writer(book, report)
        writer.cover()
        for table in report.tables:
            writer.table(table)
        for listed in report.lists:
            writer.listed(listed)
    return sum(len(table.rows) for table in report.tables) + sum(len(one.rows) for one in report.lists)


class _Writer:
    def __init__(self, book: Any, report: Report) -> None:
        self.book, self.report = book, report
        self.strong = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self.head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self.wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        self.right = book.add_format({"align": "right"})
        self.units = {unit: book.add_format({"num_format": form}) for unit, form in FORMATS.items()}
        self.names: set[str] = set()

    def _sheet(self, name: str) -> Any:
        bare = _NOT_IN_NAMES.sub(" ", name).strip()[:LONGEST_NAME] or COVER
        made, number = bare, 1
        while made.lower() in self.names:
            number += 1
            made = f"{bare[:LONGEST_NAME - 4]} {number}"
        self.names.add(made.lower())
        sheet = self.book.add_worksheet(made)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.set_header(f"&R{self.report.audience}")
        return sheet

    def cover(self) -> None:
        """What the workbook is: for whom, of when, counted how, and whether it reconciles."""
        sheet = self._sheet(COVER)
        sheet.set_column(0, 0, 14)
        sheet.set_column(1, 1, 100)
        row = 0
        for name, text in self.report.head():
            sheet.write_string(row, 0, name, self.strong)
            sheet.write_string(row, 1, text, self.wrapped)
            row += 1
        told = [("注意", [self.report.warning] if self.report.warning else []), ("说明", self.report.notes),
                ("勾稽关系", self.report.checks()), ("指标解释", self.report.definitions())]
        for name, texts in told:
            for at, text in enumerate(texts):
                sheet.write_string(row, 0, "" if at else name, self.strong)
                sheet.write_string(row, 1, text, self.wrapped)
                row += 1

    def table(self, table: FilledTable) -> None:
        """A sheet with one table, its notes below, its chart beside."""
        sheet = self._sheet(table.label.zh)
        titles = [table.head.zh or "项目", *(column_title(table, at) for at in range(len(table.columns)))]
        self._head(sheet, titles, len(table.rows))
        for at, row in enumerate(table.rows, start=1):
            sheet.write_string(at, 0, row.label.zh)
            for across, cell in enumerate(row.cells, start=1):
                self._cell(sheet, at, across, cell)
        for at, note in enumerate(notes_of(table), start=len(table.rows) + 2):
            sheet.write_string(at, 0, note)
        self._chart(sheet, table)

    def _head(self, sheet: Any, titles: Sequence[str], rows: int) -> None:
        sheet.set_column(0, 0, 34)
        sheet.set_column(1, max(1, len(titles) - 1), 15)
        for at, title in enumerate(titles):
            sheet.write_string(0, at, title, self.head)
        sheet.freeze_panes(1, 1)
        sheet.repeat_rows(0)
        sheet.autofilter(0, 0, max(rows, 1), len(titles) - 1)

    def _cell(self, sheet: Any, row: int, column: int, cell: Cell) -> None:
        if cell.unknown:
            return
        if cell.sign or cell.value is None:
            sheet.write_string(row, column, shown(cell), self.right)
        elif cell.unit is Unit.MONEY:
            sheet.write_number(row, column, Decimal(cell.value) / 100, self.units[cell.unit])
        elif cell.unit is Unit.SHARE:
            sheet.write_number(row, column, Decimal(cell.value) / 10_000, self.units[cell.unit])
        else:
            sheet.write_number(row, column, cell.value, self.units[cell.unit])

    def _chart(self, sheet: Any, table: FilledTable) -> None:
        """Bars of the rows that say a number, drawn from the cells themselves."""
        drawn = {label for label, _cell in charted(table)}
        rows = [at for at, row in enumerate(table.rows, start=1) if row.label.zh in drawn]
        if not rows:
            return
        across = [one.id for one in table.columns].index(table.chart) + 1
        chart = self.book.add_chart({"type": "bar"})
        chart.add_series({"name": column_title(table, across - 1),
                          "categories": [sheet.name, rows[0], 0, rows[-1], 0],
                          "values": [sheet.name, rows[0], across, rows[-1], across],
                          "fill": {"color": "#0E5A5E"}})
        chart.set_legend({"none": True})
        chart.set_y_axis({"reverse": True})
        title = f"{table.label.zh}：{column_title(table, across - 1)}"
        chart.set_title({"name": title, "name_font": {"size": 11}})
        sheet.insert_chart(0, len(table.columns) + 2, chart)

    def listed(self, listed: ReportTable) -> None:
        """A sheet with a list of words."""
        sheet = self._sheet(listed.title)
        self._head(sheet, [listed.head, *listed.columns], len(listed.rows))
        for at, row in enumerate(listed.rows, start=1):
            for across, text in enumerate((row.label, *row.cells)):
                sheet.write_string(at, across, text)
