"""Cells as spreadsheets put them on the clipboard: tabs, lines, and quotes where a cell needs them."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence


def read_cells(text: str) -> list[list[str]]:
    """The rows of a clipboard text; a quoted cell may hold tabs, line breaks and doubled quotes."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    rows = list(csv.reader(io.StringIO(plain, newline=""), delimiter="\t", quotechar='"'))
    return [row or [""] for row in rows]


def write_cells(rows: Sequence[Sequence[str]]) -> str:
    """A clipboard text that a spreadsheet reads back as the same cells."""
    return "\n".join("\t".join(_quoted(cell) for cell in row) for row in rows)


def _quoted(cell: str) -> str:
    if any(sign in cell for sign in '\t\n\r"'):
        return '"' + cell.replace('"', '""') + '"'
    return cell
