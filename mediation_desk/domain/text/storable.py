"""Text that can be kept: without what nobody sees or types, with everything that a person meant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_BLANK_LETTERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # fillers: letters by name, empty to the eye
_SIGNS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u0890\u0891\u08e2\U000110bd\U000110cd")
_JOINERS = "\u200c\u200d"  # zero width non-joiner, zero width joiner
_GRAPHEME = "\u034f\u17b4\u17b5"  # combining grapheme joiner, Khmer inherent vowels
_MONGOLIAN = "\u180b\u180c\u180d\u180e\u180f"  # choose the form of the letter before them
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_PLAIN = re.compile(r"[\t\n\x20-\x7e\u3001-\u3002\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff5e]*")
_JOINING = ("ARABIC", "SYRIAC", "MONGOLIAN", "NKO", "DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "ORIYA",
            "TAMIL", "TELUGU", "KANNADA", "MALAYALAM", "SINHALA", "KHMER", "MYANMAR")


def storable(text: str) -> str:
    """The text without what cannot be seen: zero widths, marks of direction, controls, NUL.

    Half a character becomes the replacement mark, every kind of line break the plain one. What
    chooses a shape stays where it does: a variation selector after an ideograph or a picture, a
    joiner between letters of a script that joins them. Nothing else is changed.
    """
    if _PLAIN.fullmatch(text):
        return text
    return "".join(_seen(_BREAKS.sub("\n", _whole(text))))


def line(text: str) -> str:
    """The same for a field of one line: breaks become blanks, blanks at the ends go."""
    return " ".join(part for part in storable(text).replace("\t", "\n").split("\n") if part).strip()


def unseen(char: str) -> bool:
    """Whether a character takes no place on the page, a line break and a tab aside."""
    if char in _BLANK_LETTERS or char in _GRAPHEME or char in _MONGOLIAN or _SELECTORS.match(char):
        return True
    kind = unicodedata.category(char)
    if kind == "Cc":
        return char not in "\t\n"
    if kind == "Cn":
        return _never(ord(char))
    return kind == "Cf" and char not in _SIGNS


def _never(code: int) -> bool:
    """Not a character, or one that is reserved for never being shown (Unicode, ch. 23.7 and 5.21)."""
    return (code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF or code == 0x2065
            or 0xFFF0 <= code <= 0xFFF8 or 0xE0000 <= code <= 0xE0FFF)


def _whole(text: str) -> str:
    """Halves that stand together are one character; a half alone is the replacement mark."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _seen(text: str) -> Iterator[str]:
    before = ""
    for at, char in enumerate(text):
        if not unseen(char) or _shapes(before, char, text, at):
            yield char
            before = char


def _shapes(before: str, char: str, text: str, at: int) -> bool:
    """Whether something unseen chooses the shape of what stands before it."""
    if not before or char == before:
        return False
    if _SELECTORS.match(char):
        return _selectable(before)
    if char in _MONGOLIAN:
        return "\u1800" <= before <= "\u18af" and not unseen(before)
    if char not in _JOINERS:
        return False
    after = next((one for one in text[at + 1:] if not unseen(one)), "")
    return bool(after) and _joins(before, char) and _joins(after, char)


def _selectable(char: str) -> bool:
    return ideograph(char) or unicodedata.category(char) in ("So", "Sm")


def _joins(char: str, joiner: str) -> bool:
    """Whether a joiner beside it means something: letters that join, and pictures made of pictures."""
    if _SELECTORS.match(char) or (char >= "\u2190" and unicodedata.category(char) in ("So", "Sk")):
        return joiner == "\u200d"
    return unicodedata.name(char, "").startswith(_JOINING)


def ideograph(char: str) -> bool:
    """Whether it is a Chinese character, of whatever extension."""
    return len(char) == 1 and (
        "\u3400" <= char <= "\u4dbf" or "\u4e00" <= char <= "\u9fff" or char in "\u3005\u3007"
        or "\uf900" <= char <= "\ufaff" or "\U00020000" <= char <= "\U0003ffff")


# -- on a page ---------------------------------------------------------------------------

_SUSPECT = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\xad\\u034f\\u0590-\\u08ff\\u115f\\u1160"
                      "\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f"
                      "\\u2800\\u3164\\ud800-\\udfff\\ufb1d-\\ufdff\\ufe00-\\ufe0f\\ufe70-\\ufeff\\uffa0\\ufff0-\\uffff\\U00010000-\\U0010ffff]")
_APART = re.compile("(\\u2068[^\\u202a-\\u202e\\u2066-\\u2069\\n]*\\u2069)")
_LEFTWARD = "[\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc\\U00010800-\\U00010fff\\U0001e800-\\U0001efff]"
_LEFTWARD_RUN = re.compile(f"{_LEFTWARD}+(?:(?:[^\\w\\n]|\\d)*{_LEFTWARD}+)*")


def visible(text: str) -> str:
    """The text as it is laid on a page; never kept. What nobody sees is written out as ``[U+202E]``, so that
    nothing hides in it, and what runs from right to left is set apart (Unicode's first strong isolate), so
    that no name turns the amount beside it around. Twice is once.
    """
    if not _SUSPECT.search(text):
        return text
    return "".join(part if at % 2 and _all_seen(part[1:-1]) else _LEFTWARD_RUN.sub("\u2068\\g<0>\u2069",
                                                                                  _written_out(part))
                   for at, part in enumerate(_APART.split(_BREAKS.sub("\n", _whole(text)))))


def _all_seen(text: str) -> bool:
    return storable(text) == text


def _written_out(text: str) -> str:
    told, before = [], ""
    for at, char in enumerate(text):
        if unseen(char) and not _shapes(before, char, text, at):
            told.append(f"[U+{ord(char):04X}]")
        else:
            told.append(char)
            before = char
    return "".join(told)
