"""The tables of a workbook (.xlsx) as filled cells: decoded whole, or refused whole."""

from __future__ import annotations

import io
import re
import time
import zipfile
from collections.abc import Container, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from typing import Any

from mediation_desk.domain.text.storable import storable
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library.spreadsheets.stored_values import NO_NUMBER, moment_text, number_text

BIGGEST_BYTES = 20 * 1024 * 1024  # of the file
BIGGEST_UNPACKED = 64 * 1024 * 1024  # of all its parts, read once
BIGGEST_PART = 8 * 1024 * 1024  # of one that is no table: it is held in memory
MOST_PARTS, MOST_ELEMENTS = 500, 2_000_000
MOST_CELLS = 16_384  # of a row: as many as spreadsheets have columns
PATIENCE = 20.0  # seconds for the whole file
MOST_ROWS, MOST_COLUMNS = 2000, 300  # filled ones; empty rows and columns are none, however they are drawn
ALL_ROWS = 1_048_576  # of a table, as spreadsheets count
BLOCK = 1024 * 1024
FIRST_OWN_FORMAT = 164  # of numbers: those below are the same in every workbook
_NOUGHTS = re.compile("0{2,}")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_ESCAPED_CONTROL = re.compile("_x(00[01][0-9A-Fa-f])_")
_NAMESPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_NO_RESULT = N_("This cell holds a formula whose result is not stored in the workbook. Open the workbook in "
                "a spreadsheet program, save it there, and import it again.")
_NO_DAY = N_("This cell is formatted as a date, but its number, {number}, is none.")
_MERGED = N_("The cells {cells} are merged, so it is not clear what each of them holds. Part them and fill "
             "in each.")


@dataclass(frozen=True)
class FilledCell:
    """What a cell shows, as a person would type it; ``trouble`` says why that cannot be relied on.

    ``merged`` names the merged cells whose one content it shares ("D2:D6").
    """

    text: str
    trouble: DeskError | None = None
    merged: str = ""

    def unclear(self) -> DeskError:
        """That it is merged with others where each must have its own."""
        return DeskError(_MERGED, cells=self.merged)


FilledRow = dict[int, FilledCell]


@dataclass(frozen=True)
class Limits:
    """How many filled rows a table may have, and what is said of a file that is too large. ``exact``: texts
    come sign by sign as they stand there, with their outer blanks and what nobody sees."""

    rows: int = MOST_ROWS
    said: str = N_("This file is too large for an element sheet.")
    exact: bool = False


SHEET = Limits()


@dataclass(frozen=True)
class FilledTable:
    """A table's filled cells by row and column, both counted from 1, in order; ``merged``: the ranges of
    cells that are one ("D2:F2")."""

    title: str
    rows: dict[int, FilledRow]
    merged: tuple[str, ...] = ()


@dataclass(frozen=True)
class FilledWorkbook:
    """The tables that were wanted, and the titles of further ones that hold something.

    ``properties``: what programs wrote of the file as a whole, by name.
    """

    tables: tuple[FilledTable, ...]
    others: tuple[str, ...]
    properties: Mapping[str, str] = field(default_factory=dict)


def column_letter(column: int) -> str:
    """What a spreadsheet calls its column: A, B … Z, AA."""
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(column))


def read(data: bytes, wanted: Container[str], limits: Limits = SHEET) -> FilledWorkbook:
    """Decode a workbook's tables; every byte of the file is checked, and nothing is read later.

    Raises DeskError beside ``workbook`` for a file that is none, is damaged, or is too large.
    """
    if len(data) > BIGGEST_BYTES:
        raise _too_large(limits)
    try:
        _check_parts(data, limits)
        return _decoded(data, wanted, limits)
    except DeskError:
        raise
    except Exception as error:  # a damaged file breaks its readers in more ways than can be listed
        raise DeskError(N_("This file is not a workbook (.xlsx) that can be read."),
                        field="workbook") from error


def _too_large(limits: Limits) -> DeskError:
    return DeskError(limits.said, field="workbook")


