"""Where a long picture is cut into parts to be printed: between its lines, where blank rows allow it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from PySide6.QtGui import QImage

SAME = 10  # of 255: how far the grey of a blank row's points may lie apart; a JPEG's never are quite alike
LEAST_ROWS = 6  # of a gap at which is cut
LOOK_BACK = 4  # a gap is looked for in the last quarter of what a part can hold
Cut = tuple[int, int]
"""From which row to which, that one not counted."""


def cuts(image: QImage, high: int, again: int) -> list[Cut]:
    """Parts of at most ``high`` rows that follow each other. Where no gap is found, the next one begins with
    the last ``again`` rows of the one before, so that no line is lost at the edge."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    found: list[Cut] = []
    top = 0
    while top + high < image.height():
        gap = _gap(grey, top + high - high // LOOK_BACK, top + high)
        found.append((top, gap or top + high))
        top = gap or top + high - again
    return [*found, (top, image.height())]


def in_steps(height: int, high: int, again: int) -> list[Cut]:
    """The same without looking: as few parts as there can be."""
    tops = range(0, max(1, height - again), high - again)
    return [(top, min(top + high, height)) for top in tops]


def _gap(grey: QImage, since: int, until: int) -> int | None:
    """Where the last blank stretch there ends, but for the rows that stand above the next line; None: there
    is none."""
    wide = [end for begin, end in _stretches(grey, since, until) if end - begin >= LEAST_ROWS]
    return wide[-1] - LEAST_ROWS // 2 if wide else None


def _stretches(grey: QImage, since: int, until: int) -> Iterator[Cut]:
    begun: int | None = None
    for row in range(since, until):
        if _is_blank(grey, row):
            begun = row if begun is None else begun
        elif begun is not None:
            yield begun, row
            begun = None
    if begun is not None:
        yield begun, until


def _is_blank(grey: QImage, row: int) -> bool:
    """Whether one shade runs from edge to edge."""
    points = cast(memoryview, grey.constScanLine(row))[:grey.width()]
    return max(points) - min(points) <= SAME
