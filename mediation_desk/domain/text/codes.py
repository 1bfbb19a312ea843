"""Numbers of documents, licences and cards: kept readable, compared by their digits and letters."""

from __future__ import annotations

import re

from mediation_desk.domain.text.plain import dashed, plain

_OLD, _CARD = 15, 18  # signs of a resident identity card, before and since 1999 (GB 11643)


def kept(text: str) -> str:
    """A number as it is kept: no blanks, capitals, plain width; a card's number without its dashes."""
    tidy = dashed("".join(plain(text).split())).upper()
    bare = canonical(tidy)
    return bare if re.fullmatch(r"[0-9]{15}|[0-9]{17}[0-9X]|[0-9A-Z]{18}", bare) else tidy


def canonical(text: str) -> str:
    """What two writings of one number have in common: digits and letters, in capitals."""
    return "".join(sign for sign in plain(text).upper() if sign.isalnum())


def same(one: str, other: str) -> bool:
    """Whether two numbers are of one document: also a card of 15 digits and its later 18 (GB 11643),
    and a travel permit (H or M and 8 digits) before and after a renewal, which adds two."""
    first, second = canonical(one), canonical(other)
    return bool(first and second) and _person(first) == _person(second)


def _person(number: str) -> str:
    """The part of a number that stays with the person."""
    if len(number) == _CARD and number[:17].isdecimal() and number[6:8] == "19":
        return number[:6] + number[8:17]
    if re.fullmatch(r"[HM]\d{8}\d{2}", number):
        return number[:9]
    return number


def person(text: str) -> str:
    """A key that is the same for every writing of a person's document number; empty for none."""
    return _person(canonical(text))
