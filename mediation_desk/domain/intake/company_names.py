"""Company names as they are compared: past blanks, brackets, width and the words of their legal form."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from mediation_desk.domain.text import codes
from mediation_desk.domain.text.findable import findable


class Organisation(Protocol):
    """Whatever is called like a company, and may have a credit code."""

    name: str
    credit_code: str


@dataclass(frozen=True)
class LegalForms:
    """The words that say of which form a company is, not which one.

    ``words`` make no difference anywhere in a name, ``endings`` at its end alone; folded, the longest first.
    """

    words: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    _within: re.Pattern[str] = field(init=False, repr=False, compare=False)
    _last: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Make the patterns once: a hundred thousand names are compared by them."""
        object.__setattr__(self, "words", _folded(self.words))
        object.__setattr__(self, "endings", _folded(self.endings))
        object.__setattr__(self, "_within", re.compile("|".join(map(re.escape, self.words)) or r"(?!)"))
        object.__setattr__(self, "_last", re.compile(
            "(?:" + ("|".join(map(re.escape, self.endings)) or r"(?!)") + ")+$"))

    @property
    def fingerprint(self) -> str:
        """Changes when the words do."""
        return hashlib.sha256(repr((self.words, self.endings)).encode()).hexdigest()[:16]

    def core(self, name: str) -> str:
        """What the writings of one company's name have in common. What is left of one that is made of such
        words alone is all of it, folded; of no name nothing."""
        plain = findable(name)
        return self._within.sub("", self._last.sub("", plain)) or plain


def _folded(words: Iterable[str]) -> tuple[str, ...]:
    known = {findable(word) for word in words} - {""}
    return tuple(sorted(known, key=lambda word: (-len(word), word)))


def same_company(one: Organisation, other: Organisation, forms: LegalForms) -> bool:
    """Whether two entries are one company: where both have a credit code that decides, else the name does."""
    mine, theirs = codes.canonical(one.credit_code), codes.canonical(other.credit_code)
    if mine and theirs:
        return mine == theirs
    core = forms.core(one.name)
    return bool(core) and core == forms.core(other.name)
