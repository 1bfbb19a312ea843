"""A bank's statement as rows of cells: CSV in UTF-8 or GB 18030, or a workbook (.xlsx)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from mediation_desk.domain.text.guards import meant
from mediation_desk.domain.words import N_
from mediation_desk.library.spreadsheets import files
from mediation_desk.library.spreadsheets.files import Bounds, Sheet
from mediation_desk.store.pace import Cancelled, Pace, Progress, goes_on, nobody_looks

BOUNDS = Bounds(N_("This statement is longer than {most} rows. Have the bank make it for a shorter time."),
                N_("“{name}” is larger than {most} MB. Have the bank make it for a shorter time."),
                N_("This statement is too large. Have the bank make it for a shorter time."))


def read_file(path: Path, bounds: Bounds = BOUNDS, *, progress: Progress = nobody_looks,
              cancelled: Cancelled = goes_on) -> tuple[Sheet, ...]:
    """The tables of a file that hold something, each cell as it is meant. DeskError beside ``file`` for one
    that is too large, is no statement, or cannot be read; Stopped."""
    read = files.read_file(path, bounds, Pace(progress, cancelled).step)
    return tuple(replace(sheet, rows=_rows(sheet)) for sheet in read)


def _rows(sheet: Sheet) -> tuple[tuple[str, ...], ...]:
    """A cell that cannot be relied on is left with what it holds, marked so that no amount or day is read
    from it."""
    return tuple(tuple(f"{meant(cell)}?" if (at, column) in sheet.troubles else meant(cell)
                       for column, cell in enumerate(row)) for at, row in enumerate(sheet.rows))
