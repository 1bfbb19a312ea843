"""What surrounds the facts of a claim: place, day, calendar, and the statutory figures of both."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from mediation_desk.domain.calculators.given import Given
from mediation_desk.domain.calculators.working import Working
from mediation_desk.domain.calendar import WorkCalendar
from mediation_desk.domain.figures import NO_FIGURES, FigureKind, Figures
from mediation_desk.domain.words import N_, say


@dataclass(frozen=True, slots=True)
class Setting:
    """What surrounds the facts: figures at hand, the place and day they are wanted for, calendar.

    ``renewal_grace``: whether a contract that ran out may be renewed within a month before double
    wages count, as some places have it.
    """

    figures: Figures = NO_FIGURES
    place: str | None = None
    on: date | None = None
    calendar: WorkCalendar = field(default_factory=WorkCalendar)
    renewal_grace: bool = False

    def minimum_wage(self, given: Given, on: date | None, working: Working) -> Fraction | None:
        """The monthly minimum wage: the fact, else the figure in force, else None and a warning."""
        told = given.yuan_or_none("local_minimum_monthly_wage")
        return told if told is not None else self._looked_up(FigureKind.MINIMUM_WAGE, on, working, N_(
            "The local monthly minimum wage is not known ({why}), so the amount was not compared with it."))

    def average_wage(self, given: Given, on: date | None, working: Working) -> Fraction | None:
        """The local average monthly wage: the fact, else the figure, else None and a warning."""
        told = given.yuan_or_none("local_average_monthly_wage")
        return told if told is not None else self._looked_up(FigureKind.AVERAGE_WAGE, on, working, N_(
            "The local average monthly wage is not known ({why}), so the limit of three times that wage was "
            "not applied."))

    def _looked_up(self, kind: FigureKind, on: date | None, working: Working,
                   warning: str) -> Fraction | None:
        figure = self.figures.find(kind, self.place, on or self.on)
        if figure is None:
            working.warn(say(warning, why=self.figures.why_not(kind, self.place, on or self.on)))
        return figure.amount.yuan if figure else None
