"""Numbers shown to a room with two sides in it: enough to recognise, not enough to copy."""

from __future__ import annotations

_REGION = 6  # digits of a resident's number that say where it was given out
_SHORT = 7  # signs; of a number with fewer nothing shows
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ENDING = 4  # characters at the end, which tell people of one place apart


def number(written: str) -> str:
    """``630102********1234``: region and last four digits."""
    return _masked(written, _REGION)


def document(written: str) -> str:
    """The same for an identity document; of a shorter one (``H****5678``, ``****5678``) its letters and the
    last four."""
    if len(written) > _REGION + ENDING or len(written) < _SHORT:
        return number(written)
    letters = len(written) - len(written.lstrip(_LETTERS))
    return _masked(written, min(letters, len(written) - ENDING - 3))


def phone(written: str) -> str:
    """``138****1234``."""
    return _masked(written, 3)


def whole(written: str) -> str:
    """Nothing of it, where there is something."""
    return "…" if written else ""


def _masked(number: str, beginning: int) -> str:
    """At least a third is hidden; of a number no longer than what would be shown, all of it."""
    if len(number) <= beginning + ENDING:
        return "*" * len(number)
    hidden = max(len(number) - beginning - ENDING, -(-len(number) // 3))
    return number[:-ENDING - hidden] + "*" * hidden + number[-ENDING:]
