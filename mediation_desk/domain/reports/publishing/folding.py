"""Text as it is searched for what must not be told: one writing of each sign, and where it stood."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from mediation_desk.domain.text import names
from mediation_desk.domain.text.storable import unseen

DOTS = frozenset("\u00b7\u2022\u30fb\uff65\u2027\u2219\u22c5\u0387\u2e31\u16eb\u318d\u2981\u25cf")
_CHINESE_DIGITS = str.maketrans("〇零○一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖", "00012345678912123456789")
_DIAERESIS = "\u0308"


@dataclass(frozen=True)
class Folded:
    """A folded text; ``starts`` and ``ends`` say where each of its signs stood before."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """What a stretch of the folded text was before."""
        return self.starts[start], self.ends[end - 1]


@dataclass(frozen=True)
class Text:
    """A text that is searched in many ways: it is folded once in each."""

    text: str

    @cached_property
    def squeezed(self) -> Folded:
        """For names in characters."""
        return squeezed(self.text)

    @cached_property
    def spelled(self) -> Folded:
        """For names in letters, and numbers."""
        return spelled(self.text)

    @cached_property
    def counted(self) -> Folded:
        """For numbers in Chinese digits too."""
        return counted(self.text)


def squeezed(text: str) -> Folded:
    """One width and case, no tones, and neither blanks, ends of lines nor dots between the characters of a
    name."""
    return _folded(text, lambda sign: "" if sign in DOTS or sign in " \t\r\n\u00a0\u3000" else sign)


def spelled(text: str) -> Folded:
    """The same with everything that parts words, for names in letters and for numbers."""
    return _folded(text, lambda sign: "·" if sign in DOTS else sign)


def counted(text: str) -> Folded:
    """The same with Chinese digits as figures: 一三八 is 138."""
    return _folded(text, lambda sign: sign.translate(_CHINESE_DIGITS))


def _folded(text: str, tell: Callable[[str], str]) -> Folded:
    signs: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for at, char in enumerate(text):
        for sign in tell(_plain(char)):
            signs.append(sign)
            starts.append(at)
            ends.append(at + 1)
    return Folded("".join(signs), tuple(starts), tuple(ends))


def _plain(char: str) -> str:
    if char in DOTS:
        return char
    if unseen(char):
        return ""
    apart = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", names.modern(char)).casefold())
    if _DIAERESIS in apart and apart[0] == "u":
        return "v"  # ü, in every tone
    return "".join(sign for sign in apart if unicodedata.category(sign) != "Mn")
