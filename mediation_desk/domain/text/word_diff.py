"""Two texts of one origin, word by word: what each put in and took out, and one text that keeps both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

_WORD = re.compile(r"[^\W\d_\u2e80-\u9fff\uf900-\ufaff]+|\d+|\s+|.", re.DOTALL)
"""Letters together, figures together, blanks together; Chinese and marks one by one."""
CHANCE = 3  # fewer words than these may stand in two texts by chance


class Turn(Enum):
    """What became of a piece of text."""

    SAME = "it stands as it stood"
    OUT = "it was taken out"
    IN = "it was put in"


@dataclass(frozen=True)
class Piece:
    """Words that go together, and what became of them."""

    turn: Turn
    text: str


@dataclass(frozen=True)
class _Edit:
    """Words ``start`` to ``end`` of the origin give way to these."""

    start: int
    end: int
    words: tuple[str, ...]


def word_list(text: str) -> list[str]:
    """The words of a text with all that stands between them; joined, they are the text."""
    return _WORD.findall(text)


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """How one text became the other, what was taken out before what was put in for it."""
    return tuple(one for one in _pieces(word_list(before), word_list(after)) if one.text)


def _pieces(before: Sequence[str], after: Sequence[str]) -> Iterator[Piece]:
    at = 0
    for edit in _edits(before, after):
        yield Piece(Turn.SAME, "".join(before[at:edit.start]))
        yield Piece(Turn.OUT, "".join(before[edit.start:edit.end]))
        yield Piece(Turn.IN, "".join(edit.words))
        at = edit.end
    yield Piece(Turn.SAME, "".join(before[at:]))


def both(origin: str, one: str, other: str) -> str:
    """A text with the changes of both, to be looked over by a person.

    Where they changed the same words, and so no order of the two is right, both texts whole, one below the
    other.
    """
    words = word_list(origin)
    first, second = _edits(words, word_list(one)), _edits(words, word_list(other))
    apart = [edit for edit in second if edit not in first]
    if any(_meet(mine, theirs) for mine in first for theirs in apart):
        return f"{one}\n{other}"
    for edit in sorted((*first, *apart), key=lambda edit: edit.start, reverse=True):
        words[edit.start:edit.end] = edit.words
    return "".join(words)


def _edits(before: Sequence[str], after: Sequence[str]) -> list[_Edit]:
    """What was changed, in order. A word or two that happen to stand in both texts between two changes are
    no reason to tell of two."""
    edits: list[_Edit] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for turn, start, end, first, last in matcher.get_opcodes():
        words = tuple(after[first:last])
        if turn == "equal":
            continue
        if edits and start - edits[-1].end < CHANCE:
            former = edits.pop()
            words = (*former.words, *before[former.end:start], *words)
            start = former.start
        edits.append(_Edit(start, end, words))
    return edits


def _meet(one: _Edit, other: _Edit) -> bool:
    """Whether they touch: words put in at one place come in no order of their own."""
    return one.start <= other.end and other.start <= one.end
