"""Which facts of a case are packed, and how their values are written and read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType, NoneType
from typing import Any, get_args, get_type_hints
from uuid import UUID

from mediation_desk.domain.money import Money
from mediation_desk.domain.reports.facts import CaseFacts
from mediation_desk.store.reading.figures.packed.column import Kind

NUMBER = "seq"
"""The running number of a case's facts, which is packed beside them."""


@dataclass(frozen=True)
class Packing:
    """How values of one type are packed: ``write`` makes a text or a whole number of one, ``read`` a value
    out of that."""

    kind: Kind
    write: Callable[[Any], str | int]
    read: Callable[[Any], Any]


_OF: Mapping[type, Packing] = MappingProxyType({
    bool: Packing(Kind.NUMBER, int, bool), int: Packing(Kind.NUMBER, int, int),
    date: Packing(Kind.NUMBER, date.toordinal, date.fromordinal),
    Money: Packing(Kind.WIDE, lambda one: one.fen, Money), UUID: Packing(Kind.TEXT, str, UUID),
    str: Packing(Kind.TEXT, str, str)})  # terms of the vocabulary too


def _of(told: Any) -> Packing:
    """A fact's, by its type; what may be None is of the other one."""
    kind = next((one for one in get_args(told) if one is not NoneType), told)
    return _OF.get(kind) or _OF[str]


PACKED: Mapping[str, Packing] = MappingProxyType({
    NUMBER: Packing(Kind.WIDE, int, int),
    **{name: _of(told) for name, told in get_type_hints(CaseFacts).items() if name != "case_id"}})
"""Every fact that is counted by or added up: all but which case it is."""
