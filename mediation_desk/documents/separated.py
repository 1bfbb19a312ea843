"""CSV as spreadsheets open it: UTF-8 with its mark, and text that no program takes for a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from io import TextIOWrapper
from typing import IO

from mediation_desk.documents.report import Report, column_title, notes_of, shown
from mediation_desk.domain.money import Money
from mediation_desk.domain.text.guards import guarded

Value = str | int | Money | date | None


def write_rows(target: IO[bytes], rows: Iterable[Sequence[Value]], *, quoted: bool = False) -> int:
    """Write rows one by one; how many there were. Amounts as plain yuan, days as 2025-01-20. ``quoted``:
    every cell stands in quotation marks, so that nothing but the commas between them can part it."""
    count = 0
    text = TextIOWrapper(target, "utf-8-sig", newline="", write_through=False)
    try:
        writer = csv.writer(text, lineterminator="\r\n",
                            quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL)
        for row in rows:
            writer.writerow([_value(one) for one in row])
            count += 1
        text.flush()
    finally:
        text.detach()
    return count


def _value(value: Value) -> str | int:
    if value is None:
        return ""
    if isinstance(value, Money):
        return value.plain()
    if isinstance(value, date):
        return value.isoformat()
    return guarded(value) if isinstance(value, str) else value


def report_rows(report: Report) -> Iterable[Sequence[Value]]:
    """A report as rows: what stands above it, then table under table, then checks and definitions."""
    yield from report.head()
    yield from ([one] for one in (report.warning, *report.notes) if one)
    for table in report.tables:
        yield []
        yield [table.label.zh]
        yield [table.head.zh or "项目", *(column_title(table, at) for at in range(len(table.columns)))]
        for row in table.rows:
            yield [row.label.zh, *(_plain(shown(cell)) for cell in row.cells)]
        yield from ([one] for one in notes_of(table))
    for listed in report.lists:
        yield []
        yield [listed.title]
        yield [listed.head, *listed.columns]
        yield from ([row.label, *row.cells] for row in listed.rows)
    yield []
    yield from ([one] for one in (*report.checks(), *report.definitions()))


def _plain(text: str) -> str:
    """A figure without the marks that part its thousands."""
    return text.replace(",", "")
