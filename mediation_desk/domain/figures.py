"""Statutory figures by place and date in force, and the constants of national law."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction

from mediation_desk.domain.money import Money

PAID_DAYS_OF_MONTH = Fraction(87, 4)  # 21.75 = (365 - 104) / 12, MOHRSS notice 2025 No. 2
PAID_HOURS_OF_DAY = Fraction(8)
PAID_HOURS_OF_MONTH = PAID_DAYS_OF_MONTH * PAID_HOURS_OF_DAY  # 174
WORKDAY_OVERTIME = Fraction(3, 2)  # Labour Law, art. 44(1)
REST_DAY_OVERTIME = Fraction(2)  # Labour Law, art. 44(2)
HOLIDAY_OVERTIME = Fraction(3)  # Labour Law, art. 44(3)
ORDINARY_PAY = Fraction(1)  # the 100 % inside those rates that ordinary wages may have paid
UNTAKEN_LEAVE = Fraction(3)  # of which the ordinary 100 % was paid with the month's wage
LEAVE_YEAR_DAYS = Fraction(365)  # written into the formula, in leap years too
WAGE_CAP = Fraction(3)  # Labour Contract Law, art. 47(2): times the local average wage
CAPPED_YEARS = Fraction(12)  # Labour Contract Law, art. 47(2)
DOUBLE_WAGE_MONTHS = 11  # Implementing Regulations, art. 7
UNLAWFUL_TIMES = Fraction(2)  # Labour Contract Law, art. 87
DEDUCTION_SHARE = Fraction(1, 5)  # Provisional Rules on Wage Payment, art. 16
NON_COMPETE_SHARE = Fraction(3, 10)  # Judicial Interpretation (I), art. 36
LEAST_ADDITIONAL, MOST_ADDITIONAL = Fraction(1, 2), Fraction(1)  # Labour Contract Law, art. 85
FINAL_AWARD_MONTHS = 12  # Mediation and Arbitration Law, art. 47
INJURY_LEAVE_MONTHS = Fraction(12)  # Work Injury Insurance Regulations, art. 33
CONTRACT_LAW_IN_FORCE = date(2008, 1, 1)  # Labour Contract Law, arts. 97 and 98


class FigureKind(StrEnum):
    """Which statutory figure."""

    MINIMUM_WAGE = "minimum_wage"
    AVERAGE_WAGE = "average_wage"
    HEAT_ALLOWANCE = "heat_allowance"


class Per(StrEnum):
    """What one amount of a figure is paid for."""

    MONTH = "month"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as published: in force from ``since`` to ``until``, both counted; None: still."""

    amount: Money
    source: str
    since: date
    until: date | None = None
    per: Per = Per.MONTH

    def in_force(self, on: date) -> bool:
        """Whether the figure applies on that day."""
        return self.since <= on and (self.until is None or on <= self.until)


@dataclass(frozen=True)
class Figures:
    """The figures at hand. Places are six-digit division codes; ``names`` says what they are called.

    A district without a figure of its own takes its city's, a city its province's. Nothing at
    hand is None, which the calculators turn into a warning that can be seen.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    table: Mapping[tuple[FigureKind, str], tuple[Figure, ...]] = field(default_factory=dict)

    def find(self, kind: FigureKind, place: str | None, on: date | None) -> Figure | None:
        """The figure in force there on that day, the latest when several are; None: not at hand."""
        if place is None or on is None or not self.table:
            return None
        for key in _wider(place):
            found = [figure for figure in self.table.get((kind, key), ()) if figure.in_force(on)]
            if found:
                return max(found, key=lambda figure: figure.since)
        return None

    def minimum_wage(self, place: str | None, on: date | None) -> Figure | None:
        """The monthly minimum wage."""
        return self.find(FigureKind.MINIMUM_WAGE, place, on)

    def average_wage(self, place: str | None, on: date | None) -> Figure | None:
        """The monthly average wage of employees for the previous year, as it applies on that day."""
        return self.find(FigureKind.AVERAGE_WAGE, place, on)

    def heat_allowance(self, place: str | None, on: date | None) -> Figure | None:
        """The allowance for work in high temperatures, per month or per day."""
        return self.find(FigureKind.HEAT_ALLOWANCE, place, on)

    def joined(self, office: Figures) -> Figures:
        """These figures with the office's own: where both have one from the same day, the office's."""
        table = dict(self.table)
        for key, own in office.table.items():
            days = {figure.since for figure in own}
            kept = tuple(figure for figure in table.get(key, ()) if figure.since not in days)
            table[key] = kept + own
        return Figures({**self.names, **office.names}, table)


def tabled(entries: Iterable[tuple[FigureKind, str, Figure]]) -> dict[tuple[FigureKind, str],
                                                                    tuple[Figure, ...]]:
    """The table of :class:`Figures` from entries in any order."""
    table: dict[tuple[FigureKind, str], tuple[Figure, ...]] = {}
    for kind, place, figure in entries:
        table[kind, place] = (*table.get((kind, place), ()), figure)
    return table


def _wider(place: str) -> Iterator[str]:
    """The place itself, then its city and its province (GB/T 2260 codes)."""
    yield place
    for wider in (place[:4] + "00", place[:2] + "0000"):
        if len(place) == len(wider) and wider != place:
            yield wider


NO_FIGURES = Figures()


def final_award(amount: Money, minimum_wage: Money | None) -> bool | None:
    """Whether an item of that amount is finally decided by arbitration: not above twelve times the
    local monthly minimum wage (Mediation and Arbitration Law, art. 47(1); item by item, Rules for
    Handling Cases, art. 50). None when the minimum wage is not at hand."""
    return None if minimum_wage is None else amount <= minimum_wage * FINAL_AWARD_MONTHS
