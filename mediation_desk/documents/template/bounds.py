"""How much a form may make: more than any paper holds, and never so much that the program stands still."""

from __future__ import annotations

from collections.abc import Iterable

from mediation_desk.documents.template.blank import Blank

MOST_CHARACTERS = 10_000_000  # of one paper: some five thousand pages
MOST_COUNTED = 100_000  # numbers that the counts of one form go through together
_LARGEST = 10**15  # of two numbers that are multiplied: more fen than there are


class Counting:
    """The counts of one paper, which go through so many numbers together, however they are nested."""

    def __init__(self) -> None:
        self._left = MOST_COUNTED

    def range(self, *bounds: int) -> range:
        """Python's; OverflowError where the form has counted too much."""
        counted = range(*bounds)
        if len(counted) > self._left:
            raise OverflowError(f"it counts more than {MOST_COUNTED} numbers")
        self._left -= len(counted)
        return counted


def require_bounded(operator: str, left: object, right: object) -> None:
    """Refuse a product or power that could be endless: OverflowError."""
    if isinstance(left, Blank) or isinstance(right, Blank):
        return
    if operator == "**" or not all(_is_small(one) for one in (left, right)):
        raise OverflowError(f"it reckons too much: {operator}")


def _is_small(factor: object) -> bool:
    """A number or an amount; a text or list repeated is no way to write a form."""
    if isinstance(factor, int | float):
        return abs(factor) <= _LARGEST
    return not isinstance(factor, str | list | tuple)


def written_out(pieces: Iterable[str]) -> str:
    """The text of a paper, piece by piece; OverflowError where it does not end."""
    made, left = list[str](), MOST_CHARACTERS
    for piece in pieces:
        left -= len(piece)
        if left < 0:
            raise OverflowError(f"it writes more than {MOST_CHARACTERS} characters")
        made.append(piece)
    return "".join(made)
