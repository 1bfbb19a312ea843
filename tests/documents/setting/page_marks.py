"""What stands where on the pages of a PDF, as a reader of its own (PDFium) finds it."""

from __future__ import annotations

import ctypes
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

import pypdfium2  # type: ignore[import-untyped]
from pypdfium2 import raw


@dataclass(frozen=True, slots=True)
class Sign:
    """One character: its base line and edges in points from the page's lower left, its type size."""

    text: str
    left: float
    right: float
    base: float
    size: float
    at: int


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a ruled table."""

    bottom: float
    top: float
    edges: tuple[float, ...]


class Page:
    """The characters in the order they were written, and the rows of the tables from the top."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self._text = page.get_textpage()
        self.width, self.height = page.get_size()
        self.signs = list(_signs(self._text))
        self.rows = _rows(page)

    @cached_property
    def body(self) -> list[Sign]:
        """All but the page's number and what stands beneath it."""
        written = "".join(sign.text for sign in self.signs)
        number = list(re.finditer(r"第 ?\d+ ?页 ?共 ?\d+ ?页", written))
        foot = self.signs[number[-1].start()].base if number else 0.0
        return [sign for sign in self.signs if sign.base > foot + 1]

    @cached_property
    def lines(self) -> list[list[Sign]]:
        """The lines from the top, whatever stands beside each other; blanks left out."""
        found = sorted((sign for sign in self.body if sign.text.strip()),
                       key=lambda sign: (-sign.base, sign.left))
        return [list(line) for _base, line in groupby(found, lambda sign: round(sign.base, 1))]

    def face(self, sign: Sign) -> str:
        """The name of the typeface that a character is set in."""
        name = ctypes.create_string_buffer(200)
        raw.FPDFText_GetFontInfo(self._text, sign.at, name, 200, ctypes.byref(ctypes.c_int()))
        return name.value.decode()

    @cached_property
    def running(self) -> list[Sign]:
        """The characters of running text: those in no ruled cell."""
        tops = sorted({row.top for row in self.rows})
        bottoms = {row.top: row.bottom for row in self.rows}
        return [sign for sign in self.body if not _within(sign.base, tops, bottoms)]


def read(data: bytes) -> list[Page]:
    """Every page of a PDF."""
    return [Page(page) for page in pypdfium2.PdfDocument(data)]


def _signs(text: pypdfium2.PdfTextPage) -> Iterator[Sign]:
    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    for at in range(text.count_chars()):
        if raw.FPDFText_IsGenerated(text, at):
            continue
        raw.FPDFText_GetCharOrigin(text, at, ctypes.byref(x), ctypes.byref(y))
        raw.FPDFText_GetLooseCharBox(text, at, ctypes.byref(box))
        yield Sign(chr(raw.FPDFText_GetUnicode(text, at)), x.value, box.right, y.value,
                   raw.FPDFText_GetFontSize(text, at), at)


def _within(base: float, tops: list[float], bottoms: dict[float, float]) -> bool:
    at = bisect_left(tops, base)
    return at < len(tops) and bottoms[tops[at]] < base


def _rows(page: pypdfium2.PdfPage) -> list[Row]:
    """Rectangles of one height side by side are a row; a box for a finger alone is none."""
    cells: dict[tuple[float, float], list[float]] = {}
    for path in page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH,)):
        left, bottom, _right, top = path.get_bounds()
        if top - bottom > 5:
            cells.setdefault((round(bottom), round(top)), []).append(round(left))
    return [Row(bottom, top, tuple(sorted(lefts))) for (bottom, top), lefts in
            sorted(cells.items(), reverse=True) if len(lefts) > 1]
