"""Cells as spreadsheets put them on the clipboard: tabs, lines, and quotes where a cell needs them."""

from __future__ import annotations

import re
from collections.abc import Sequence

Rows = list[list[str]]
_FORMULA = re.compile(r"'*[\s\u200e\u200f]*[=+\-@＝＋－＠].", re.DOTALL)
_NUMBER = re.compile(r"[+-]?[\d.,]*\d%?\Z")
_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=[\t\n]|\Z)')
_NEEDS_QUOTES = re.compile(r'[\t\n]|""|\A-?\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z')


def read_cells(text: str) -> Rows:
    """The rows of a clipboard text.

    Excel, WPS and LibreOffice put quotes around a cell only when a tab, a line break or a quote in
    it makes that necessary, and double the quotes inside; other programs do so to an amount with its
    commas. Every other quote is the cell's own, also one that opens it ("美团"专送骑手). Where the two
    cannot be told apart, cells make a block: rows of one length.
    """
    return [[_as_typed(cell) for cell in row] for row in _as_copied(text)]


def _as_copied(text: str) -> Rows:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    rows = _rows(plain)
    if '"' in plain and _is_better(literal := [line.split("\t") for line in _lines(plain)], rows):
        return literal
    return rows


def _lines(plain: str) -> list[str]:
    """A spreadsheet ends its last line with a break, too."""
    return plain.removesuffix("\n").split("\n") if plain else []


def _rows(plain: str) -> Rows:
    rows: Rows = [[]]
    at = 0
    while at < len(plain):
        cell, at = _cell(plain, at)
        rows[-1].append(cell)
        if plain[at:] == "\t":
            rows[-1].append("")
        elif plain[at:at + 1] == "\n" and at + 1 < len(plain):
            rows.append([])
        at += 1
    return rows if plain else []


def _cell(plain: str, at: int) -> tuple[str, int]:
    """The cell that begins there, and where it ends."""
    quoted = _QUOTED.match(plain, at)
    if quoted is not None and _NEEDS_QUOTES.search(quoted[1]):
        return quoted[1].replace('""', '"'), quoted.end()
    ends = [end for sign in "\t\n" if (end := plain.find(sign, at)) >= 0]
    end = min(ends, default=len(plain))
    return plain[at:end], end


def _is_better(literal: Rows, rows: Rows) -> bool:
    """Whether the quotes are the cells' own after all: only then the cells make a block; or they do
    so either way, and a cell would hold what is hard to get into one: a tab, or nothing but breaks."""
    if len({len(row) for row in literal}) != 1:
        return False
    if len({len(row) for row in rows}) != 1:
        return True
    quoted = [cell for row in rows for cell in row if "\t" in cell or "\n" in cell]
    odd = any(not cell.strip() or ("\t" in cell and len(literal) > 1) for cell in quoted)
    return len(literal[0]) > 1 and odd


def _as_text(cell: str) -> str:
    """The cell so that no spreadsheet computes it: an apostrophe before what begins like a formula."""
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.match(cell) else cell


def _as_typed(cell: str) -> str:
    """The cell without the apostrophe of :func:`_as_text`."""
    return cell[1:] if cell[:1] == "'" and _FORMULA.match(cell[1:]) else cell


def write_cells(rows: Sequence[Sequence[str]]) -> str:
    """A clipboard text that a spreadsheet reads back as the same cells."""
    return "\n".join("\t".join(_quoted(_as_text(cell)) for cell in row) for row in rows)


def _quoted(cell: str) -> str:
    if any(sign in cell for sign in '\t\n\r"'):
        return '"' + cell.replace('"', '""') + '"'
    return cell
