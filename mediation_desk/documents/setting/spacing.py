"""How a line is made to fit: marks that give up their blank half, and thin spaces between characters.

Full-width marks fill half of their square; the other half is blank, behind a closing mark and before an
opening one (GB/T 15834, 5.1; W3C's requirements for Chinese text, 3.1.6). It is taken away only where a
line needs the room: first behind a mark that ends the line, then between two marks that stand beside each
other, then everywhere alike. All widths are in the unit of ``size``.
"""

from __future__ import annotations

from itertools import pairwise

SHUT_MARKS = frozenset("，。、；：？！）》〉】」』”’〕］｝")
OPEN_MARKS = frozenset("（《〈【「『“‘〔［｛")
LOOSEST = 0.08  # em: what is added between two characters at most
HALF = 0.5  # em: the blank part of a mark
_FIRST_WIDE = "\u2e80"  # what comes before this is Latin: letters, figures, dashes


def firm(before: str, after: str) -> bool:
    """Whether nothing is ever added between two characters: inside words, figures and dashes."""
    return before < _FIRST_WIDE and after < _FIRST_WIDE


def joints(text: str) -> int:
    """Between how many of its characters something may be added."""
    return sum(not firm(before, after) for before, after in pairwise(text))


def marks(text: str) -> int:
    """How many of its characters have a blank half."""
    return sum(each in SHUT_MARKS or each in OPEN_MARKS for each in text)


def stretched(text: str, size: float, slack: float) -> list[float]:
    """What is added behind each character so that the line grows by ``slack``: nothing where that would
    be more than :data:`LOOSEST`, as such a line is better left ragged."""
    count = joints(text)
    gap = slack / count if count else 0.0
    if not 0 < gap <= LOOSEST * size + 1e-6:
        return [0.0] * len(text)
    return [0.0 if firm(before, after) else gap
            for before, after in pairwise(text)] + [0.0]


def squeezed(text: str, size: float, over: float) -> tuple[float, list[float]]:
    """(how far the line begins to the left, what is taken away behind each character) so that a line
    that is longer by ``over`` ends where it should: its last mark may stand half outside."""
    if text[-1] in SHUT_MARKS:
        over -= HALF * size
    taken = [0.0] * (len(text) + 1)  # before the first character, then behind each
    for places in _ranks(text):
        if over <= 0 or not places:
            continue
        each = min(over / len(places), HALF * size)
        over -= each * len(places)
        for at in places:
            taken[at] += each
    return taken[0], taken[1:]


def _ranks(text: str) -> tuple[list[int], list[int]]:
    """Where room is taken first, and then: places are counted as gaps, 0 before the first character."""
    first, then = list[int](), list[int]()
    for at, character in enumerate(text):
        if character in OPEN_MARKS:
            (first if at and text[at - 1] in OPEN_MARKS else then).append(at)
        elif character in SHUT_MARKS and at + 1 < len(text):
            beside = text[at + 1] in SHUT_MARKS or text[at + 1] in OPEN_MARKS
            (first if beside else then).append(at + 1)
    return first, then
