"""Matters of dispute: forms/matters.toml, by which statistics group claims and causes."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from mediation_desk.domain.reports.matters import Matter, Matters
from mediation_desk.domain.sorting.answer_types import Label
from mediation_desk.domain.words import N_
from mediation_desk.library.report_shapes import MattersShape
from mediation_desk.library.shipped import shipped
from mediation_desk.library.tomllines import TomlText, open_source, read


def read_matters(path: Path, claims: Collection[str]) -> Matters:
    """The matters in the file's order. ``claims``: the claims that there are. FormError with file, line and
    reason where a claim is unknown or stands twice, or no matter takes the rest."""
    source = open_source(path)
    shape = read(source, MattersShape)
    for i, one in enumerate(shape.matters):
        for claim in one.claims:
            if claim not in claims:
                raise source.refuse(f"$.matters[{i}].claims", N_("there is no claim “{claim}”"), claim=claim)
    _refuse_twice(source, shape, "id")
    _refuse_twice(source, shape, "claims")
    _refuse_twice(source, shape, "causes")
    if sum(one.rest for one in shape.matters) != 1:
        raise source.refuse("$.matters", N_("exactly one matter takes the rest, with rest = true"))
    return Matters(tuple(Matter(one.id, Label(one.zh, one.en), frozenset(one.claims), frozenset(one.causes),
                                one.rest) for one in shape.matters))


def _refuse_twice(source: TomlText, shape: MattersShape, key: str) -> None:
    seen: set[str] = set()
    for i, one in enumerate(shape.matters):
        value = getattr(one, key)
        for name in [value] if isinstance(value, str) else value:
            if name in seen:
                raise source.refuse(f"$.matters[{i}].{key}", N_("“{name}” is here twice"), name=name)
            seen.add(name)


def shipped_matters(claims: Collection[str]) -> Matters:
    """The matters that come with the program."""
    return read_matters(shipped("forms", "matters.toml"), claims)
