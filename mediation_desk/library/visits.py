"""What to ask on a return visit: forms/visits.toml, by the occasion of the visit."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

import msgspec

from mediation_desk.domain.vocabulary import VisitOccasion
from mediation_desk.domain.words import N_
from mediation_desk.library.shipped import shipped
from mediation_desk.library.tomllines import open_source, read
from mediation_desk.library.words import CHINESE

PATH = "visits.toml"


class VisitShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What to ask on one occasion, question by question, in both languages."""

    occasion: str
    zh: list[str]
    en: list[str]


class VisitsShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file."""

    visits: list[VisitShape]


class Scripts:
    """The questions by occasion; an occasion of which the file says nothing has none."""

    def __init__(self, visits: Mapping[VisitOccasion, VisitShape]) -> None:
        self._visits = visits

    def questions(self, occasion: VisitOccasion | None, language: str) -> tuple[str, ...]:
        """What to ask, in the order in which it is asked."""
        found = self._visits.get(occasion) if occasion else None
        return tuple(found.zh if language == CHINESE else found.en) if found else ()


def read_visits(path: Path) -> Scripts:
    """FormError with file, line and reason where an occasion is unknown or stands twice."""
    source = open_source(path)
    known = {one.value: one for one in VisitOccasion}
    found: dict[VisitOccasion, VisitShape] = {}
    for at, one in enumerate(read(source, VisitsShape).visits):
        if one.occasion not in known:
            raise source.refuse(f"$.visits[{at}].occasion", N_("there is no occasion “{name}”"),
                                name=one.occasion)
        if known[one.occasion] in found:
            raise source.refuse(f"$.visits[{at}].occasion", N_("“{name}” is here twice"), name=one.occasion)
        found[known[one.occasion]] = one
    return Scripts(MappingProxyType(found))


@lru_cache(maxsize=1)
def shipped_visits() -> Scripts:
    """The scripts that come with the program."""
    return read_visits(shipped("forms", PATH))
