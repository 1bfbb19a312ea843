"""Codes printed on the recovery and escrow sheets: read aloud, typed by hand, slips pointed to by group.

A code is eight groups of five characters, ``K7M2Q-...``: four characters carry 20 bits (160 in all), the
fifth checks the group. Characters are Crockford's base32, without I, L, O and U. The check is a weighted
sum over GF(32) with distinct weights, plus the group's place and the sheet's purpose: it catches every
single wrong character, every swap of two characters inside a group, every swap of two groups, and a code
typed from the wrong sheet.
"""

from __future__ import annotations

import re
from enum import Enum

from mediation_desk.domain.text.plain import plain
from mediation_desk.domain.words import N_, DeskError, by_count
from mediation_desk.store.vault.keys import Key

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS, GROUP_SIZE = 8, 5
SECRET_BYTES = GROUPS * (GROUP_SIZE - 1) * 5 // 8

_DATA = GROUP_SIZE - 1
_WEIGHTS = (2, 4, 8, 16)  # the check character itself weighs 1, so all five differ
_LOOK_ALIKES = str.maketrans("OILU", "011V")
_BETWEEN = re.compile(r"[\s\-_.,:;/·‐‑‒–—―−、。\u200b\ufeff]+")


class Sheet(Enum):
    """Which printed sheet a code stands on; the value keeps the two from being mistaken."""

    RECOVERY = 8
    ESCROW = 16


class CodeMistyped(DeskError):
    """The code cannot be right as typed; ``groups`` are the numbers of the groups to look at, from 1."""

    def __init__(self, sentence: str, groups: tuple[int, ...] = (), **particulars: object) -> None:
        super().__init__(sentence, field="code", **particulars)
        self.groups = groups


def write_code(secret: bytes, sheet: Sheet) -> str:
    """The code for 20 secret bytes, as printed: eight groups of five joined by hyphens."""
    if len(secret) != SECRET_BYTES:
        raise ValueError(f"a code carries {SECRET_BYTES} bytes")
    number = int.from_bytes(secret, "big")
    values = [number >> shift & 31 for shift in range(SECRET_BYTES * 8 - 5, -1, -5)]
    parts = [values[i * _DATA : (i + 1) * _DATA] for i in range(GROUPS)]
    return "-".join(_spell([*part, _check(part, place, sheet)]) for place, part in enumerate(parts))


def read_code(typed: str, sheet: Sheet) -> Key:
    """The 20 secret bytes of a typed code, forgiving case, spaces, hyphens, O for 0, I and L for 1.

    Raises CodeMistyped, with the groups to look at where they can be told.
    """
    groups = _groups(typed)
    wrong = _wrong_groups(groups, sheet)
    if wrong and not any(_wrong_groups(groups, other) for other in Sheet if other is not sheet):
        raise CodeMistyped(N_("This code is from another sheet. Take the sheet that is asked for here."))
    if wrong:
        listed = ", ".join(str(place) for place in wrong)
        raise CodeMistyped(
            N_("Group {listed} of the code is mistyped. Look at it again."), wrong, listed=listed
        )
    number = 0
    for group in groups:
        for value in group[:_DATA]:
            number = number << 5 | value
    return Key(number.to_bytes(SECRET_BYTES, "big"))


def _groups(typed: str) -> list[list[int]]:
    """The typed code as eight groups of five values, or CodeMistyped about its length or characters."""
    text = plain(typed).upper().translate(_LOOK_ALIKES)
    pieces = [piece for piece in _BETWEEN.split(text) if piece]
    whole = "".join(pieces)
    if len(whole) != GROUPS * GROUP_SIZE:
        _complain_of_length(pieces, len(whole))
    groups = [whole[i : i + GROUP_SIZE] for i in range(0, len(whole), GROUP_SIZE)]
    foreign = tuple(place for place, group in enumerate(groups, 1) if not set(group) <= set(ALPHABET))
    if foreign:
        listed = ", ".join(str(place) for place in foreign)
        raise CodeMistyped(
            N_("Group {listed} holds a character that no code has. Codes use digits and Latin letters only."),
            foreign,
            listed=listed,
        )
    return [[ALPHABET.index(character) for character in group] for group in groups]


def _complain_of_length(pieces: list[str], count: int) -> None:
    """Point to the group that is too short or too long, when the groups can be told apart."""
    uneven = tuple(place for place, piece in enumerate(pieces, 1) if len(piece) != GROUP_SIZE)
    if len(pieces) == GROUPS and uneven:
        place = uneven[0]
        raise CodeMistyped(
            by_count(N_("Group {group} has {count} character; every group has five."),
                     N_("Group {group} has {count} characters; every group has five."),
                     len(pieces[place - 1])),
            uneven,
            group=place,
            count=len(pieces[place - 1]),
        )
    raise CodeMistyped(by_count(N_("The code has 40 characters in eight groups; {count} was typed."),
                                N_("The code has 40 characters in eight groups; {count} were typed."), count),
                       count=count)


def _wrong_groups(groups: list[list[int]], sheet: Sheet) -> tuple[int, ...]:
    return tuple(
        place
        for place, group in enumerate(groups, 1)
        if _check(group[:_DATA], place - 1, sheet) != group[_DATA]
    )


def _check(data: list[int], place: int, sheet: Sheet) -> int:
    check = sheet.value ^ place
    for weight, value in zip(_WEIGHTS, data, strict=True):
        check ^= _times(weight, value)
    return check


def _times(left: int, right: int) -> int:
    """The product in GF(32), modulo x^5 + x^2 + 1."""
    product = 0
    for bit in range(5):
        if right >> bit & 1:
            product ^= left << bit
    for bit in range(8, 4, -1):
        if product >> bit & 1:
            product ^= 0b100101 << bit - 5
    return product


def _spell(values: list[int]) -> str:
    return "".join(ALPHABET[value] for value in values)
