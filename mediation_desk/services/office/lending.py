"""A password to lend: easy to read out and to type once, hard to guess, and soon replaced."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from secrets import choice

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # without i, l, o, 0 and 1, which are mistaken for others
GROUPS, SIZE = 3, 4
Pick = Callable[[Sequence[str]], str]


def lent_password(pick: Pick = choice) -> str:
    """Twelve characters in three groups, about 59 bits: ``k7m2-qx4p-9tnd``."""
    return "-".join("".join(pick(LETTERS) for _ in range(SIZE)) for _ in range(GROUPS))
