"""The working of an award: its steps as a person would write them down, and its warnings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction

from mediation_desk.domain.calculators.citations import Citation
from mediation_desk.domain.money import Money
from mediation_desk.domain.words import Sentence

Operand = Fraction | int | Money | date | str


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the working: what, how, how much, by which article.

    The line is kept as its form and operands and written out when it is read, so that thousands
    of awards whose steps nobody reads (stakes) stay cheap. ``in_yuan``: the result is money.
    """

    label: Sentence
    form: str
    operands: tuple[Operand, ...]
    result: Operand
    in_yuan: bool
    law: tuple[Citation, ...] = ()

    @property
    def expression(self) -> str:
        """The formula with its numbers: ``4300.00 × 1``; amounts in yuan."""
        return self.form.format(*map(_Shown, self.operands))

    @property
    def value(self) -> str:
        """The result: yuan to the fen, or a count with at most four decimals."""
        return format(_Shown(self.result), "m" if self.in_yuan else "")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an award that the law leaves to be reviewed by itself: what it is, and its amount."""

    label: Sentence
    amount: Money


@dataclass(frozen=True, slots=True)
class Award:
    """What the law gives on these facts: the amount, how it was reached, what to look at again.

    Where there are ``parts`` there is no amount: whether each is due must be looked at by a person.
    """

    claim: str
    amount: Money | None
    steps: tuple[Step, ...]
    warnings: tuple[Sentence, ...]
    parts: tuple[Part, ...] = ()

    def remarked(self, *warnings: Sentence) -> Award:
        """The same with further warnings."""
        return replace(self, warnings=(*self.warnings, *warnings)) if warnings else self


@dataclass
class Working:
    """Where a calculator writes down what it does."""

    steps: list[Step] = field(default_factory=list)
    warnings: list[Sentence] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)

    def money(self, label: Sentence, form: str, *operands: Operand, result: Fraction,
              law: tuple[Citation, ...] = ()) -> Fraction:
        """A step whose result is an exact amount in yuan, handed back."""
        self.steps.append(Step(label, form, operands, result, True, law))
        return result

    def count(self, label: Sentence, form: str, *operands: Operand, result: Fraction,
              law: tuple[Citation, ...] = ()) -> Fraction:
        """A step whose result is a number of months, days or hours, handed back."""
        self.steps.append(Step(label, form, operands, result, False, law))
        return result

    def nothing(self, label: Sentence, form: str, *operands: Operand,
                law: tuple[Citation, ...] = ()) -> Fraction:
        """A step saying why nothing is due."""
        return self.money(label, form, *operands, result=Fraction(), law=law)

    def part(self, label: Sentence, amount: Fraction) -> None:
        """A part to be reviewed by itself; ``amount`` in yuan. With it the award has no single sum."""
        self.parts.append(Part(label, Money.rounded(amount * 100)))

    def warn(self, sentence: Sentence) -> None:
        """Something that a person must look at; said once."""
        if sentence not in self.warnings:
            self.warnings.append(sentence)


class _Shown:
    """An operand as it is written: ``m`` as yuan to the fen, ``%`` as a percentage."""

    __slots__ = ("operand",)

    def __init__(self, operand: Operand) -> None:
        self.operand = operand

    def __format__(self, spec: str) -> str:
        if isinstance(self.operand, Fraction | int):
            return _NUMBERS[spec](Fraction(self.operand))
        return self.operand.plain() if isinstance(self.operand, Money) else str(self.operand)


def counted(number: Fraction) -> str:
    """At most four decimals, rounded half up, without trailing zeros."""
    return _decimal(number, 4).rstrip("0").rstrip(".")


def _decimal(number: Fraction, places: int) -> str:
    scale = 10 ** places
    units, rest = divmod(abs(number) * scale, 1)
    whole, decimals = divmod(units + (rest >= Fraction(1, 2)), scale)
    return f"{'-' if number < 0 else ''}{whole}.{decimals:0{places}d}"


_NUMBERS: Mapping[str, Callable[[Fraction], str]] = {
    "": counted,
    "m": lambda number: _decimal(number, 2),
    "%": lambda number: f"{counted(number * 100)}%",
}
