"""The office's own law tables: the figures it entered and the holiday years it imported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from mediation_desk.domain.calendar import HolidayYear, WorkCalendar
from mediation_desk.domain.figures import Figure, FigureKind, Figures, Per, tabled
from mediation_desk.domain.money import Money, yuan
from mediation_desk.library.law import parse_holiday_year

FIGURES, HOLIDAYS = "law.figures", "law.holidays"
FIGURE_KINDS = {kind.value: kind for kind in FigureKind}


@dataclass(frozen=True)
class OwnFigure:
    """A figure that the office entered: where, what, how much, from when until when, whence."""

    kind: FigureKind
    place: str
    place_name: str
    amount: Money
    since: date
    source: str
    until: date | None = None
    per: Per = Per.MONTH
    months: tuple[int, ...] = ()

    @property
    def figure(self) -> Figure:
        """The same as the calculators take it."""
        return Figure(self.amount, self.source, self.since, self.until, self.per, self.months)


class OfficeLaw:
    """The office's own figures and holiday years, as its settings keep them."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self._figures: list[dict[str, Any]] = settings.get(FIGURES, [])
        self._holidays: dict[str, str] = settings.get(HOLIDAYS, {})

    @cached_property
    def own(self) -> tuple[OwnFigure, ...]:
        """The office's figures, in the order they were entered."""
        return tuple(_read(entry) for entry in self._figures)

    @cached_property
    def figures(self) -> Figures:
        """The same as the calculators look them up."""
        return Figures({own.place: own.place_name for own in self.own},
                       tabled((own.kind, own.place, own.figure) for own in self.own))

    @cached_property
    def years(self) -> dict[int, HolidayYear]:
        """The holiday years that the office imported."""
        return {int(year): parse_holiday_year(text) for year, text in self._holidays.items()}

    @property
    def texts(self) -> dict[int, str]:
        """The same years as the texts that were imported."""
        return {int(year): text for year, text in self._holidays.items()}

    def joined(self, calendar: WorkCalendar) -> WorkCalendar:
        """The calendar with the office's years; an imported year goes before the shipped one."""
        return WorkCalendar({**calendar.years, **self.years}) if self.years else calendar


def _read(entry: Mapping[str, Any]) -> OwnFigure:
    until = entry.get("until")
    return OwnFigure(FIGURE_KINDS[entry["kind"]], entry["place"], entry["place_name"], yuan(entry["amount"]),
                     date.fromisoformat(entry["since"]), entry["source"],
                     date.fromisoformat(until) if until else None, Per(entry["per"]),
                     tuple(entry.get("months", ())))
