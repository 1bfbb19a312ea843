"""Counts that were read, put together as the cells of a form need them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from mediation_desk.domain.reports.forms.asking import Ask, Place
from mediation_desk.domain.reports.forms.dimensions import allows, facts_of, value_of, written
from mediation_desk.domain.reports.forms.form import Where
from mediation_desk.domain.reports.matters import Matters
from mediation_desk.domain.reports.totals import MEASURES, NOTHING, Sums

Groups = Mapping[tuple[Any, ...], Sums]
Told = tuple[tuple[str, str], ...]
Join = Callable[[Sums, Sums], Sums]


def larger(one: Sums, other: Sums) -> Sums:
    """Of each measure the larger one: for what one case has at most."""
    return Sums(*(max(getattr(one, name), getattr(other, name)) for name in MEASURES))


@dataclass
class Counts:
    """What was counted for each ask, and where asked for the most that a single case has in it."""

    places: Mapping[Place, Ask]
    sums: Mapping[Ask, Groups]
    matters: Matters
    most: Mapping[Ask, Groups] = field(default_factory=dict)
    _known: dict[tuple[Ask, frozenset[str], bool], dict[Told, Sums]] = field(default_factory=dict)

    def of(self, place: Place, where: Where) -> Sums:
        """The sums of the cases that ``where`` lets through."""
        return self._joined(place, where, most=False)

    def most_of(self, place: Place, where: Where) -> Sums:
        """The most that a single one of these cases has; nothing where that was not counted."""
        return self._joined(place, where, most=True)

    def by(self, place: Place, where: Where, dimension: str) -> dict[str, Sums]:
        """The same by the values of a dimension."""
        found: dict[str, Sums] = {}
        for told, sums in self._projected(place, where, (dimension,), most=False):
            value = value_of(dimension, told, self.matters)
            found[value] = found.get(value, NOTHING) + sums
        return found

    def spans(self, place: Place, where: Where) -> dict[int, int]:
        """Cases by days; those of which nobody knows are left out."""
        found: dict[int, int] = {}
        for told, sums in self._projected(place, where, ("days",), most=False):
            if told["days"]:
                found[int(told["days"])] = found.get(int(told["days"]), 0) + sums.cases
        return found

    def _joined(self, place: Place, where: Where, *, most: bool) -> Sums:
        join: Join = larger if most else Sums.__add__
        total = NOTHING
        for _told, sums in self._projected(place, where, (), most=most):
            total = join(total, sums)
        return total

    def _projected(self, place: Place, where: Where, besides: tuple[str, ...], *, most: bool
                   ) -> list[tuple[dict[str, str], Sums]]:
        names = facts_of([*(name for name, _ in where), *besides])
        groups = self._few(self.places[place], names, most=most)
        told = [(dict(key), sums) for key, sums in groups.items()]
        return [(one, sums) for one, sums in told if allows(where, one, self.matters)]

    def _few(self, ask: Ask, names: frozenset[str], *, most: bool) -> dict[Told, Sums]:
        """The groups of a count told apart by no more than these facts; known once they were asked for."""
        key = (ask, names, most)
        if key not in self._known:
            join: Join = larger if most else Sums.__add__
            at = [(name, place) for place, name in enumerate(ask.names) if name in names]
            found: dict[Told, Sums] = {}
            for values, sums in (self.most if most else self.sums).get(ask, {}).items():
                told = tuple((name, written(values[place])) for name, place in at)
                found[told] = join(found[told], sums) if told in found else sums
            self._known[key] = found
        return self._known[key]
