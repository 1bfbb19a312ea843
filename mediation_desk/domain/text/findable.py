"""Text that is found however it is typed: by its characters, its pinyin, its initials, its numbers; and a
character that no pinyin is known of by the parts it is made of.

Both what is filed and what is asked for are folded in one way and cut into tokens: what is filed
has a token from each of its characters on, so that whatever begins one of them is found.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from mediation_desk.domain.text import names, phones
from mediation_desk.domain.text.storable import storable, unseen

Readings = Callable[[str], Iterable[Sequence[str]]]
"""How Chinese characters can be read: the syllables of each reading, ``ü`` written ``v``."""

Parts = Callable[[str], Sequence[str]]
"""Of which parts a character is made; none of those that can be read."""

LONGEST = 24  # characters of a token
_HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
_RUN = re.compile(rf"(?P<han>[{_HAN}]+)|(?P<word>[^\W_{_HAN}]+)")
_NOUGHTS = "\u3007\u25cb\u25ef\u2b58"  # 〇, and the circles that stand for it
_NOUGHT = re.compile(f"[{_NOUGHTS}]")
_BESIDE_DIGITS = re.compile(f"(?<=[0-9])[{_NOUGHTS}]+|[{_NOUGHTS}]+(?=[0-9])")
_TONES = re.compile("[\u0300-\u0307\u0309-\u036f]+")
_DIAERESIS = re.compile("(?<!u)\u0308")  # ü is another letter than u, ä no other than a
_HOME = re.compile(r"^\s*(?:\+|00)86(?=[\s\d(-])")


def findable(text: str) -> str:
    """The text as it is compared: width, case, tones, blanks, dots, hyphens and everything unseen make
    no difference; 〇 is 零, and a nought beside digits."""
    return "".join(run for _kind, run in _runs(folded(text)))


def folded(text: str) -> str:
    """One width and case, no tones, nothing unseen; blanks and signs stay where they are."""
    seen = "".join(sign for sign in names.modern(storable(text)) if not unseen(sign))
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", seen).casefold())
    plain = unicodedata.normalize("NFC", _DIAERESIS.sub("", _TONES.sub("", plain)))
    plain = re.sub("(?<=[jqxy])\u00fc", "u", plain)
    return _NOUGHT.sub("零", _BESIDE_DIGITS.sub(lambda found: "0" * len(found.group()), plain))


def holds(text: str, typed: str) -> bool:
    """Whether a text holds what somebody typed; nothing typed is held by none."""
    return looking_for(typed)(text)


def looking_for(typed: str) -> Callable[[str], bool]:
    """The same for many texts: whether each holds every word typed, both folded; a telephone number in
    any writing; signs alone as they are."""
    numbers = phones.read(typed)
    known = bool(numbers) and all(phone.known for phone in numbers)
    wanted = [*phones.digits(typed)] if known else [part for part in map(findable, typed.split()) if part]
    if wanted:
        return lambda text: _all_in(findable(text), wanted)
    signs = folded(typed).strip()
    return lambda text: bool(signs) and signs in folded(text)


def _all_in(text: str, wanted: Sequence[str]) -> bool:
    return all(part in text for part in wanted)


def filed(words: Iterable[str], readings: Readings, parts: Parts) -> Iterator[str]:
    """The tokens under which words are filed; some come more than once."""
    for word in words:
        for kind, run in _runs(folded(word)):
            yield from chain(_han(run, readings), _parts(run, parts)) if kind == "han" else _word(run)
        yield from _initials(word)


def asked(typed: str) -> list[tuple[str, bool]]:
    """What must be found for a typed text: (token, whether a longer token serves too)."""
    numbers = phones.read(typed)
    if numbers and all(phone.known for phone in numbers):
        return [(part[:LONGEST], True) for part in phones.digits(typed)]
    wanted = (one for part in folded(_HOME.sub("", typed)).split() for one in _asked(part))
    return list(dict.fromkeys(wanted))


def _asked(part: str) -> Iterator[tuple[str, bool]]:
    for kind, run in _runs(part):
        if kind == "han" and len(run) > 1:
            yield from ((run[at:at + 2], False) for at in range(len(run) - 1))
        else:
            yield run[:LONGEST].replace("\u00fc", "v"), True


def _runs(text: str) -> Iterator[tuple[str, str]]:
    """Chinese characters, and letters and digits, in turn; all else between them is passed over."""
    joined = "".join(found.group() for found in _RUN.finditer(text))
    for found in _RUN.finditer(joined):
        yield str(found.lastgroup), found.group()


def _han(run: str, readings: Readings) -> Iterator[str]:
    """Pairs of characters, and pinyin and initials from each character on."""
    yield from (run[at:at + 2] for at in range(len(run)))
    for syllables in readings(run):
        for letters in _spellings(syllables):
            yield from _from_each(letters)
            yield from _from_each([letter[0] for letter in letters])
    if "零" in run:
        yield from _zeros(run)


def _parts(run: str, parts: Parts) -> Iterator[str]:
    """Pairs of a character's parts in either order, and of each of them with the characters beside it."""
    for at, char in enumerate(run):
        made_of = parts(char)
        yield from (one + other for one in made_of for other in made_of)
        for one in made_of:
            yield from (one + beside for beside in run[at + 1:at + 2])
            yield from (beside + one for beside in run[max(at - 1, 0):at])


def _zeros(run: str) -> Iterator[str]:
    """〇 typed as a nought, beside the characters around it, which are filed already."""
    yield from (token for noughts in re.findall("零+", run) for token in _word("0" * len(noughts)))


def _spellings(syllables: Sequence[str]) -> Iterator[list[str]]:
    """吕 is typed lv, lu or lyu (GB/T 28039 for passports)."""
    letters = [_letters(one) for one in syllables if one]
    yield letters
    if any("v" in one for one in letters):
        yield [one.replace("v", "u") for one in letters]
        yield [one.replace("v", "yu") for one in letters]


def _letters(syllable: str) -> str:
    return syllable if syllable.isascii() else folded(syllable).replace("\u00fc", "v")


def _from_each(parts: Sequence[str]) -> Iterator[str]:
    for at in range(len(parts)):
        yield "".join(parts[at:at + LONGEST])[:LONGEST]


def _word(run: str) -> Iterator[str]:
    """Letters and digits from each of them on, ``ü`` in all its spellings."""
    for spelling in dict.fromkeys(run.replace("\u00fc", way) for way in ("v", "u", "yu")):
        yield from _from_each(spelling)


def _initials(word: str) -> Iterator[str]:
    """Of several words in letters: ``John Smith`` is ``js``."""
    first = [part[0] for part in re.findall(rf"[^\W\d_{_HAN}]+", folded(word))]
    if len(first) > 1:
        yield from _from_each(first)