def _check_parts(data: bytes, limits: Limits) -> None:
    """Unpack every part once, a block at a time: its length and checksum must be what the file says."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        listed = parts.infolist()
        tables = "xl/worksheets/"
        if (len(listed) > MOST_PARTS or sum(part.file_size for part in listed) > BIGGEST_UNPACKED
                or any(part.file_size > BIGGEST_PART and not part.filename.startswith(tables)
                       for part in listed)):
            raise _too_large(limits)
        for part in listed:
            with parts.open(part) as content:
                first = content.read(BLOCK)
                if b"<!DOCTYPE" in first:  # no workbook has one; entities multiply
                    raise ValueError("a document type")
                marks = first.count(b"<")
                while block := content.read(BLOCK):
                    marks += block.count(b"<")
                    if marks > 2 * MOST_ELEMENTS:  # cheap to see here, dear to read through
                        raise _too_large(limits)


def _decoded(data: bytes, wanted: Container[str], limits: Limits) -> FilledWorkbook:
    from openpyxl.reader.excel import ExcelReader

    reader = ExcelReader(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    reader.read()
    for listed, part in reader.parser.find_sheets():
        if part.target not in reader.valid_files:
            raise KeyError(listed.name)
    with closing(reader.wb) as book:
        return FilledWorkbook(
            tuple(_Decoder(book, sheet, limits).table() for sheet in book.worksheets
                  if sheet.title in wanted),
            tuple(sheet.title for sheet in book.worksheets
                  if sheet.title not in wanted and _Decoder(book, sheet, limits).holds_something()),
            _properties(reader.wb))


def _properties(book: Any) -> dict[str, str]:
    return {one.name: str(one.value) for one in book.custom_doc_props.props}


class _Decoder:
    """Decodes one table of an opened workbook. openpyxl finds the parts, the shared words and the
    formats; its own readers of cells tell neither a formula without a result from an empty cell, nor
    merged cells, nor a number's digits."""

    def __init__(self, book: Any, sheet: Any, limits: Limits) -> None:
        self._book, self._sheet, self._limits = book, sheet, limits
        self._stale = bool(getattr(book.calculation, "fullCalcOnLoad", False))
        self._row = self._column = 0

    def table(self) -> FilledTable:
        """Every filled cell, with what merged cells share in each of them."""
        rows: dict[int, FilledRow] = {}
        merged = []
        for element in self._elements():
            if element.tag == f"{_NAMESPACE}row":
                self._fill(rows, element)
            elif element.tag == f"{_NAMESPACE}mergeCell":
                merged.append(element.get("ref"))
        end = time.monotonic() + PATIENCE
        for cells in merged:
            if time.monotonic() > end:  # over and over the whole table
                raise _too_large(self._limits)
            _share(rows, cells)
        return FilledTable(self._sheet.title, dict(sorted(rows.items())), tuple(merged))

    def holds_something(self) -> bool:
        """Whether any cell is filled."""
        return any(element.tag == f"{_NAMESPACE}row" and next(self._filled(element), None)
                   for element in self._elements())

    def _elements(self) -> Iterator[Any]:
        from openpyxl.xml.functions import iterparse

        end, cells, around = time.monotonic() + PATIENCE, 0, None
        with self._book._archive.open(self._sheet._worksheet_path) as part:
            for number, (event, element) in enumerate(iterparse(part, ["start", "end"])):
                if number > 2 * MOST_ELEMENTS or cells > MOST_CELLS or time.monotonic() > end:
                    raise _too_large(self._limits)
                if event == "start":
                    around = element if element.tag == f"{_NAMESPACE}sheetData" else around
                    continue
                cells += element.tag == f"{_NAMESPACE}c"
                yield element
                if element.tag == f"{_NAMESPACE}row":
                    cells = 0
                    (element if around is None else around).clear()  # rows that were read are let go of

    def _fill(self, rows: dict[int, FilledRow], element: Any) -> None:
        for row, column, cell in self._filled(element):
            filled = rows.setdefault(row, {})
            if column in filled:
                raise ValueError("one cell twice")
            filled[column] = cell
            if len(rows) > self._limits.rows or column > MOST_COLUMNS:
                raise _too_large(self._limits)

    def _filled(self, row: Any) -> Iterator[tuple[int, int, FilledCell]]:
        self._row, self._column = int(row.get("r") or self._row + 1), 0
        for element in row.iter(f"{_NAMESPACE}c"):
            at, cell = self._place(element), self._cell(element)
            if cell.text or cell.trouble:
                yield *at, cell

    def _place(self, element: Any) -> tuple[int, int]:
        from openpyxl.utils.cell import coordinate_to_tuple

        if coordinate := element.get("r"):
            row, self._column = coordinate_to_tuple(coordinate)
            return row, self._column
        self._column += 1
        return self._row, self._column

    def _cell(self, element: Any) -> FilledCell:
        stored, kind = element.findtext(f"{_NAMESPACE}v"), element.get("t", "n")
        if element.find(f"{_NAMESPACE}f") is not None and self._lacks_result(stored, kind):
            return FilledCell("", DeskError(_NO_RESULT))
        try:
            text = self._text(element, stored or "", kind)
            return FilledCell(_unescaped(text, kind) if self._limits.exact else storable(text).strip())
        except DeskError as trouble:
            return FilledCell(stored or "", trouble)

    def _lacks_result(self, stored: str | None, kind: str) -> bool:
        """No result; or the nought that programs put down which leave all computing to the next one."""
        return (not stored and kind != "str") or (stored == "0" and self._stale)

    def _text(self, element: Any, stored: str, kind: str) -> str:
        match kind:
            case "inlineStr":
                return _inline(element)
            case _ if not stored:
                return ""
            case "s":
                return str(self._shared(int(stored)))
            case "b":
                return "yes" if int(stored) else "no"
            case "e":
                raise DeskError(NO_NUMBER, error=stored)
            case "d":
                return _iso_day(stored)
            case "n":
                return self._number(stored, int(element.get("s", 0)))
            case "str":
                return stored
        raise ValueError(kind)

    def _shared(self, at: int) -> object:
        if at < 0:
            raise IndexError(at)
        return self._sheet._shared_strings[at]

    def _number(self, stored: str, style: int) -> str:
        if style in self._book._date_formats:
            return self._day(stored, style)
        text = number_text(stored)
        return text.zfill(self._digits_shown(style)) if self._limits.exact and text.isdecimal() else text

    def _digits_shown(self, style: int) -> int:
        """As how many digits a number is shown at least: a format of noughts alone keeps those in front."""
        styles = self._book._cell_styles
        code = styles[style].numFmtId - FIRST_OWN_FORMAT if style < len(styles) else -1
        own = self._book._number_formats
        shown = own[code] if 0 <= code < len(own) else ""
        return len(shown) if _NOUGHTS.fullmatch(shown) else 0

    def _day(self, stored: str, style: int) -> str:
        from openpyxl.utils.datetime import from_excel

        span = style in self._book._timedelta_formats
        try:
            return moment_text(from_excel(float(stored), self._book.epoch, timedelta=span))
        except (OverflowError, ValueError) as error:
            raise DeskError(_NO_DAY, number=stored) from error


