"""By what statistical forms tell cases apart: each dimension with the facts that tell it, and its values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from mediation_desk.domain.reports.forms.form import FLAGS, Moment, Where
from mediation_desk.domain.reports.matters import Matters
from mediation_desk.domain.vocabulary import KindOfWork, Outcome, Source, Station, Term

TERMS: Mapping[str, type[Term]] = MappingProxyType({
    "source": Source, "kind_of_work": KindOfWork, "outcome": Outcome, "station": Station})
"""Dimensions with a fixed list of values: every value has its row, be it nothing."""
FREE = frozenset({"platform", "cause", "company"})
"""Dimensions with as many values as people wrote; their rows are limited, and hold names."""
COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType({
    **{name: (name,) for name in (*TERMS, *FREE, "claim")},
    "mediator": ("mediator_id",), "site": ("site_id",), "matter": ("claim", "cause")})
"""By which facts each dimension is told."""
KEYS = frozenset({"mediator", "site"})
"""Dimensions whose values are keys of this office's rows: no form names one of them."""
COLLECTIVE = "collective"
ANYTHING = "*"


def facts_of(names: Sequence[str]) -> frozenset[str]:
    """The facts that must be known to tell these dimensions and flags."""
    found: set[str] = set()
    for name in names:
        found.update(("flag",) if name in FLAGS else COLUMNS.get(name, (name,)))
    return frozenset(found)


def written(value: Any) -> str:
    """A fact's value as forms write it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def value_of(dimension: str, told: Mapping[str, str], matters: Matters) -> str:
    """The value of a dimension or flag; ``told``: the facts that tell it, as they are written."""
    if dimension == "matter":
        return matters.of(told["claim"], told["cause"])
    if dimension in FLAGS:
        return told["flag"]
    return told[COLUMNS.get(dimension, (dimension,))[0]]


def allows(where: Where, told: Mapping[str, str], matters: Matters) -> bool:
    """Whether a case with these facts is counted."""
    return all(value_of(name, told, matters) in values for name, values in where)


def both(one: Where, other: Where) -> Where:
    """What satisfies both."""
    found = {name: frozenset(values) for name, values in one}
    for name, values in other:
        found[name] = found[name] & frozenset(values) if name in found else frozenset(values)
    return tuple(sorted((name, tuple(sorted(values))) for name, values in found.items()))


def is_known_at(name: str, moment: Moment) -> bool:
    """Whether a dimension or flag is known of cases counted at that moment: how a case ended, of those that
    were closed; the flags each at its own."""
    if name in FLAGS:
        return FLAGS[name] is moment
    return name != "outcome" or moment is Moment.CLOSED
