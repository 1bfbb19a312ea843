"""Causes of dispute that are offered at intake: forms/causes.toml, which an office may change."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec

from mediation_desk.domain.sorting.elements import Label
from mediation_desk.domain.words import N_
from mediation_desk.library.shipped import shipped
from mediation_desk.library.tomllines import open_source, read


@dataclass(frozen=True)
class Cause:
    """A cause by its name; ``number`` is its place in the courts' list of causes, where it has one."""

    label: Label
    number: str = ""


class _CauseShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    zh: str
    en: str
    number: str = ""


class _FileShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    causes: tuple[_CauseShape, ...]


def read_causes(path: Path) -> tuple[Cause, ...]:
    """The causes in the file's order; FormError with file, line and reason when it cannot be used."""
    source = open_source(path)
    shape = read(source, _FileShape)
    seen: set[str] = set()
    for i, one in enumerate(shape.causes):
        if one.zh in seen:
            raise source.refuse(f"$.causes[{i}].zh", N_("the cause “{cause}” is here twice"), cause=one.zh)
        seen.add(one.zh)
    return tuple(Cause(Label(one.zh, one.en), one.number) for one in shape.causes)


def shipped_causes() -> tuple[Cause, ...]:
    """The causes that come with the program."""
    return read_causes(shipped("forms", "causes.toml"))
