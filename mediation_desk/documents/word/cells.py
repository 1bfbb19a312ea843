"""Tables of fixed columns: cells between edges, whatever the edges of other rows are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import Any

from mediation_desk.documents.word.styles import Style
from mediation_desk.documents.word.text import Shape, node, paragraph, twips

SIDE, ABOVE = 4.5, 3.5  # points between a cell's lines and its text, as in the PDF
_SAME = 8  # twips: edges nearer to each other than this are one


class Ruled(Enum):
    """Which lines a cell has around it."""

    ALL = "single"
    NONE = "nil"


@dataclass(frozen=True, slots=True)
class Cell:
    """Paragraphs between two edges, in points from the table's left one. ``upper``, ``low``: at the cell's
    head or foot; ``merged``: it begins (restart) or goes on (continue) over several rows."""

    left: float
    width: float
    paragraphs: tuple[Any, ...]
    ruled: Ruled = Ruled.ALL
    upper: bool = False
    low: bool = False
    merged: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row that no page break cuts, at least so many points high; ``head`` rows return on every page."""

    cells: tuple[Cell, ...]
    least: float = 0.0
    head: bool = False


def table(rows: Sequence[Row], *, label: str = "", side: float = SIDE, above: float = ABOVE) -> Any:
    """The table: its columns are told twice, for WPS and LibreOffice read ``gridCol`` and Word the cells."""
    edges = _edges(rows)
    return node("tbl", _properties(edges[-1], label, side, above),
                node("tblGrid", *(node("gridCol", w=right - left)
                                  for left, right in pairwise(edges))),
                *(_row(row, edges) for row in rows))


def _edges(rows: Sequence[Row]) -> list[int]:
    found = {0} | {twips(edge) for row in rows for cell in row.cells
                   for edge in (cell.left, cell.left + cell.width)}
    kept: list[int] = []
    for edge in sorted(found):
        if not kept or edge - kept[-1] > _SAME:
            kept.append(edge)
    return kept


def _properties(width: int, label: str, side: float, above: float) -> Any:
    margins = [node(name, w=twips(size), type="dxa")
               for name, size in (("top", above), ("left", side), ("bottom", above), ("right", side))]
    return node("tblPr", node("tblStyle", val="TableGrid"), node("tblW", w=width, type="dxa"),
                node("tblInd", w=0, type="dxa"), node("tblLayout", type="fixed"),
                node("tblCellMar", *margins), node("tblLook", val="0020", firstRow="1"),
                node("tblCaption", val=label) if label else None)


def _row(row: Row, edges: Sequence[int]) -> Any:
    told = node("trPr", node("cantSplit"),
                node("trHeight", val=twips(row.least), hRule="atLeast") if row.least else None,
                node("tblHeader") if row.head else None)
    return node("tr", told, *_cells(row, edges))


def _cells(row: Row, edges: Sequence[int]) -> Iterator[Any]:
    """The row's cells, and empty ones without lines where it has none."""
    at = 0
    for cell in row.cells:
        first, last = (_nearest(edges, edge) for edge in (cell.left, cell.left + cell.width))
        if first > at:
            yield _empty(edges, at, first)
        yield _cell(cell, edges, first, last)
        at = last
    if at < len(edges) - 1:
        yield _empty(edges, at, len(edges) - 1)


def _nearest(edges: Sequence[int], points: float) -> int:
    """Which edge a place is at."""
    at = bisect_left(edges, twips(points))
    return min((one for one in (at - 1, at) if 0 <= one < len(edges)),
               key=lambda one: abs(edges[one] - twips(points)))


def _cell(cell: Cell, edges: Sequence[int], first: int, last: int) -> Any:
    none = [node(side, val="nil") for side in ("top", "left", "bottom", "right")]
    told = node("tcPr", node("tcW", w=edges[last] - edges[first], type="dxa"),
                node("gridSpan", val=last - first) if last - first > 1 else None,
                node("vMerge", val=cell.merged) if cell.merged else None,
                node("tcBorders", *none) if cell.ruled is Ruled.NONE else None,
                node("vAlign", val="bottom" if cell.low else "top" if cell.upper else "center"))
    return node("tc", told, *cell.paragraphs)


def _empty(edges: Sequence[int], first: int, last: int) -> Any:
    return _cell(Cell(0, 0, (empty_line(),), Ruled.NONE), edges, first, last)


def empty_line(keep: bool = True) -> Any:
    """What stands in a cell without text: a paragraph, as the format demands."""
    return paragraph(Style.GAP, shape=Shape(keep=keep))
