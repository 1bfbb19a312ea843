"""Lists that others made, as rows of cells, sign by sign as they stand there: workbooks (.xlsx) and text
parted by commas or tabs, in UTF-8, GB 18030 or UTF-16."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from mediation_desk.domain.text import names
from mediation_desk.domain.text.guards import unguarded
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library.spreadsheets import workbook

MOST_MIB = 20
MOST_BYTES = MOST_MIB * 1024 * 1024
MOST_ROWS, MOST_CELLS = 20_000, 200
EVERY = 500  # rows between two looks at whether somebody wants to stop
LOOKED_AT = 200_000  # characters from the top by which is told what parts the cells
FIELD = "file"
WIDE, SURELY = "\u0800", 6  # so many signs of three bytes no text in GB 18030 begins with by chance
_PARTERS = ",\t;|"
_ZIP, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_QUOTED = re.compile('"[^"]*"')

Step = Callable[[int, int], object]
"""``step(done, total)`` tells how far reading has come; whatever it raises ends it."""


def _nobody_looks(_done: int, _total: int) -> None:
    """Nobody looks."""


@dataclass(frozen=True)
class Bounds:
    """How much a list may hold, and what is said of one that holds more: of too many rows (``most``), of too
    many bytes (``name``, ``most`` in MB), of a workbook that is too large unpacked."""

    too_long: str
    too_large: str
    too_large_inside: str
    rows: int = MOST_ROWS
    bytes: int = MOST_BYTES


@dataclass(frozen=True)
class Span:
    """Cells of one row that are merged into one; row and columns are counted from 0, ``right`` is the
    last."""

    row: int
    left: int
    right: int


@dataclass(frozen=True)
class Sheet:
    """A table of the file; a text file is one without a title. ``troubles``: why what stands in a cell
    cannot be relied on, by row and column, counted from 0."""

    title: str
    rows: tuple[tuple[str, ...], ...]
    troubles: Mapping[tuple[int, int], DeskError] = field(default_factory=lambda: MappingProxyType({}))
    spans: tuple[Span, ...] = ()


class _Every:
    """Holds every title."""

    def __contains__(self, _title: object) -> bool:
        return True


def read_file(path: Path, bounds: Bounds, step: Step = _nobody_looks) -> tuple[Sheet, ...]:
    """The tables of a file that hold something. DeskError beside ``file`` for one that is too large, or
    cannot be read. Nothing that a file might carry is run: macros are refused."""
    data = _content(path, bounds)
    if data.startswith(_OLD):
        raise DeskError(N_("This is a workbook of the old kind (.xls). Open it in a spreadsheet program and "
                           "save it as .xlsx or CSV."), field=FIELD)
    sheets = _workbook(data, bounds, step) if data.startswith(_ZIP) else (
        Sheet("", _separated(data, bounds, step)),)
    found = tuple(one for one in sheets if one.rows)
    if not found:
        raise DeskError(N_("There is nothing in this file."), field=FIELD)
    return found


def _content(path: Path, bounds: Bounds) -> bytes:
    try:
        with path.open("rb") as opened:
            data = opened.read(bounds.bytes + 1)
    except OSError as trouble:
        raise DeskError(N_("“{name}” cannot be read."), field=FIELD, name=path.name) from trouble
    if len(data) > bounds.bytes:
        raise DeskError(bounds.too_large, field=FIELD, name=path.name, most=bounds.bytes // 1024 ** 2)
    return data


# -- workbooks ---------------------------------------------------------------------------


def _workbook(data: bytes, bounds: Bounds, step: Step) -> tuple[Sheet, ...]:
    if b"vbaProject.bin" in data:
        raise DeskError(N_("This workbook holds macros. Save it as .xlsx without them."), field=FIELD)
    step(0, 1)
    try:
        limits = workbook.Limits(bounds.rows, bounds.too_large_inside, exact=True)
        book = workbook.read(data, _Every(), limits)
    except DeskError as trouble:
        trouble.field = FIELD
        raise
    step(1, 1)
    return tuple(_sheet(table) for table in book.tables)


def _sheet(table: workbook.FilledTable) -> Sheet:
    """All rows until the last that holds something, so that their numbers are those of the file."""
    last, wide = max(table.rows, default=0), max((max(row) for row in table.rows.values()), default=0)
    rows = tuple(tuple(row[at].text if at in row else "" for at in range(1, wide + 1))
                 if (row := table.rows.get(number)) else () for number in range(1, last + 1))
    troubles = {(number - 1, at - 1): cell.trouble for number, row in table.rows.items()
                for at, cell in row.items() if cell.trouble is not None}
    return Sheet(table.title, rows, MappingProxyType(troubles), tuple(_spans(table.merged)))


def _spans(merged: Sequence[str]) -> Iterator[Span]:
    for cells in merged:
        left, top, right, bottom = workbook.edges(cells)
        if right > left:
            yield from (Span(row - 1, left - 1, right - 1)
                        for row in range(top, min(bottom, top + EVERY) + 1))


# -- text --------------------------------------------------------------------------------


def _separated(data: bytes, bounds: Bounds, step: Step) -> tuple[tuple[str, ...], ...]:
    text = _decoded(data)
    written, parter = list(io.StringIO(text, newline="")), _parter(text)
    parted, begins = csv.reader(written, delimiter=parter), 0
    rows: list[tuple[str, ...]] = []
    try:
        for cells in parted:
            _look(step, len(rows), bounds)
            if parted.line_num > begins + 1:
                _require_closed(written[begins:parted.line_num], parter)
            begins = parted.line_num
            if any(map(str.strip, cells[MOST_CELLS:])):
                raise DeskError(N_("Row {row} of this file has more than {most} columns."), field=FIELD,
                                row=parted.line_num, most=MOST_CELLS)
            rows.append(tuple(unguarded(cell) for cell in cells[:MOST_CELLS]))
    except csv.Error as trouble:
        raise DeskError(N_("Row {row} of this file cannot be read."), field=FIELD,
                        row=parted.line_num) from trouble
    while rows and not any(map(str.strip, rows[-1])):
        rows.pop()
    return tuple(rows)


def _require_closed(lines: Sequence[str], parter: str) -> None:
    """A row goes over several lines only where its quotation marks are right throughout: one that is never
    closed would swallow the rows beneath it."""
    for _cells in csv.reader(lines, delimiter=parter, strict=True):
        pass


def _look(step: Step, done: int, bounds: Bounds) -> None:
    if done % EVERY == 0:
        step(done, bounds.rows)
    if done >= bounds.rows:
        raise DeskError(bounds.too_long, field=FIELD, most=f"{bounds.rows:,}")


def _decoded(data: bytes) -> str:
    """UTF-8 where it is that throughout, else GB 18030; a mark at the beginning says it. What is UTF-8 for a
    while and then is not was damaged: as GB 18030 it would read as other words. Python reads GB 18030 by its
    edition of 2000: what that left in the private zone becomes the characters that stand there
    now."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _by("utf-16", data)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as broken:
        before = broken.object[:broken.start].decode("utf-8")
        if data.startswith(codecs.BOM_UTF8) or sum(sign >= WIDE for sign in before) >= SURELY:
            raise DeskError(N_("Row {row} of this file is not in UTF-8, as those before it are. Save the "
                               "list anew as .xlsx or as CSV in UTF-8."), field=FIELD,
                            row=before.count("\n") + 1) from broken
        return names.modern(_by("gb18030", data))


def _by(coding: str, data: bytes) -> str:
    try:
        return data.decode(coding)
    except UnicodeDecodeError as trouble:
        raise DeskError(N_("This file is neither a workbook (.xlsx) nor text in UTF-8 or GB 18030."),
                        field=FIELD) from trouble


def _parter(text: str) -> str:
    """What parts the cells: the sign that most of the first rows hold equally often outside quotation
    marks."""
    bare = _QUOTED.sub("", text[:LOOKED_AT]).partition('"')[0]
    rows = [row for row in bare.splitlines()[:40] if row.strip()]
    return max(_PARTERS, key=lambda sign: (_usual_count(rows, sign), -_PARTERS.index(sign)))


def _usual_count(rows: Sequence[str], sign: str) -> int:
    counts = [row.count(sign) for row in rows]
    return max((count * counts.count(count) for count in set(counts)), default=0)
