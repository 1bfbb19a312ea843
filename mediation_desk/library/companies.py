"""The words of a company's legal form: forms/intake/companies.toml, which an office may change."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import msgspec

from mediation_desk.domain.intake.company_names import LegalForms
from mediation_desk.domain.text.findable import findable
from mediation_desk.domain.words import N_
from mediation_desk.library.shipped import shipped
from mediation_desk.library.tomllines import TomlText, open_source, read

PATH = ("forms", "intake", "companies.toml")


class _FileShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: tuple[str, ...]
    endings: tuple[str, ...] = ()


def read_companies(path: Path) -> LegalForms:
    """FormError with file, line and reason where a word is empty or stands twice."""
    source = open_source(path)
    shape = read(source, _FileShape)
    for key, words in (("words", shape.words), ("endings", shape.endings)):
        _check(source, key, words)
    return LegalForms(shape.words, shape.endings)


def _check(source: TomlText, key: str, words: tuple[str, ...]) -> None:
    for at, word in enumerate(words):
        if not findable(word):
            raise source.refuse(f"$.{key}", N_("a word holds nothing to compare"))
        if word in words[:at]:
            raise source.refuse(f"$.{key}", N_("“{name}” is here twice"), name=word)


@lru_cache(maxsize=1)
def shipped_companies() -> LegalForms:
    """The words that come with the program."""
    return read_companies(shipped(*PATH))
