"""Text for reading values out of it: width and outer blanks make no difference."""

from __future__ import annotations

import re
import unicodedata

from mediation_desk.domain.text.storable import storable

_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(,[0-9]{3})+(\.|$)")
_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d\u30fc\u2500]")


def plain(text: str) -> str:
    """Without full-width forms, outer blanks and what cannot be seen."""
    return unicodedata.normalize("NFKC", storable(text)).strip()


def dashed(text: str) -> str:
    """Every kind of dash as the plain one, between digits where people write one for the other."""
    return _DASHES.sub("-", text)


def ungrouped(digits: str) -> str:
    """Without the commas of thousands, where all stand right; 7,5 stays as it is, for it is not 75."""
    return digits.replace(",", "") if _GROUPED.match(digits) else digits
