"""Reads the tables of ``forms/platforms/``: a case's data in the order of another platform's form."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal

import msgspec

from mediation_desk.library.shipped import shipped
from mediation_desk.library.tomllines import open_source, read

Each = Literal["applicants", "respondents", "third_parties", "representatives", "claims", "exhibits",
               "instalments", "orders"]


class PlatformField(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One field: what the platform calls it, and its text as a template over the whole case.

    ``most``: how many characters the platform takes, None where that is not known. ``private``: it is masked
    on the screen; copied it is whole. ``entered``: the field at intake in which it is entered, empty where it
    is made of more than one; ``page``: the page beside the road on which it is entered instead.
    """

    id: str
    zh: str
    en: str
    text: str
    most: int | None = None
    private: bool = False
    entered: str = ""
    page: str = ""


class PlatformGroup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Fields under one heading; ``each``: once for every one of these, called ``one`` in the texts."""

    zh: str
    en: str
    fields: list[PlatformField]
    each: Each | None = None


class Platform(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Another platform's form, in its order among the platforms."""

    title: str
    title_en: str
    groups: list[PlatformGroup]
    order: int = 1000


@cache
def shipped_platforms() -> Mapping[str, Platform]:
    """Every platform by the name of its file, in their order. FormError where a file is malformed."""
    found = {path.stem: read(open_source(path), Platform)
             for path in sorted(shipped("forms", "platforms").glob("*.toml"))}
    return MappingProxyType(dict(sorted(found.items(), key=lambda one: (one[1].order, one[0]))))
