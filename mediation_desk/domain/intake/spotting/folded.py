"""A text as rules read it: plain width, every character still at its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d\u30fc\u2500\uff5e\u301c]")
_BLANKS = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")


def folded(text: str) -> str:
    """Letters, digits and signs in plain width, dashes and blanks as the plain ones; as long as the text."""
    plain = text if text.isascii() else "".join(_one(sign) for sign in text)
    return _BLANKS.sub(" ", _DASHES.sub("-", plain))


def _one(sign: str) -> str:
    """A character in plain width, where that is one character too."""
    if "\u4e00" <= sign <= "\u9fff":
        return sign
    plain = unicodedata.normalize("NFKC", sign)
    return plain if len(plain) == 1 else sign


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(re.escape(folded(word)) for word in sorted(words, key=len, reverse=True)) or "(?!)"


def phrase(words: str) -> str:
    """A pattern for a phrase; ``…`` stands for a few characters of the same sentence, ``……`` for up to thirty
    of the same clause. Digits are no part of a longer number."""
    wide = r"[^。;!?,\n]{0,30}?".join(r"[^。;!?\n]{0,12}?".join(map(re.escape, part.split("…")))
                                     for part in folded(words).split("……"))
    return rf"(?<!\d){wide}(?!\d)" if words.isdigit() else wide
