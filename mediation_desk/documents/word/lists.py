"""Lists that a word processor numbers itself, with the marks that the PDF shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from mediation_desk.documents.template.blocks import Items
from mediation_desk.documents.word.text import node, twips

_NUMBERED, _DOTTED = 1, 2  # keys of the two kinds of list


class Lists:
    """The lists of one file: each numbered one counts for itself."""

    def __init__(self, size: float) -> None:
        """``size``: of running text, in points; an item is set in by two of its characters."""
        self._indent = twips(2 * size)
        self._starts: list[int | None] = []

    def begin(self, items: Items) -> int:
        """The key by which the items of a list name it."""
        self._starts.append(items.start)
        return len(self._starts)

    def numbering(self) -> Any:
        """The part ``numbering.xml`` as an element."""
        return node("numbering", self._kind(_NUMBERED, "decimal", "%1．", "nothing"),
                    self._kind(_DOTTED, "bullet", "·", "space"), *_lists(self._starts))

    def _kind(self, key: int, form: str, text: str, behind: str) -> Any:
        """The mark is the first thing of an item whose first line is set in, as in the PDF."""
        level = node("lvl", node("start", val="1"), node("numFmt", val=form), node("suff", val=behind),
                     node("lvlText", val=text), node("lvlJc", val="left"),
                     node("pPr", node("ind", left=0, firstLine=self._indent)), ilvl="0")
        return node("abstractNum", node("multiLevelType", val="singleLevel"), level, abstractNumId=key)


def _lists(starts: Sequence[int | None]) -> Iterator[Any]:
    for at, start in enumerate(starts, start=1):
        if start is None:
            yield node("num", node("abstractNumId", val=_DOTTED), numId=at)
        else:
            yield node("num", node("abstractNumId", val=_NUMBERED),
                       node("lvlOverride", node("startOverride", val=start), ilvl="0"), numId=at)
