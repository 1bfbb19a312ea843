"""What is checked alike in every table of a statistical form's file."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mediation_desk.domain.words import N_
from mediation_desk.library.tomllines import TomlText

_ID = re.compile(r"[a-z][a-z0-9_]{0,39}")


def check_id(source: TomlText, place: str, given: str) -> None:
    """Refuse what is no id."""
    if not _ID.fullmatch(given):
        raise source.refuse(place, N_("“{id}” is no id: small letters, digits and _, at most 40"), id=given)


def check_words(source: TomlText, place: str, *texts: str) -> None:
    """Refuse words that are missing in one of the languages."""
    if not all(text.strip() for text in texts):
        raise source.refuse(place, N_("words are wanted in both languages"))


def limit(source: TomlText, place: str, given: Sequence[object], most: int) -> None:
    """Refuse nothing, and more than so many."""
    if not 1 <= len(given) <= most:
        raise source.refuse(place, N_("a number from 1 to {most}"), most=most)


def once(source: TomlText, place: str, names: Sequence[str]) -> None:
    """Refuse a name that stands twice; ``place`` has a ``{}`` for where."""
    for i, name in enumerate(names):
        if name in names[:i]:
            raise source.refuse(place.format(i), N_("“{name}” is here twice"), name=name)
