"""Where parts of a matter go, and what offices of each kind take: forms/receiving/."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated

import msgspec

from mediation_desk.domain.calculators.claims import CLAIMS
from mediation_desk.domain.referral.offices import OfficeKind
from mediation_desk.domain.referring.proposals import Proposals, ReferredPart, UsualOffice
from mediation_desk.domain.sorting.answer_types import Label
from mediation_desk.domain.words import N_
from mediation_desk.library.shipped import shipped
from mediation_desk.library.tomllines import TomlText, open_source, read

FOLDER, PARTS, KINDS = "receiving", "parts.toml", "kinds.toml"
Days = Annotated[int, msgspec.Meta(ge=1, le=250)]


class PartShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A part, where it goes, and why."""

    id: str
    zh: str
    en: str
    kinds: list[str]
    claims: list[str]
    causes: list[str]
    why_zh: str
    why_en: str
    basis_zh: str = ""
    basis_en: str = ""
    days: Days | None = None


class PartsShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file of the parts."""

    parts: list[PartShape]


class KindShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a kind of office takes."""

    kind: str
    takes_zh: str
    takes_en: str
    days: Days | None = None


class KindsShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file of the kinds."""

    kinds: list[KindShape]


def read_proposals(parts: Path, kinds: Path, claims: Collection[str]) -> Proposals:
    """FormError with file, line and reason where a kind or a claim is unknown, or something stands twice."""
    return Proposals(_parts(open_source(parts), claims), MappingProxyType(_kinds(open_source(kinds))))


def _parts(source: TomlText, claims: Collection[str]) -> tuple[ReferredPart, ...]:
    found: dict[str, ReferredPart] = {}
    for at, one in enumerate(read(source, PartsShape).parts):
        place = f"$.parts[{at}]"
        if one.id in found:
            raise source.refuse(f"{place}.id", N_("“{name}” is here twice"), name=one.id)
        for claim in one.claims:
            if claim not in claims:
                raise source.refuse(f"{place}.claims", N_("there is no claim “{claim}”"), claim=claim)
        kinds = tuple(_kind(source, f"{place}.kinds", name) for name in one.kinds)
        found[one.id] = ReferredPart(
            one.id, Label(one.zh, one.en), kinds, frozenset(one.claims), frozenset(one.causes),
            Label(one.why_zh, one.why_en), Label(one.basis_zh, one.basis_en), one.days)
    return tuple(found.values())


def _kinds(source: TomlText) -> dict[OfficeKind, UsualOffice]:
    found: dict[OfficeKind, UsualOffice] = {}
    for at, one in enumerate(read(source, KindsShape).kinds):
        kind = _kind(source, f"$.kinds[{at}].kind", one.kind)
        if kind in found:
            raise source.refuse(f"$.kinds[{at}].kind", N_("“{name}” is here twice"), name=one.kind)
        found[kind] = UsualOffice(Label(one.takes_zh, one.takes_en), one.days)
    return found


def _kind(source: TomlText, place: str, name: str) -> OfficeKind:
    known = {one.value: one for one in OfficeKind}
    if name not in known:
        raise source.refuse(place, N_("there is no kind of office “{name}”"), name=name)
    return known[name]


@lru_cache(maxsize=1)
def shipped_proposals() -> Proposals:
    """What comes with the program."""
    return read_proposals(shipped("forms", FOLDER, PARTS), shipped("forms", FOLDER, KINDS), CLAIMS.keys())
