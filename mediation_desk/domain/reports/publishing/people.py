"""Names of persons: what stands for each, and every way in which a text may still tell it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from mediation_desk.domain.reports.publishing.companies import stem
from mediation_desk.domain.reports.publishing.folding import DOTS, Text, spelled, squeezed
from mediation_desk.domain.reports.publishing.sounding import Sounding, soundings
from mediation_desk.domain.reports.publishing.surnames import (
    CALLED,
    COMPOUND,
    ORDINARY,
    SHORT_WORDS,
    TITLES,
    surname,
)
from mediation_desk.domain.text.findable import Readings
from mediation_desk.domain.text.storable import ideograph

SOLID = 7  # letters of a spelled name that are found inside a longer word too
_GAP = r"[ \t\u00a0.·'’_\-0-9]{0,2}"
_PARTED = r"[^\w，。；：、！？,.;:!?\n]{0,3}_{0,3}"  # 韩-晓-岚; what ends a clause parts two words
_UMLAUT = "(?:v|u|yu)"
_DOT = re.compile(f"[{''.join(DOTS)}]")


@dataclass(frozen=True)
class Way:
    """One way of telling a name: a pattern over the text folded in one way, and whether finding it is
    proof enough; else a person looks at it."""

    pattern: re.Pattern[str]
    in_letters: bool = False
    sure: bool = True

    def found(self, text: Text) -> Iterator[tuple[int, int]]:
        """Where it stands in the text."""
        folded = text.spelled if self.in_letters else text.squeezed
        return (folded.span(*one.span()) for one in self.pattern.finditer(folded.text) if one.group())


@dataclass(frozen=True)
class Person:
    """One name, as it is called, and its ways."""

    name: str
    ways: tuple[Way | Sounding, ...] = field(repr=False)

    @classmethod
    def of(cls, name: str, readings: Readings) -> Person:
        """A name in Chinese characters, in letters, or both."""
        bare = squeezed(name).text
        written = bool(bare) and all(map(ideograph, bare))
        return cls(name, tuple(_of_characters(name, bare, readings) if written else _of_letters(name)))

    def found(self, text: Text) -> Iterator[tuple[int, int, bool]]:
        """Where it stands, and whether that is sure."""
        for way in self.ways:
            yield from ((*span, way.sure) for span in way.found(text))


def _of_characters(name: str, bare: str, readings: Readings) -> Iterator[Way | Sounding]:
    if len(bare) > 1:
        yield Way(re.compile(re.escape(bare)))
        yield Way(re.compile(_PARTED.join(map(re.escape, bare))))
        yield from soundings(bare, surname(bare), readings)
    for part in sorted(_parts(name, bare), key=len, reverse=True):
        yield Way(re.compile(re.escape(part)), sure=part not in ORDINARY)
    yield from _titled(bare)
    if len(bare) > 1:
        yield from _in_pinyin(bare, readings)


def _parts(name: str, bare: str) -> set[str]:
    """Given names alone, and the parts between dots; two characters at least."""
    parts = {squeezed(part).text for part in _DOT.split(name)} - {bare}
    rest = bare[len(surname(bare)):]
    parts |= {rest, bare[2:], bare[:2]} if len(bare) > 3 and bare[:2] not in COMPOUND else {rest}
    return {part for part in parts if len(part) > 1 and part != bare}


def _titled(bare: str) -> Iterator[Way]:
    """张总, 张师傅, 老张: that names somebody whom those who know the matter know."""
    family = surname(bare)
    name = re.escape(family)
    yield Way(re.compile(rf"{name}(?:{'|'.join(TITLES)})|(?:{'|'.join(CALLED)}){name}"), sure=False)


def _in_pinyin(bare: str, readings: Readings) -> Iterator[Way]:
    spellings = {tuple(one) for one in readings(bare)}
    size = len(surname(bare))
    for syllables in sorted(spellings):
        yield from _spelled(syllables)
        if len(syllables) > size:
            yield from _spelled((*syllables[size:], *syllables[:size]))
            yield _family_and_initials("".join(syllables[:size]), [one[0] for one in syllables[size:] if one])
        if len(syllables) - size > 1 and len("".join(syllables[size:])) >= SOLID:
            yield from _spelled(syllables[size:])
    yield from _initials({"".join(part[0] for part in one) for one in spellings if all(one)})


def _spelled(syllables: Sequence[str]) -> Iterator[Way]:
    """Syllables with or without blanks, hyphens, apostrophes and tones between them."""
    letters = [re.escape(spelled(one).text).replace("v", _UMLAUT) for one in syllables]
    whole = _GAP.join(letters)
    solid = len("".join(syllables)) >= SOLID
    yield Way(re.compile(whole if solid else rf"(?<![a-z]){whole}(?![a-z])"), in_letters=True)


def _family_and_initials(family: str, given: Sequence[str]) -> Way:
    """Zhang S.F., and S.F. Zhang; of a single initial a person says."""
    name, letters = (_GAP.join(map(re.escape, one)) for one in ([spelled(family).text], given))
    either = rf"{name}[ ,.\-_]{{0,2}}{letters}|{letters}[ ,.\-_]{{0,2}}{name}"
    return Way(re.compile(rf"(?<![a-z])(?:{either})(?![a-z])"), in_letters=True, sure=len(given) > 1)


def _initials(known: Iterable[str]) -> Iterator[Way]:
    for letters in sorted(known):
        word = r"[ .·\-_]?".join(map(re.escape, letters))
        yield Way(re.compile(rf"(?<![a-z0-9]){word}(?![a-z])"), in_letters=True,
                  sure=letters not in SHORT_WORDS)


def _of_letters(name: str) -> Iterator[Way]:
    """A name in letters, in the order of its words or the other way round, and each longer word."""
    words = re.findall(r"[^\W\d_]+", spelled(name).text)
    if not words:
        return
    for order in (words, words[::-1]):
        yield Way(re.compile(r"\b" + r"[\W_]{0,2}".join(map(re.escape, order)) + r"\b"), in_letters=True)
    for word in words:
        if len(word) > 2:
            yield Way(re.compile(rf"\b{re.escape(word)}\b"), in_letters=True)
    if len(words) > 1:
        yield from _initials(["".join(word[0] for word in words)])


def aliases(names: Sequence[str]) -> dict[str, str]:
    """What stands for each name: 张某; of several of one surname 张某甲, 张某乙 …; the same for two
    writings of one name. None holds a name, or a part of one, that must not be told."""
    bare = {name: squeezed(name).text for name in names}
    families = {one: surname(one) for one in dict.fromkeys(bare.values()) if one}
    hidden = [part for name, one in bare.items() if one for part in (one, *_parts(name, one))
              if len(part) > 1]
    told: dict[str, str] = {}
    for family in dict.fromkeys(families.values()):
        members = [one for one, of in families.items() if of == family]
        shown = family.upper() if family.isascii() else family
        for at, one in enumerate(members):
            mark = stem(at) if len(members) > 1 else ""
            told[one] = _clear(f"{shown}某{mark}", f"某{mark or '人'}", hidden)
    return {name: told.get(one, "某人") for name, one in bare.items()}


def _clear(wanted: str, otherwise: str, hidden: Iterable[str]) -> str:
    return otherwise if any(part in wanted for part in hidden) else wanted
