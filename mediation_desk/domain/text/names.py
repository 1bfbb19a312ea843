"""Names of persons: one dot between their parts, the right signs for those that old systems lacked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from mediation_desk.domain.text.storable import ideograph, line, unseen

DOT = "\u00b7"  # the dot of names (GB/T 15834, 4.13; GB 18030: A1A4)
_DOTS = "\u2022\u30fb\uff65\u2027\u2219\u22c5\u0387\u2e31\u16eb\u318d\u2981\u25cf\u00b7"
_STOPS = "\uff0e\u2024.\u3002\uff61"  # full stops, which mean a dot only between Chinese characters
_BETWEEN = re.compile(rf"(?<=\S)[ \u3000\u00a0]*[{_DOTS}{_STOPS}]+[ \u3000\u00a0]*(?=\S)")
_SIGNS = {0xE76C: 0x20AC, 0xE7C7: 0x1E3F, 0xE7C8: 0x01F9,  # A2E3, A8BC, A8BF
          0xE78D: 0xFE10, 0xE78E: 0xFE12, 0xE78F: 0xFE11, 0xE790: 0xFE13, 0xE791: 0xFE14, 0xE792: 0xFE15,
          0xE793: 0xFE16, 0xE794: 0xFE17, 0xE795: 0xFE18, 0xE796: 0xFE19,  # A6D9 to A6F3
          0xE7E7: 0x303E, **{0xE7E8 + at: 0x2FF0 + at for at in range(12)}}  # A989 to A995
_LATER = {0xE816: 0x20087, 0xE817: 0x20089, 0xE818: 0x200CC, 0xE81E: 0x9FB4, 0xE826: 0x9FB5, 0xE82B: 0x9FB6,
          0xE82C: 0x9FB7, 0xE831: 0x215D7, 0xE832: 0x9FB8, 0xE83B: 0x2298F, 0xE843: 0x9FB9, 0xE854: 0x9FBA,
          0xE855: 0x241FE, 0xE864: 0x9FBB}


def person(text: str) -> str:
    """A person's name as it is kept: on one line, ``·`` between its parts however the dot was typed.

    Signs from the private zone of GBK, as old identity systems write them (䶮 as U+E863), become the
    characters they stand for (GB 18030-2022). Nothing else is changed; blanks inside stay.
    """
    name = line(modern(text))
    return _BETWEEN.sub(lambda found: _dot(found, name), name)


def modern(text: str) -> str:
    """Signs from the private zone of GBK as the characters that they stand for."""
    return text.translate(_PRIVATE)


def changes(text: str) -> tuple[tuple[str, str], ...]:
    """What keeping a typed name changes in it, each sign with what stands for it: private ones and dots."""
    name = line(text)
    signs = [(sign, modern(sign)) for sign in name if ord(sign) in _PRIVATE]
    dots = [(found.group(), _dot(found, modern(name))) for found in _BETWEEN.finditer(modern(name))]
    return tuple(dict.fromkeys((old, new) for old, new in (*signs, *dots) if old != new))


def unknown(text: str) -> tuple[str, ...]:
    """Signs of some system's own that no table gives a character for."""
    return tuple(dict.fromkeys(sign for sign in modern(text) if unicodedata.category(sign) == "Co"))


def _dot(found: re.Match[str], name: str) -> str:
    typed, after = found.group(), name[found.end()]
    before = next((one for one in reversed(name[:found.start()]) if not unseen(one)), "")
    chinese = ideograph(before) and ideograph(after)
    letters = _letter(before) and _letter(after) and any(sign in _DOTS for sign in typed)
    return DOT if chinese or letters else typed


def _letter(char: str) -> bool:
    """A letter, or a sign that belongs to the letter before it."""
    return char != "" and unicodedata.category(char)[0] in "LM"


def _private() -> Mapping[int, str]:
    """GBK rows FE50 to FEA0, and some signs in A2 to A9, stood in the private zone (U+E76C to U+E864) until
    the characters had places of their own: GB 18030-2000, 2005 and 2022."""
    row = [byte for byte in range(0x50, 0xA1) if byte != 0x7F]
    known = {0xE815 + at: bytes([0xFE, byte]).decode("gb18030") for at, byte in enumerate(row)}
    return known | {code: chr(real) for code, real in {**_SIGNS, **_LATER}.items()}


_PRIVATE = _private()
