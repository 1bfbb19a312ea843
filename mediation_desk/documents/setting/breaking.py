"""Where a paragraph is broken: at first fit, or, for text that fills its lines, where all come out best.

Works on plain measures, so that what a line is made of is nobody's business here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from mediation_desk.documents.setting.spacing import HALF, LOOSEST

ALMOST = 0.01
_RAGGED = 4.0  # a line that neither stretching nor squeezing fills costs this, and more for every em
_SHORT, _SHORT_COSTS = 2.0, 1.0  # em: a last line shorter than this is to be avoided
_LINE_COSTS = 0.05


class Part(NamedTuple):
    """What is not broken: its width, the marks in it with a blank half, the joints in it and before it
    where something may be added; ``shuts``: a mark ends it that may stand half outside; ``blank``: it falls
    away at a line's end and beginning."""

    width: float
    marks: int
    joints: int
    joint_before: int
    shuts: bool
    blank: bool


def first_fit(parts: Sequence[Part], size: float, room: float, first_room: float) -> list[tuple[int, int]]:
    """As much as fits on each line, from and to; only a line's last mark may stand half outside."""
    found, start, used, most = list[tuple[int, int]](), 0, 0.0, first_room
    for at, part in enumerate(parts):
        hang = HALF * size if part.shuts else 0.0
        if used and used + part.width - hang > most + ALMOST:
            found.append((start, at))
            start, used, most = at, 0.0, room
        if at == start and part.blank and found:
            start = at + 1
            continue
        used += part.width
    return [*found, (start, len(parts))]


def best_fit(parts: Sequence[Part], size: float, room: float, first_room: float) -> list[tuple[int, int]]:
    """The lines, from and to, that are least stretched, squeezed and ragged, taken together."""
    paragraph = _Paragraph(parts, size, room, first_room)
    best: dict[int, tuple[float, int, int]] = {paragraph.first: (0.0, -1, -1)}  # start: cost, line from, to
    for start in range(len(parts)):
        if start not in best:
            continue
        so_far = best[start][0]
        for end, cost in paragraph.ends(start):
            after = paragraph.after(end)
            total = so_far + cost + _LINE_COSTS
            if after not in best or total < best[after][0]:
                best[after] = (total, start, end)
    found, at = list[tuple[int, int]](), len(parts)
    while at != paragraph.first:
        _cost, start, end = best[at]
        found.append((start, end))
        at = start
    return found[::-1]


@dataclass
class _Paragraph:
    """Sums from the beginning, so that any line is measured at once."""

    parts: Sequence[Part]
    size: float
    room: float
    first_room: float
    first: int = 0

    def __post_init__(self) -> None:
        self.widths = [0.0, *accumulate(part.width for part in self.parts)]
        self.marks = [0, *accumulate(part.marks for part in self.parts)]
        self.joints = [0, *accumulate(part.joints + part.joint_before for part in self.parts)]

    def after(self, end: int) -> int:
        """Where the next line begins."""
        while end < len(self.parts) and self.parts[end].blank:
            end += 1
        return end

    def ends(self, start: int) -> Iterator[tuple[int, float]]:
        """Where a line may end that begins there, and what it costs: every end that stretching or squeezing
        reaches, and else the fullest line."""
        room = self.room if start else self.first_room
        fits = max(bisect_right(self.widths, self.widths[start] + room + ALMOST) - 1, start + 1)
        yield from self._fuller(start, fits, room)
        for end in range(fits, start, -1):
            if self.parts[end - 1].blank and end > start + 1 and end < len(self.parts):
                continue
            cost = self._cost(start, end, room)
            yield end, cost
            if cost >= _RAGGED:
                return

    def _fuller(self, start: int, fits: int, room: float) -> Iterator[tuple[int, float]]:
        for end in range(fits + 1, len(self.parts) + 1):
            if self.widths[end] - self.widths[start] > room + HALF * self.size * (
                    self.marks[end] - self.marks[start]) + ALMOST:
                return
            if not self.parts[end - 1].blank:
                yield end, self._cost(start, end, room)

    def _cost(self, start: int, end: int, room: float) -> float:
        over = self.widths[end] - self.widths[start] - room
        if over > ALMOST:
            return self._squeezed(start, end, over)
        if self.after(end) == len(self.parts):
            short = start and room + over <= _SHORT * self.size + ALMOST
            return _SHORT_COSTS if short else 0.0
        joints = self.joints[end] - self.joints[start] - self.parts[start].joint_before
        gap = -over / (joints or 1) / self.size / LOOSEST
        return gap * gap if gap <= 1 else _RAGGED - over / self.size

    def _squeezed(self, start: int, end: int, over: float) -> float:
        hang = HALF * self.size if self.parts[end - 1].shuts else 0.0
        can = HALF * self.size * (self.marks[end] - self.marks[start]) - hang
        if over <= hang + ALMOST:
            return 0.0
        return ((over - hang) / can) ** 2 if can > 0 else _RAGGED
