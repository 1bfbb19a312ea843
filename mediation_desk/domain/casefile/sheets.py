"""Evidence as it can be bound: pictures ready for print, or a paper whose pages are taken over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Cancelled = Callable[[], bool]


@dataclass(frozen=True)
class Picture:
    """A picture for one page. ``largest``: millimetres of paper for one pixel at most, so that a small one
    is not blown up."""

    jpeg: bytes
    width: int
    height: int
    grey: bool = False
    largest: float = 25.4 / 72


Sheets = tuple[Picture, ...] | bytes
"""The pictures of a picture, a long one in several; or a PDF of plain pages."""
Decoder = Callable[[bytes, bool, Cancelled | None], Sheets]
"""Makes sheets of a file's content, of a PDF where the second argument says so; run apart, for the file is a
stranger's. DeskError where it cannot be read or takes too much."""
