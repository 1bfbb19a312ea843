"""Text in files that spreadsheets open: behind an apostrophe where one would compute it, and as it was
again."""

from __future__ import annotations

import re

from mediation_desk.domain.text import names
from mediation_desk.domain.text.storable import storable

BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
GUARD = "'"
_AS_TEXT = re.compile(r'="(.*)"')


def guarded(text: str) -> str:
    """Behind one apostrophe more where a spreadsheet would compute it, also what stands behind some
    already."""
    return f"{GUARD}{text}" if _computes(text) else text


def unguarded(text: str) -> str:
    """Without the apostrophe of :func:`guarded`."""
    return text[1:] if text.startswith(GUARD) and _computes(text[1:]) else text


def meant(cell: str) -> str:
    """A cell as it is meant: without what programs put around it so that a spreadsheet takes it for text,
    without outer blanks and what nobody sees, with the characters that old systems' private signs stand
    for."""
    text = names.modern(cell).strip()
    found = _AS_TEXT.fullmatch(text)
    text = found[1].strip() if found else text
    return storable(text[1:] if text.startswith(GUARD) else text).strip()


def _computes(text: str) -> bool:
    return text.lstrip(GUARD).startswith(BEGINS_A_FORMULA)
