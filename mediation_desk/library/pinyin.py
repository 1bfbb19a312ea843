"""How Chinese characters are read: the one door to pypinyin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

SHORT = 4  # characters: a person's name, in which any of them may be read another way


def is_read(char: str) -> bool:
    """Whether any pinyin is known of a character; of many rare ones none is."""
    from pypinyin.constants import PINYIN_DICT

    return len(char) == 1 and ord(char) in PINYIN_DICT


def readings(run: str) -> Iterator[Sequence[str]]:
    """The syllables of a run of characters, ``ü`` written ``v``: as they are usually read, and again
    with another reading of the first (a surname has its own) or, in a short run, of any of them."""
    from pypinyin import lazy_pinyin

    usual = lazy_pinyin(run)
    yield usual
    for at, char in enumerate(run if len(run) <= SHORT else run[0]):  # alone, lest a phrase read it one way
        for other in _each(char):
            if other != usual[at]:
                yield [*usual[:at], other, *usual[at + 1:]]


@cache
def _each(char: str) -> tuple[str, ...]:
    """Every reading of one character."""
    from pypinyin import Style, pinyin

    return tuple(pinyin(char, style=Style.NORMAL, heteronym=True)[0])
