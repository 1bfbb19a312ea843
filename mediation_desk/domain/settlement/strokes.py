"""What a hand wrote on a screen: strokes as points in time, independent of the size of the pad."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from mediation_desk.domain.words import N_, DeskError

SCALE = 10_000  # a pad is so many steps wide and so many high
FULL = 1000  # the pressure of a pen that is pressed down whole
MOST_POINTS = 12_000  # a minute of a pen that tells of itself two hundred times a second
LEAST = SCALE // 50  # who moves less than that made a dot, and wrote no name
LONGEST = 3_600_000  # milliseconds from the first point to the last
SHAPES = range(100, 2001)  # how high a pad may be, in thousandths of its width
_WRITING = 1  # how strokes are written down; another way would have another number


@dataclass(frozen=True, slots=True)
class Point:
    """Where the pen was: steps from the pad's left and upper edge, milliseconds after the first point, and
    how hard it was pressed, in thousandths; None where the device does not tell."""

    x: int
    y: int
    ms: int = 0
    pressure: int | None = None


Stroke = tuple[Point, ...]


@dataclass(frozen=True)
class Writing:
    """All strokes in their order. ``shape``: how high the pad was, in thousandths of its width."""

    shape: int
    strokes: tuple[Stroke, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether no stroke stands there."""
        return not any(self.strokes)

    @property
    def points(self) -> int:
        """How many points there are."""
        return sum(map(len, self.strokes))

    def stored(self) -> str:
        """As the store keeps it. Raises DeskError for what is no signature."""
        check(self)
        return json.dumps({"shape": self.shape, "strokes": [
            [[one.x, one.y, one.ms, one.pressure] for one in stroke] for stroke in self.strokes],
            "writing": _WRITING}, separators=(",", ":"))


def check(writing: Writing) -> None:
    """Refuse an empty pad, a dot, and more than a signature is."""
    if writing.is_blank:
        raise DeskError(N_("Nothing is written on the pad yet."), field="strokes")
    if writing.points > MOST_POINTS:
        raise DeskError(N_("That is longer than a signature: {points} points, of at most {most}. Clear the "
                           "pad and sign again."), field="strokes", points=writing.points, most=MOST_POINTS)
    across, down = _extent(point.x for point in _all(writing)), _extent(point.y for point in _all(writing))
    if max(across, down * writing.shape // 1000) < LEAST:
        raise DeskError(N_("That is a dot and no signature. Clear the pad and sign with your name."),
                        field="strokes")


def read(stored: str) -> Writing:
    """What was stored. Raises DeskError for anything that no pad of this program writes."""
    try:
        said = json.loads(stored)
        writing = Writing(_within(said["shape"], SHAPES), tuple(tuple(map(_point, stroke))
                                                                for stroke in said["strokes"]))
        if set(said) != {"shape", "strokes", "writing"} or said["writing"] != _WRITING:
            raise ValueError(said["writing"])
    except (ValueError, TypeError, KeyError, RecursionError) as trouble:
        raise DeskError(N_("What was written on the pad cannot be read. Sign again."),
                        field="strokes") from trouble
    check(writing)
    return writing


def _point(said: Sequence[Any]) -> Point:
    x, y, ms, pressure = said
    pad = range(SCALE + 1)
    return Point(_within(x, pad), _within(y, pad), _within(ms, range(LONGEST + 1)),
                 None if pressure is None else _within(pressure, range(FULL + 1)))


def _within(value: Any, allowed: range) -> int:
    if type(value) is not int or value not in allowed:
        raise ValueError(value)
    return value


def _all(writing: Writing) -> Iterator[Point]:
    return (point for stroke in writing.strokes for point in stroke)


def _extent(values: Iterator[int]) -> int:
    known = list(values)
    return max(known) - min(known)
