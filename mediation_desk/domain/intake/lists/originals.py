"""The rows of a list as they came: kept whole with their order, known again, and written out as they were."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mediation_desk.domain.text.storable import storable

HEADINGS, CELLS = "headings", "cells"


@dataclass(frozen=True)
class OriginalRow:
    """A row, sign by sign, with the headings over it; both are as long as the row was wide."""

    headings: tuple[str, ...]
    cells: tuple[str, ...]

    def sha256(self) -> str:
        """By which it is known when it comes again, in whatever order its columns stand; empty cells say
        nothing."""
        told = zip(self.headings, self.cells, strict=True)
        said = sorted((heading, cell) for heading, cell in told if cell)
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def row_of(headings: Sequence[str], cells: Sequence[str]) -> OriginalRow:
    """The row as wide as the wider of the two."""
    wide = max(len(headings), len(cells))
    return OriginalRow((*headings, *[""] * (wide - len(headings))),
                       (*cells, *[""] * (wide - len(cells))))


def written(rows: Iterable[OriginalRow]) -> str:
    """Rows as they are kept. What a text of the store cannot hold is written in escapes, so that it stays."""
    told = [{HEADINGS: row.headings, CELLS: row.cells} for row in rows]
    text = json.dumps(told, ensure_ascii=False)
    return text if storable(text) == text else json.dumps(told)


def read(text: str) -> tuple[OriginalRow, ...]:
    """The rows that were kept, the first one first; none of what came otherwise."""
    try:
        told = json.loads(text)
        return tuple(OriginalRow(tuple(map(str, one[HEADINGS])), tuple(map(str, one[CELLS]))) for one in told)
    except (ValueError, TypeError, KeyError):
        return ()


def table(rows: Sequence[OriginalRow]) -> tuple[tuple[str, ...], list[list[str]]]:
    """Rows under one row of headings: every heading of any of them, as often as it stands over one row, in
    the order in which they came; and the cells beneath."""
    places: dict[tuple[str, int], int] = {}
    keyed = [list(zip(_numbered(row.headings), row.cells, strict=True)) for row in rows]
    for row in keyed:
        for key, _cell in row:
            places.setdefault(key, len(places))
    return tuple(heading for heading, _number in places), [_laid(row, places) for row in keyed]


def _laid(row: Sequence[tuple[tuple[str, int], str]], places: dict[tuple[str, int], int]) -> list[str]:
    cells = [""] * len(places)
    for key, cell in row:
        cells[places[key]] = cell
    return cells


def _numbered(headings: Sequence[str]) -> list[tuple[str, int]]:
    """Each heading with how many of its name stand before it."""
    seen: dict[str, int] = {}
    numbered = []
    for heading in headings:
        seen[heading] = seen.get(heading, 0) + 1
        numbered.append((heading, seen[heading]))
    return numbered
