"""Statutory figures by place and date in force, and the constants of national law."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction

from mediation_desk.domain.money import Money
from mediation_desk.domain.vocabulary import Term
from mediation_desk.domain.words import N_, DeskError, Sentence, say

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
UNRENEWED_MONTHS = 12  # Beijing High Court 〔2024〕534, question 41(3); 11 where a month of grace is given
UNLAWFUL_TIMES = Fraction(2)  # Labour Contract Law, art. 87
DEDUCTION_SHARE = Fraction(1, 5)  # Provisional Rules on Wage Payment, art. 16
NON_COMPETE_SHARE = Fraction(3, 10)  # Judicial Interpretation (I), art. 36
LEAST_ADDITIONAL, MOST_ADDITIONAL = Fraction(1, 2), Fraction(1)  # Labour Contract Law, art. 85
FINAL_AWARD_MONTHS = 12  # Mediation and Arbitration Law, art. 47
CONTRACT_LAW_IN_FORCE = date(2008, 1, 1)  # Labour Contract Law, arts. 97 and 98


class FigureKind(Term):
    """Which statutory figure."""

    MINIMUM_WAGE = "minimum_wage", N_("Minimum wage")
    AVERAGE_WAGE = "average_wage", N_("Average wage")
    HEAT_ALLOWANCE = "heat_allowance", N_("Heat allowance")


class Per(StrEnum):
    """What one amount of a figure is paid for."""

    MONTH = "month"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as published: in force from ``since`` to ``until``, both counted; None: still.

    ``months``: the months of the year in which it is paid, such as June to September; empty: all.
    """

    amount: Money
    source: str
    since: date
    until: date | None = None
    per: Per = Per.MONTH
    months: tuple[int, ...] = ()

    def in_force(self, on: date) -> bool:
        """Whether that day lies within its dates."""
        return self.since <= on and (self.until is None or on <= self.until)

    def applies(self, on: date) -> bool:
        """Whether it is in force on that day, and in its season."""
        return self.in_force(on) and (not self.months or on.month in self.months)

    @property
    def dates(self) -> Sentence:
        """Its dates in words."""
        if self.until is None:
            return say(N_("from {since} on"), since=self.since)
        return say(N_("{since} to {until}"), since=self.since, until=self.until)


@dataclass(frozen=True)
class Figures:
    """The figures at hand. Places are six-digit division codes; ``names`` says what they are called.

    A district without a figure of its own takes its city's, a city its province's. Nothing at
    hand is None, which the calculators turn into a warning that can be seen.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    table: Mapping[tuple[FigureKind, str], tuple[Figure, ...]] = field(default_factory=dict)

    def find(self, kind: FigureKind, place: str | None, on: date | None) -> Figure | None:
        """The figure that applies there on that day, the latest when several do; None: not at hand."""
        if place is None or on is None or not self.table:
            return None
        return next((figure for _, figure in self._known(kind, place) if figure.applies(on)), None)

    def in_force(self, kind: FigureKind, place: str, on: date) -> tuple[str, Figure] | None:
        """The figure in force there on that day, in its season or not, and the place that it is of: the
        place itself, its city or its province."""
        return next((known for known in self._known(kind, place) if known[1].in_force(on)), None)

    def _known(self, kind: FigureKind, place: str) -> list[tuple[str, Figure]]:
        """All figures for a place with whose they are, the nearest place's latest first."""
        whose = [(key, figure) for key in _wider(place) for figure in self.table.get((kind, key), ())]
        nearest = list(_wider(place))
        return sorted(whose, key=lambda one: (nearest.index(one[0]), -one[1].since.toordinal()))

    def why_not(self, kind: FigureKind, place: str | None, on: date | None) -> Sentence:
        """Why none is found: no place or day, none at hand, or outside its dates or its season."""
        if place is None or on is None:
            return say(N_("region {place}, day {day}"), place=place or "—", day=on or "—")
        known = self._known(kind, place)
        if not known:
            return say(N_("none of {place} is at hand for {day}"), place=self.called(place), day=on)
        in_force = self.in_force(kind, place, on)
        if in_force:
            key, figure = in_force
            return say(N_("{day} lies outside the season of the figure of {place}, which is paid in the "
                          "months {months}"), day=on, place=self.called(key),
                       months=[str(month) for month in figure.months])
        return say(N_("{day} lies outside the dates that the figures of {place} apply to: {dates}"), day=on,
                   place=self.called(known[0][0]), dates=[figure.dates for _, figure in known])

    def is_outside(self, kind: FigureKind, place: str | None, on: date | None) -> bool:
        """Whether figures of the place are at hand, only none of that day."""
        return (place is not None and on is not None and self.find(kind, place, on) is None
                and bool(self._known(kind, place)))

    def called(self, place: str) -> str:
        """The place's name, its code where that is all there is."""
        return self.names.get(place, place)

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


def read_months(text: str) -> tuple[int, ...]:
    """The months of a season from 6-9, 6,7,8,9 or 6月至9月; nothing for none. A season may run over the
    end of the year (11-2). DeskError for anything else."""
    months: list[int] = []
    for part in re.split(r"[,，、;；\s]+", unicodedata.normalize("NFKC", text).replace("月", "").strip()):
        if part:
            months += _season(part, text)
    return tuple(dict.fromkeys(months))


def _season(part: str, text: str) -> list[int]:
    found = re.fullmatch(r"(\d{1,2})(?:[-~至到](\d{1,2}))?", part)
    first, last = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
    if not (1 <= first <= 12 and 1 <= last <= 12):
        raise DeskError(N_("“{text}” is not a season, such as 6-9 for June to September."), field="months",
                        text=text)
    return [(first - 1 + n) % 12 + 1 for n in range((last - first) % 12 + 1)]


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
