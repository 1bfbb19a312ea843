"""Amounts that come to a whole, of which some are set by hand: the others keep the whole."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping
from typing import TypeVar

from mediation_desk.domain.money import Money, total

Place = TypeVar("Place", bound=Hashable)


def evened(amounts: Mapping[Place, Money], whole: Money, pinned: Collection[Place]) -> dict[Place, Money]:
    """The same with what the ``pinned`` leave of the whole shared among the others, in proportion to what
    they were, equally where they were nothing; exact to the fen.

    Where none is left to give or take, or one would be left with nothing, all of them stay: that they do not
    add up is then seen.
    """
    free = [place for place in amounts if place not in pinned]
    rest = whole - total(amount for place, amount in amounts.items() if place in pinned)
    if not free or rest.fen < len(free):
        return dict(amounts)
    weights = [amounts[place].fen for place in free]
    parts = rest.split(weights if all(weights) else [1] * len(free))
    if not all(parts):
        return dict(amounts)
    return dict(amounts) | dict(zip(free, parts, strict=True))


class Evening:
    """Which of the amounts a person set last: those stand, and of these the latest longest."""

    def __init__(self) -> None:
        self._set: list[object] = []

    def forget(self) -> None:
        """Nothing was set by hand."""
        self._set = []

    def after(self, edited: Collection[Place], amounts: Mapping[Place, Money], whole: Money
              ) -> dict[Place, Money]:
        """The amounts once the edited ones stand as they are. Where everything was set by hand, what was set
        first of all gives way."""
        self._set = [*(one for one in self._set if one in amounts and one not in edited), *edited]
        if len(self._set) >= len(amounts) > len(edited):
            del self._set[0]
        return evened(amounts, whole, [place for place in amounts if place in self._set])
