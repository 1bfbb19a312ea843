"""Facts that a claim is computed from: what each must be, and how a calculator asks for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import cast

from mediation_desk.domain.calculators.working import Working
from mediation_desk.domain.calendar import WorkCalendar
from mediation_desk.domain.figures import NO_FIGURES, Figures
from mediation_desk.domain.money import Money
from mediation_desk.domain.words import N_, DeskError, Sentence, say

FactValue = Money | date | Fraction | int | str | bool | Sequence[Mapping[str, object]]

EARLIEST, LATEST = date(1949, 10, 1), date(2199, 12, 31)
MOST = 10**9  # of any count: beyond any case, and a slip of the keyboard is told


class FactError(DeskError):
    """A fact that is missing or cannot be: ``fact`` is its name, ``expected`` what it should be."""

    def __init__(self, sentence: str, *, fact: str, **particulars: object) -> None:
        super().__init__(sentence, field=fact, fact=fact, **particulars)
        self.fact = fact


class Kind(StrEnum):
    """What sort of thing a fact is."""

    MONEY = "money"
    DATE = "date"
    NUMBER = "number"
    SHARE = "share"
    CHOICE = "choice"
    YES_NO = "yes_no"
    TEXT = "text"
    LIST = "list"


EXPECTED: Mapping[Kind, str] = {
    Kind.MONEY: N_("an amount in yuan, not negative, such as 4300.00"),
    Kind.DATE: N_("a date such as 2024-10-31"),
    Kind.NUMBER: N_("a number, not negative, such as 3 or 2.5"),
    Kind.SHARE: N_("a share from 0 to 1, such as 0.30"),
    Kind.CHOICE: N_("one of: {choices}"),
    Kind.YES_NO: N_("yes or no"),
    Kind.TEXT: N_("a text"),
    Kind.LIST: N_("a list of rows"),
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: ``choices`` of a choice, ``columns`` of a list's rows, the ``needed`` columns."""

    name: str
    kind: Kind
    label: Sentence
    choices: tuple[str, ...] = ()
    columns: tuple[Fact, ...] = ()
    needed: bool = False

    @property
    def expected(self) -> Sentence:
        """What the fact should be, in words."""
        return say(EXPECTED[self.kind], **({"choices": ", ".join(self.choices)} if self.choices else {}))

    def refuse(self, *, at: str | None = None) -> FactError:
        """The error that says what this fact should be; ``at`` names a row's column."""
        return FactError(N_("“{fact}” should be {expected}."), fact=at or self.name,
                         expected=self.expected)

    def check(self, value: object, at: str | None = None) -> None:
        """Refuse a value of the wrong sort or out of range."""
        if not _SOUND[self.kind](self, value):
            raise self.refuse(at=at)
        if self.kind is Kind.LIST:
            self._check_rows(cast(Sequence[Mapping[str, object]], value))

    def _check_rows(self, rows: Sequence[Mapping[str, object]]) -> None:
        for number, row in enumerate(rows, start=1):
            for column in self.columns:
                at = f"{self.name}[{number}].{column.name}"
                value = row.get(column.name)
                if value is not None:
                    column.check(value, at)
                elif column.needed:
                    raise column.refuse(at=at)


def _is_number(value: object) -> bool:
    return (type(value) is Fraction or type(value) is int) and 0 <= cast(Fraction, value) <= MOST


_SOUND: Mapping[Kind, Callable[[Fact, object], bool]] = {
    Kind.MONEY: lambda _, value: type(value) is Money and value.fen >= 0,
    Kind.DATE: lambda _, value: type(value) is date and EARLIEST <= value <= LATEST,
    Kind.NUMBER: lambda _, value: _is_number(value),
    Kind.SHARE: lambda _, value: _is_number(value) and cast(Fraction, value) <= 1,
    Kind.CHOICE: lambda fact, value: value in fact.choices,
    Kind.YES_NO: lambda _, value: type(value) is bool,
    Kind.TEXT: lambda _, value: type(value) is str,
    Kind.LIST: lambda _, value: (isinstance(value, Sequence) and not isinstance(value, str)
                                 and all(isinstance(row, Mapping) for row in value)),
}


@dataclass(frozen=True, slots=True)
class Setting:
    """What surrounds the facts: figures at hand, the place and day they are wanted for, calendar."""

    figures: Figures = NO_FIGURES
    place: str | None = None
    on: date | None = None
    calendar: WorkCalendar = field(default_factory=WorkCalendar)

    def minimum_wage(self, given: Given, on: date | None, working: Working) -> Fraction | None:
        """The monthly minimum wage: the fact, else the figure in force, else None and a warning."""
        told = given.yuan_or_none("local_minimum_monthly_wage")
        if told is not None:
            return told
        figure = self.figures.minimum_wage(self.place, on or self.on)
        if figure is None:
            working.warn(self._missing(N_(
                "The local monthly minimum wage (place {place}, day {day}) is not at hand, "
                "so the amount was not compared with it."), on))
        return figure.amount.yuan if figure else None

    def average_wage(self, given: Given, on: date | None, working: Working) -> Fraction | None:
        """The local average monthly wage: the fact, else the figure, else None and a warning."""
        told = given.yuan_or_none("local_average_monthly_wage")
        if told is not None:
            return told
        figure = self.figures.average_wage(self.place, on or self.on)
        if figure is None:
            working.warn(self._missing(N_(
                "The local average monthly wage (place {place}, day {day}) is not at hand, "
                "so the limit of three times that wage was not applied."), on))
        return figure.amount.yuan if figure else None

    def _missing(self, text: str, on: date | None) -> Sentence:
        return say(text, place=self.place or "—", day=on or self.on or "—")


@dataclass(frozen=True, slots=True)
class Given:
    """A claim's facts, checked; each method raises :class:`FactError` when a needed one is missing."""

    values: Mapping[str, object]
    facts: Mapping[str, Fact]

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
        return [Given(row, columns) for row in cast(Sequence[Mapping[str, object]], self._needed(name))]

    def _needed(self, name: str) -> object:
        value = self.values.get(name)
        if value is None:
            raise missing(self.facts[name])
        return value


def missing(fact: Fact) -> FactError:
    """The error for a needed fact that is not there."""
    return FactError(N_("“{fact}” is missing; it should be {expected}."), fact=fact.name,
                     expected=fact.expected)
