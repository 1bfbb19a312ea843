"""A bank's statement as rows of cells: CSV in UTF-8 or GB 18030, or a workbook (.xlsx)."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mediation_desk.domain.text import names
from mediation_desk.domain.text.storable import storable
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.sorting import spreadsheet
from mediation_desk.store.pace import Cancelled, Pace, Progress, goes_on, nobody_looks

MOST_MIB = 20
MOST_BYTES = MOST_MIB * 1024 * 1024
MOST_ROWS, MOST_CELLS = 20_000, 200
EVERY = 500  # rows between two looks at whether somebody wants to stop
FIELD = "file"
_PARTERS = ",\t;|"
_ZIP, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_AS_TEXT = re.compile(r'="(.*)"')
_TOO_LONG = N_("This statement is longer than {most} rows. Have the bank make it for a shorter time.")
_LIMITS = spreadsheet.Limits(MOST_ROWS, N_("This statement is too large. Have the bank make it for a shorter "
                                           "time."))


@dataclass(frozen=True)
class Sheet:
    """A table of the file; a CSV file is one without a title."""

    title: str
    rows: tuple[tuple[str, ...], ...]


class _Every:
    """Holds every title."""

    def __contains__(self, _title: object) -> bool:
        return True


def read_file(path: Path, *, progress: Progress = nobody_looks, cancelled: Cancelled = goes_on
              ) -> tuple[Sheet, ...]:
    """The tables of a file that hold something. DeskError beside ``file`` for one that is too large, is no
    statement, or cannot be read; Stopped. Nothing that a file might carry is run: macros are refused."""
    pace = Pace(progress, cancelled)
    data = _content(path)
    if data.startswith(_OLD):
        raise DeskError(N_("This is a workbook of the old kind (.xls). Open it in a spreadsheet program and "
                           "save it as .xlsx or CSV."), field=FIELD)
    sheets = _workbook(data, pace) if data.startswith(_ZIP) else (Sheet("", _separated(data, pace)),)
    found = tuple(one for one in sheets if one.rows)
    if not found:
        raise DeskError(N_("There is nothing in this file."), field=FIELD)
    return found


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except OSError as trouble:
        raise DeskError(N_("“{name}” cannot be read."), field=FIELD, name=path.name) from trouble
    if len(data) > MOST_BYTES:
        raise DeskError(N_("“{name}” is larger than {most} MB. Have the bank make it for a shorter time."),
                        field=FIELD, name=path.name, most=MOST_MIB)
    return data


# -- workbooks ---------------------------------------------------------------------------


def _workbook(data: bytes, pace: Pace) -> tuple[Sheet, ...]:
    if b"vbaProject.bin" in data:
        raise DeskError(N_("This workbook holds macros. Save it as .xlsx without them."), field=FIELD)
    pace.step(0, 1)
    try:
        book = spreadsheet.read(data, _Every(), _LIMITS)
    except DeskError as trouble:
        trouble.field = FIELD
        raise
    pace.step(1, 1)
    return tuple(Sheet(table.title, _rows(table)) for table in book.tables)


def _rows(table: spreadsheet.FilledTable) -> tuple[tuple[str, ...], ...]:
    """All rows until the last that holds something, so that their numbers are those of the file. A cell that
    cannot be relied on is left with what it holds, marked so that no amount or day is read from it."""
    last, wide = max(table.rows, default=0), max((max(row) for row in table.rows.values()), default=0)
    return tuple(tuple(_told(row.get(at)) for at in range(1, wide + 1)) if (row := table.rows.get(number))
                 else () for number in range(1, last + 1))


def _told(cell: spreadsheet.FilledCell | None) -> str:
    if cell is None:
        return ""
    return f"{cell.text}?" if cell.trouble else cell.text


# -- text --------------------------------------------------------------------------------


def _separated(data: bytes, pace: Pace) -> tuple[tuple[str, ...], ...]:
    text = _decoded(data)
    written, parter = list(io.StringIO(text, newline="")), _parter(text)
    parted, begins = csv.reader(written, delimiter=parter), 0
    rows: list[tuple[str, ...]] = []
    try:
        for cells in parted:
            _step(pace, len(rows))
            if parted.line_num > begins + 1:
                _require_closed(written[begins:parted.line_num], parter)
            begins = parted.line_num
            if any(map(_clean, cells[MOST_CELLS:])):
                raise DeskError(N_("Row {row} of this file has more than {most} columns."), field=FIELD,
                                row=parted.line_num, most=MOST_CELLS)
            rows.append(tuple(_clean(cell) for cell in cells[:MOST_CELLS]))
    except csv.Error as trouble:
        raise DeskError(N_("Row {row} of this file cannot be read."), field=FIELD,
                        row=parted.line_num) from trouble
    while rows and not any(rows[-1]):
        rows.pop()
    return tuple(rows)


def _require_closed(lines: Sequence[str], parter: str) -> None:
    """A row goes over several lines only where its quotation marks are right throughout: one that is never
    closed would swallow the rows beneath it."""
    for _cells in csv.reader(lines, delimiter=parter, strict=True):
        pass


def _step(pace: Pace, done: int) -> None:
    if done % EVERY == 0:
        pace.step(done, MOST_ROWS)
    if done >= MOST_ROWS:
        raise DeskError(_TOO_LONG, field=FIELD, most=f"{MOST_ROWS:,}")


def _decoded(data: bytes) -> str:
    """UTF-8 where it is that throughout, else GB 18030; a mark at the beginning says it."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _by("utf-16", data)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _by("gb18030", data)


def _by(coding: str, data: bytes) -> str:
    try:
        return data.decode(coding)
    except UnicodeDecodeError as trouble:
        raise DeskError(N_("This file is neither a workbook (.xlsx) nor text in UTF-8 or GB 18030."),
                        field=FIELD) from trouble


def _parter(text: str) -> str:
    """What parts the cells: the sign that most of the first rows hold equally often."""
    rows = [row for row in text[:20_000].splitlines()[:40] if row.strip()]
    return max(_PARTERS, key=lambda sign: (_usual_count(rows, sign), -_PARTERS.index(sign)))


def _usual_count(rows: Sequence[str], sign: str) -> int:
    counts = [row.count(sign) for row in rows]
    return max((count * counts.count(count) for count in set(counts)), default=0)


def _clean(cell: str) -> str:
    """A cell without what programs put around it so that a spreadsheet takes it for text, and with the
    characters that old systems' private signs stand for (Python reads GB 18030 by its edition of 2000)."""
    text = names.modern(cell).strip()
    found = _AS_TEXT.fullmatch(text)
    text = found[1].strip() if found else text
    return storable(text[1:] if text.startswith("'") else text).strip()