def _unescaped(text: str, kind: str) -> str:
    """The signs that XML cannot hold, as the format writes them; of shared words openpyxl has taken the mark
    off that tells such writing from what it stands for, so that only control characters are believed."""
    escaped = _ESCAPED if kind == "inlineStr" else _ESCAPED_CONTROL
    return escaped.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _inline(element: Any) -> str:
    from openpyxl.cell.text import Text

    inside = element.find(f"{_NAMESPACE}is")
    words = Text.from_tree(inside) if inside is not None else None
    return str(words.content) if words is not None else ""


def _iso_day(stored: str) -> str:
    from openpyxl.utils import datetime as days

    read: Any = days.from_ISO8601
    return moment_text(read(stored))


def _share(rows: dict[int, FilledRow], cells: str) -> None:
    """Let merged cells of one column, one under the other, each show what they hold in common; what is
    merged across columns belongs to none of them, and what is hidden under a merge is nobody's."""
    left, top, right, bottom = edges(cells)
    head = rows.get(top, {}).get(left)
    for place, column, cell in list(_within(rows, left, top, right, bottom)):
        alone = left == right and head is not None and (cell is None or cell.text == head.text)
        if head is not None and alone:
            rows[place][column] = replace(head, merged=cells)
        elif cell is not None:
            rows[place][column] = replace(cell, merged=cells, trouble=DeskError(_MERGED, cells=cells))


def edges(cells: str) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of a range of cells, counted from 1."""
    from openpyxl.utils.cell import range_boundaries

    ends = (1, 1, MOST_COLUMNS, ALL_ROWS)
    told = zip(range_boundaries(cells), ends, strict=True)
    left, top, right, bottom = (int(edge or end) for edge, end in told)
    return left, top, right, bottom


def _within(rows: dict[int, FilledRow], left: int, top: int, right: int,
            bottom: int) -> Iterator[tuple[int, int, FilledCell | None]]:
    for place, row in rows.items():
        if top <= place <= bottom:
            for column in range(left, min(right, MOST_COLUMNS) + 1):
                yield place, column, row.get(column)
