"""The headings of lists that others made: known however they are written, and found beneath what stands
above."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from mediation_desk.domain.text.plain import plain
from mediation_desk.domain.vocabulary import Term

M = TypeVar("M", bound=Term)
LOOKED_THROUGH = 40  # rows from the top among which the headings stand
_UNIT = re.compile(r"\([^)]*(?:元|人民币|rmb|cny)[^)]*\)")
_NOISE = re.compile(r"[\s:*]+")


def heading_key(text: str) -> str:
    """A heading as headings are compared: without width, case, blanks, and the unit in brackets."""
    return _NOISE.sub("", _UNIT.sub("", plain(text).casefold()))


@dataclass(frozen=True)
class Columns(Generic[M]):
    """What each heading means; headings that mean nothing here are left out."""

    columns: Mapping[str, M]

    def text(self) -> str:
        """As it is kept."""
        return json.dumps({heading: meaning.value for heading, meaning in self.columns.items()},
                          ensure_ascii=False)

    def places(self, headings: Sequence[str]) -> dict[M, list[int]]:
        """The columns of each meaning in a row of headings, the first of each heading."""
        keys = [heading_key(one) for one in headings]
        found: dict[M, list[int]] = {}
        for heading, meaning in self.columns.items():
            if (key := heading_key(heading)) in keys:
                found.setdefault(meaning, []).append(keys.index(key))
        return found

    def fits(self, headings: Sequence[str]) -> bool:
        """Whether all its headings are there."""
        return {heading_key(one) for one in self.columns} <= {heading_key(one) for one in headings}


def kept_columns(text: str, meanings: type[M]) -> dict[str, M]:
    """What was kept of columns; a meaning that this program does not know is left out."""
    known = {meaning.value: meaning for meaning in meanings}
    return {heading: known[value] for heading, value in json.loads(text).items() if value in known}


def best_row(rows: Sequence[Sequence[str]], layouts: Sequence[Columns[M]],
             known: Callable[[Sequence[str]], int]) -> int | None:
    """Where the headings stand, counted from 0: where a known layout fits, else the first of the rows that
    holds most of what is ``known``. None: no row holds more than one."""
    top = rows[:LOOKED_THROUGH]
    for layout in layouts:
        for at, row in enumerate(top):
            if layout.columns and layout.fits(row):
                return at
    counts = [known(row) for row in top]
    best = max(counts, default=0)
    return counts.index(best) if best > 1 else None
