"""What was given for a claim, as a calculator asks for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import cast

from mediation_desk.domain.calculators.facts import Fact, Row, missing
from mediation_desk.domain.money import Money


@dataclass(frozen=True, slots=True)
class Given:
    """A claim's facts, checked; each method raises :class:`FactError` when a needed one is missing.

    ``row``: which row of a list these are, None for the claim itself.
    """

    values: Mapping[str, object]
    facts: Mapping[str, Fact]
    row: Row | None = None

    def has(self, *names: str) -> bool:
        """Whether all of these facts are there."""
        return all(self.values.get(name) is not None for name in names)

    def yuan(self, name: str) -> Fraction:
        """An amount, exact, in yuan."""
        return cast(Money, self._needed(name)).yuan

    def yuan_or_none(self, name: str) -> Fraction | None:
        """An amount in yuan, or None."""
        value = cast(Money | None, self.values.get(name))
        return None if value is None else value.yuan

    def day(self, name: str) -> date:
        """A date."""
        return cast(date, self._needed(name))

    def day_or_none(self, name: str) -> date | None:
        """A date, or None."""
        return cast(date | None, self.values.get(name))

    def number(self, name: str) -> Fraction:
        """A count, share or rate."""
        return Fraction(cast(Fraction, self._needed(name)))

    def number_or(self, name: str, default: Fraction) -> Fraction:
        """A count, share or rate, or the default."""
        return self.number(name) if self.has(name) else default

    def choice_or(self, name: str, default: str) -> str:
        """One of the choices, or the default."""
        return cast(str, self.values.get(name) or default)

    def yes(self, name: str) -> bool:
        """Whether the answer is yes; not given is no."""
        return bool(self.values.get(name))

    def rows(self, name: str) -> list[Given]:
        """The rows of a list, each with its own facts."""
        fact = self.facts[name]
        columns = {column.name: column for column in fact.columns}
        rows = cast(Sequence[Mapping[str, object]], self._needed(name))
        return [Given(row, columns, Row(fact, number)) for number, row in enumerate(rows, start=1)]

    def _needed(self, name: str) -> object:
        value = self.values.get(name)
        if value is None:
            raise missing(self.facts[name], self.row)
        return value
