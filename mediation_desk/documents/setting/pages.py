"""How strips fill pages, and how a paper that runs over a little is brought onto one page less.

A page breaks only between strips that do not hold on to each other. What holds together goes to the next
page together. Where that would leave more than half of a page empty before a heading, the bonds that are
``soft`` yield instead: a table or a place to sign goes over the page. What is higher than a page yields its
soft bonds too, and breaks between any two strips when it has none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from mediation_desk.documents.setting.strips import BODY, COMPACT, Sheet, Strip, TypeCase

_ALMOST = 0.01
_STEPS = {  # the body's (size, leading) in points, from the mildest step on
    COMPACT: ((14.0, 22.0), (14.0, 20.5), (13.0, 19.5), (12.0, 18.0)),
    BODY: ((BODY, 26.5), (BODY, 25.5))}
_LONGEST, _SMALLER = 6, 3  # pages: up to which a paper is set tighter for the sake of one, and smaller


def fitted(lay: Callable[[TypeCase], list[Strip]], case: TypeCase, sheet: Sheet) -> list[list[Strip]]:
    """The pages of one paper; ``lay`` sets it in a given type.

    A paper whose last page can be saved is set tighter, by the mildest step that saves it: so a letter has
    one page where it can, and no page holds a few lines and a seal alone. A paper of up to three pages at
    size four (14 points at 23.5) goes down to small four (12 points at 18) and no further; a longer one, up
    to six pages, keeps its size and goes to 20.5 points a line, or, at size three, from 22 lines on a page
    to 25 (GB/T 9704-2012, 5.2.3, lets the count be fitted to the case). Empty lines shrink alike; tables,
    places to sign and seals stay as they are. What one person takes home in large type keeps its type.
    """
    pages = list(paginate(lay(case), sheet.height))
    steps = [replace(case, size=size, leading=leading, tight=leading / case.leading)
             for size, leading in _STEPS.get(case.size, ()) if size == case.size or len(pages) <= _SMALLER]
    if sheet.handout or not steps or not 1 < len(pages) <= _LONGEST:
        return pages
    saved = 1 - (steps[-1].leading * steps[-1].size) / (case.leading * case.size)
    if sum(map(_height, pages)) > (1 + saved) * (len(pages) - 1) * sheet.height:
        return pages
    tighter = (list(paginate(lay(step), sheet.height)) for step in steps)
    return next((found for found in tighter if len(found) < len(pages)), pages)


def paginate(strips: Iterable[Strip], height: float) -> Iterator[list[Strip]]:
    """Fill pages with strips; a table that goes on is headed again."""
    filling = _Filling(height)
    for chunk in _chunks(strips):
        yield from filling.take(chunk)
    if filling.page:
        yield filling.page


def _chunks(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    """Strips that hold on to each other."""
    chunk: list[Strip] = []
    for strip in strips:
        chunk.append(strip)
        if not strip.with_next:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


class _Filling:
    """One page while it is filled."""

    def __init__(self, height: float) -> None:
        self.height = height
        self.page: list[Strip] = []
        self.used = 0.0

    def take(self, chunk: list[Strip]) -> Iterator[list[Strip]]:
        """Put strips onto the page; every page that is full by then."""
        if chunk[0].new_page and self.page:
            yield self._turned()
        if not any(strip.height for strip in chunk) and not (self.page and self._fits(chunk)):
            return  # space falls away at a page's foot and head
        while chunk and not self._fits(chunk):
            count = self._held(chunk)
            self._put(chunk[:count])
            chunk = chunk[count:]
            yield self._turned()
        self._put(chunk)

    def _held(self, chunk: list[Strip]) -> int:
        """How many strips of a chunk that does not fit still go onto this page."""
        alone = _height([*chunk[0].again, *chunk]) <= self.height + _ALMOST
        empty = self.height - self.used > self.height / 2
        if self.page and alone and not (empty and any(strip.heading for strip in chunk)):
            return 0
        ends = [at for at in range(len(chunk) - 1, 0, -1) if self._fits(chunk[:at])]
        soft = next((at for at in ends if chunk[at - 1].soft), 0)
        if soft or self.page:
            return soft
        return ends[0] if ends else 1

    def _fits(self, group: list[Strip]) -> bool:
        if self.page:
            return self.used + group[0].before + _height(group) <= self.height + _ALMOST
        return _height([*group[0].again, *group]) <= self.height + _ALMOST

    def _put(self, group: list[Strip]) -> None:
        if group and not self.page:
            group = [*group[0].again, replace(group[0], before=0.0), *group[1:]]
        self.used += sum(strip.height + strip.before for strip in group)
        self.page.extend(group)

    def _turned(self) -> list[Strip]:
        full, self.page, self.used = self.page, [], 0.0
        return full


def _height(group: Sequence[Strip]) -> float:
    """Height without the space before the first."""
    return sum(strip.height + strip.before for strip in group) - group[0].before
