"""Passphrases of packages: made up by the program, told by telephone, and refused where too easy to guess."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from contextlib import suppress
from itertools import pairwise
from secrets import randbelow

from mediation_desk.domain.words import N_, DeskError

GROUPS, DIGITS = 5, 4
"""Twenty digits, which are about 66 bits: at the price of a password no guessing comes to an end."""
SHORTEST, LONGEST = 12, 200  # characters of one that somebody made up
FEWEST = 6  # different characters of it
DIGITS_ALONE = 16  # of one that has nothing but digits


class PassphraseTooWeak(DeskError):
    """Whoever finds the file could guess it."""

    def __init__(self, sentence: str, **particulars: object) -> None:
        super().__init__(sentence, field="passphrase", **particulars)


def made_up(below: Callable[[int], int] = randbelow) -> str:
    """``4821 0937 5566 1204 7730``: digits alone, which every telephone and every dialect carries.

    ``below(n)`` gives an unpredictable number from 0 to n - 1; only tests pass one of their own.
    """
    while True:
        told = " ".join(f"{below(10 ** DIGITS):0{DIGITS}}" for _group in range(GROUPS))
        with suppress(PassphraseTooWeak):  # chance makes up one of those, once in thousands
            require_good(told)
            return told


def tidy(typed: str) -> str:
    """As it counts: full width or not, in capitals or not, with or without blanks and strokes between."""
    plain = unicodedata.normalize("NFKC", typed).casefold()
    return "".join(char for char in plain if not char.isspace() and char not in "-‐‑–—_·.")


def require_good(typed: str) -> None:
    """Do nothing for a passphrase worth having; else PassphraseTooWeak, saying what to do."""
    told = tidy(typed)
    if len(told) > LONGEST:
        raise PassphraseTooWeak(N_("A passphrase has at most {most} characters."), most=LONGEST)
    least = DIGITS_ALONE if told.isdecimal() else SHORTEST
    if len(told) < least:
        raise PassphraseTooWeak(N_("A passphrase has at least {least} characters, or {digits} digits: "
                                   "whoever finds the file may guess as long as they like."), least=SHORTEST,
                                digits=DIGITS_ALONE)
    if len(set(told)) < FEWEST or _runs(told):
        raise PassphraseTooWeak(N_("Anyone would try this passphrase. Take the one that the program "
                                   "makes up."))


def _runs(told: str) -> bool:
    """Whether most of it only counts on or repeats: 1234567890123456, aaaabbbbcccc."""
    steps = [ord(after) - ord(before) for before, after in pairwise(told)]
    dull = sum(1 for step in steps if step in (-1, 0, 1))
    return dull * 3 >= len(steps) * 2
