"""A figure: a number with its unit, its definition, and the cases behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from mediation_desk.domain.reports.totals import Event


class Unit(StrEnum):
    """What a figure counts."""

    CASES = "cases"
    PEOPLE = "people"
    MONEY = "money"  # fen
    DAYS = "days"
    SHARE = "share"


@dataclass(frozen=True)
class Behind:
    """The cases behind a figure: those to which something happened in the period, or, with no ``event``,
    those that were open at its end (``at_start``: before it began). ``visited``: those from the hotline that
    were visited in it, instead. ``match``: what they have in common, a tuple where it is one of several;
    ``known``: what was noted of each."""

    event: Event | None
    match: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    at_start: bool = False
    visited: bool = False
    known: tuple[str, ...] = ()


@dataclass(frozen=True)
class Figure:
    """One number of a report. ``label`` and ``definition`` are message ids.

    ``value``: cases, people, days or fen; None where there is nothing to say, as a share of no cases has.
    ``of``: of a share, its numerator and its denominator. ``left_out``: cases that could not be counted in.
    """

    key: str
    label: str
    definition: str
    unit: Unit
    value: int | None
    of: tuple[int, int] | None = None
    behind: Behind | None = None
    left_out: int = 0


@dataclass(frozen=True)
class Section:
    """Figures that are read together; ``title`` is a message id."""

    title: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Check:
    """An identity: both sides are the same number, or the figures cannot be relied upon.

    ``left`` and ``right``: the terms of each side, label and value, counted in ``unit``.
    """

    label: str
    left: tuple[tuple[str, int], ...]
    right: tuple[tuple[str, int], ...]
    unit: Unit = Unit.CASES

    @property
    def holds(self) -> bool:
        """Whether both sides are the same."""
        return sum(value for _label, value in self.left) == sum(value for _label, value in self.right)


def percentile(spans: Mapping[int, int], percent: int) -> int | None:
    """The smallest number of days within which at least so many percent of the cases came to it (nearest
    rank); None for no cases. ``spans``: cases by days."""
    count = sum(spans.values())
    if count <= 0:
        return None
    wanted, reached = -(-count * percent // 100), 0
    for days in sorted(spans):
        reached += spans[days]
        if reached >= wanted:
            return days
    return None
