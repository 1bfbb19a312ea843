"""Factors of the employment relationship: forms/relationship.toml read into the domain's factors."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec

from mediation_desk.domain.sorting.elements import Label
from mediation_desk.domain.sorting.relationship import Factor, Reading, leaning_of
from mediation_desk.domain.vocabulary import Side
from mediation_desk.domain.words import N_
from mediation_desk.library.shipped import shipped
from mediation_desk.library.tomllines import TomlText, open_source, read

_BURDENS = {side.value: side for side in Side}


class _ReadingShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    leans: Literal["employment", "in_between", "civil"]
    zh: str
    en: str


class _FactorShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    id: str
    zh: str
    en: str
    question_zh: str
    question_en: str
    evidence_zh: str
    evidence_en: str
    burden: Literal["applicant", "respondent"]
    law: str
    weighs: bool = True
    readings: tuple[_ReadingShape, ...] = ()


class _FileShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    factors: tuple[_FactorShape, ...]


def read_factors(path: Path) -> tuple[Factor, ...]:
    """The factors in the file's order; FormError with file, line and reason when it cannot be used."""
    source = open_source(path)
    shape = read(source, _FileShape)
    _check_once(source, shape)
    return tuple(_factor(source, f"$.factors[{i}]", one) for i, one in enumerate(shape.factors))


def shipped_factors() -> tuple[Factor, ...]:
    """The factors that come with the program."""
    return read_factors(shipped("forms", "relationship.toml"))


def _check_once(source: TomlText, shape: _FileShape) -> None:
    seen: set[str] = set()
    for i, factor in enumerate(shape.factors):
        if factor.id in seen:
            raise source.refuse(f"$.factors[{i}].id", N_("the factor “{id}” is here twice"), id=factor.id)
        seen.add(factor.id)


def _factor(source: TomlText, place: str, shape: _FactorShape) -> Factor:
    if shape.weighs != bool(shape.readings):
        raise source.refuse(place, N_("a factor that weighs says where its answers point, and no other does"))
    return Factor(
        id=shape.id, label=Label(shape.zh, shape.en), question=Label(shape.question_zh, shape.question_en),
        readings=tuple(Reading(leaning_of(one.leans), Label(one.zh, one.en)) for one in shape.readings),
        evidence=Label(shape.evidence_zh, shape.evidence_en), burden=_BURDENS[shape.burden], law=shape.law,
        weighs=shape.weighs)
