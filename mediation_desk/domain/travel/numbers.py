"""Case numbers set aside for a laptop: taken in blocks, given back where they were not used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

AT_ONCE = 20  # numbers of a year that a laptop starts out with
Blocks = Sequence[tuple[int, int]]
"""First and last number of each block, in order."""


def blocks_of(numbers: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """The numbers as blocks."""
    ordered = sorted(set(numbers))
    if not ordered:
        return ()
    breaks = [place for place, (one, other) in enumerate(pairwise(ordered), start=1) if other != one + 1]
    starts = [0, *breaks]
    ends = [*breaks, len(ordered)]
    return tuple((ordered[first], ordered[last - 1]) for first, last in zip(starts, ends, strict=True))


def within(blocks: Blocks) -> list[int]:
    """All numbers of the blocks."""
    return [number for first, last in blocks for number in range(first, last + 1)]


def words(blocks: Mapping[int, Blocks]) -> str:
    """The blocks as people write them: ``2026: 21–40``."""
    return "; ".join(f"{year}: " + ", ".join(str(first) if first == last else f"{first}–{last}"
                                             for first, last in of_year)
                     for year, of_year in sorted(blocks.items()) if of_year)
