"""What the sheet of a new case asks: forms/intake/asked.toml, by the source and the kind of work."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

import msgspec

from mediation_desk.domain.calculators.claims import CLAIMS
from mediation_desk.domain.sorting.answer_types import Label
from mediation_desk.domain.vocabulary import KindOfWork, Source
from mediation_desk.domain.words import N_
from mediation_desk.library.shipped import shipped
from mediation_desk.library.tomllines import TomlText, open_source, read

PATH = ("forms", "intake", "asked.toml")
NUMBER, ARRIVED, UNTIL, CONSENT, ORAL = "order_number", "arrived_at", "given_until", "consent", "oral"
BUSINESS, SECOND = "business", "second"
OF_SOURCE = frozenset({NUMBER, ARRIVED, UNTIL, CONSENT, ORAL})
OF_KIND = frozenset({BUSINESS, SECOND})
AnyTerm = TypeVar("AnyTerm", Source, KindOfWork)


class SourceShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is asked of a matter from one source; what its number is called in both languages."""

    source: str
    fields: list[str] = []
    required: list[str] = []
    number_zh: str = ""
    number_en: str = ""


class KindShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is asked of workers of one kind, and which claims are offered first."""

    kind: str
    claims: list[str] = []
    fields: list[str] = []


class AskedShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file."""

    sources: list[SourceShape] = []
    kinds: list[KindShape] = []


@dataclass(frozen=True)
class OfSource:
    """What is asked of a matter from one source. ``number``: what its number there is called, where it has
    one."""

    fields: frozenset[str] = frozenset()
    required: frozenset[str] = frozenset()
    number: Label | None = None


@dataclass(frozen=True)
class OfKind:
    """What is asked of workers of one kind; ``claims``: those offered first, in their order."""

    fields: frozenset[str] = frozenset()
    claims: tuple[str, ...] = ()


@dataclass(frozen=True)
class Asked:
    """The whole table; of what the file does not say, nothing beyond what every matter is asked."""

    sources: Mapping[Source, OfSource] = field(default_factory=dict)
    kinds: Mapping[KindOfWork, OfKind] = field(default_factory=dict)

    def of_source(self, source: Source) -> OfSource:
        """What is asked of a matter that comes from there."""
        return self.sources.get(source, OfSource())

    def of_kind(self, kind: KindOfWork) -> OfKind:
        """What is asked of workers who do that."""
        return self.kinds.get(kind, OfKind())


def read_asked(path: Path, claims: Collection[str]) -> Asked:
    """FormError with file, line and reason where something is unknown or stands twice. ``claims``: all that
    there are."""
    source = open_source(path)
    shape = read(source, AskedShape)
    sources: dict[Source, OfSource] = {}
    for at, one in enumerate(shape.sources):
        where = f"$.sources[{at}]"
        found = _of_source(source, where, one)
        sources[_known(source, f"{where}.source", one.source, Source, sources)] = found
    kinds: dict[KindOfWork, OfKind] = {}
    for at, kind in enumerate(shape.kinds):
        where = f"$.kinds[{at}]"
        _check(source, f"{where}.claims", kind.claims, claims)
        _check(source, f"{where}.fields", kind.fields, OF_KIND)
        key = _known(source, f"{where}.kind", kind.kind, KindOfWork, kinds)
        kinds[key] = OfKind(frozenset(kind.fields), tuple(kind.claims))
    return Asked(MappingProxyType(sources), MappingProxyType(kinds))


def _of_source(source: TomlText, where: str, shape: SourceShape) -> OfSource:
    _check(source, f"{where}.fields", shape.fields, OF_SOURCE)
    _check(source, f"{where}.required", shape.required, shape.fields)
    number = Label(shape.number_zh, shape.number_en) if NUMBER in shape.fields else None
    if number and not (number.zh and number.en):
        raise source.refuse(where, N_("the number is asked for, so both its names are needed"))
    return OfSource(frozenset(shape.fields), frozenset(shape.required), number)


def _known(source: TomlText, place: str, value: str, kind: type[AnyTerm], before: Collection[AnyTerm]
           ) -> AnyTerm:
    found = next((one for one in kind if one == value), None)
    if found is None:
        raise source.refuse(place, N_("“{name}” is not known here"), name=value)
    if found in before:
        raise source.refuse(place, N_("“{name}” is here twice"), name=value)
    return found


def _check(source: TomlText, place: str, named: list[str], known: Collection[str]) -> None:
    for at, name in enumerate(named):
        if name not in known:
            raise source.refuse(place, N_("“{name}” is not known here"), name=name)
        if name in named[:at]:
            raise source.refuse(place, N_("“{name}” is here twice"), name=name)


@lru_cache(maxsize=1)
def shipped_asked() -> Asked:
    """The table that comes with the program."""
    return read_asked(shipped(*PATH), CLAIMS.keys())
