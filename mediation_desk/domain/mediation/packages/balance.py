"""Weighing a package: each side's gain above its own bottom line, and the amount that balances them best.

Nash, The Bargaining Problem (Econometrica 1950): the product of the gains; Raiffa, The Art and Science of
Negotiation (1982): the largest smaller gain. All of it in whole numbers and fractions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from mediation_desk.domain.mediation.packages.shapes import Shape
from mediation_desk.domain.mediation.worth import Factors


@dataclass(frozen=True)
class Line:
    """A worth in fen that grows evenly with the amount: ``at + slope * amount``."""

    at: Fraction
    slope: Fraction

    def of(self, amount: int) -> Fraction:
        """The worth of that amount."""
        return self.at + self.slope * amount


@dataclass(frozen=True)
class Weighed:
    """A shape with both sides' gains, and the amounts from ``low`` to ``high`` (fen) that are possible."""

    shape: Shape
    low: int
    high: int
    workers: Line
    company: Line

    def gains(self, amount: int) -> tuple[Fraction, Fraction]:
        """What the workers and the respondents gain over their bottom lines, in fen of worth."""
        return self.workers.of(amount), self.company.of(amount)

    def nash(self, amount: int) -> Fraction:
        """The product of both gains; below zero where a side would lose."""
        ours, theirs = self.gains(amount)
        return ours * theirs if ours >= 0 and theirs >= 0 else min(ours, theirs)

    def least(self, amount: int) -> Fraction:
        """The smaller gain."""
        return min(self.gains(amount))

    def best_nash(self) -> int:
        """The amount with the largest product: the product is a parabola, highest half way between the
        amounts at which one of the gains is nothing."""
        return self._best(self.nash, (_root(self.workers) + _root(self.company)) / 2)

    def best_least(self) -> int:
        """The amount with the largest smaller gain: where both are the same."""
        apart = self.workers.slope - self.company.slope
        return self._best(self.least, (self.company.at - self.workers.at) / apart)

    def _best(self, score: Callable[[int], Fraction], exact: Fraction) -> int:
        below = exact.numerator // exact.denominator
        near = {min(max(one, self.low), self.high) for one in (below, below + 1)}
        return max(sorted(near), key=score)


def _root(line: Line) -> Fraction:
    return -line.at / line.slope


def worth_line(shape: Shape, factors: Factors) -> Line:
    """What the shape is worth by the amount, its first share unrounded and the rest in equal parts."""
    first = factors.at(shape.days[0])
    later = [factors.at(day) for day in shape.days[1:]]
    rest = sum(later, Fraction(0)) / len(later) if later else first
    if shape.fixed is not None:
        return Line(shape.fixed * (first - rest), rest)
    part = Fraction(*shape.part)
    return Line(Fraction(0), part * first + (1 - part) * rest)


class Priced(NamedTuple):
    """A shape, the amounts (fen) that it leaves, its worth to the workers and its cost to the respondents."""

    shape: Shape
    low: int
    high: int
    ours: Line
    theirs: Line


def priced(fitting: Iterable[tuple[Shape, int, int]], workers: Factors, company: Factors) -> list[Priced]:
    """The shapes with what they are worth to whom."""
    return [Priced(shape, low, high, worth_line(shape, workers), worth_line(shape, company))
            for shape, low, high in fitting]


def least_worth(found: Iterable[Priced], amount: int) -> Fraction:
    """What that amount is worth to the workers, paid in the way among these that suits them worst."""
    return min(one.ours.of(amount) for one in found)


def most_cost(found: Iterable[Priced], amount: int) -> Fraction:
    """What that amount costs the respondents, paid in the way among these that suits them worst."""
    return max(one.theirs.of(amount) for one in found)


def weighed(found: Iterable[Priced], floor: Fraction, roof: Fraction) -> list[Weighed]:
    """The shapes with each side's gain: the workers' above the worth ``floor`` of their line, the
    respondents' below the cost ``roof`` of theirs."""
    return [Weighed(one.shape, one.low, one.high, Line(one.ours.at - floor, one.ours.slope),
                    Line(roof - one.theirs.at, -one.theirs.slope)) for one in found]


def possible(shapes: Iterable[Shape], low: int, high: int, first_low: int,
             first_high: int | None) -> Iterator[tuple[Shape, int, int]]:
    """The shapes that leave some amount, each with the amounts it leaves."""
    for shape in shapes:
        if (span := shape.span(low, high, first_low, first_high)) is not None:
            yield (shape, *span)
