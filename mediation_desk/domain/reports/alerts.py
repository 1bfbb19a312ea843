"""What is worth an alert, and the two weeks that a Monday page puts side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from mediation_desk.domain.agenda import INSTALMENT, PERIODS, SESSION, Due, DueRange
from mediation_desk.domain.reports.period import DAY, Period

AT_REST = timedelta(days=7)  # without an event
WINDOW = timedelta(days=30)  # in which cases against one company are looked at together
MAKING_CASES, MAKING_PEOPLE = 3, 10
"""From how many cases, or how many workers in them, a collective case is in the making: ten is what the law
calls collective (Labour Dispute Mediation and Arbitration Law, art. 7)."""


PRESSING = (Due.OVERDUE, Due.TODAY, Due.PERIODS, Due.INSTALMENTS)
"""What a supervisor follows, as Today and Cases call it; sessions are the mediators' own."""


SATURDAY = 5


def weeks(today: date) -> tuple[Period, Period]:
    """The week before and the week ahead, as a Monday page has them: on Saturday and Sunday the next Monday
    is looked to already."""
    ahead = Period.week_of(today + timedelta(days=7) if today.weekday() >= SATURDAY else today)
    return ahead.before(), ahead


def week_range(week: Period, today: date) -> DueRange:
    """All that a week still brings: periods that end, sessions, instalments; what is over is not ahead."""
    return DueRange((*PERIODS, SESSION, INSTALMENT), max(week.since, today), week.until)


def window(today: date) -> Period:
    """The days in which cases against one company count together, today the last of them."""
    return Period(today - WINDOW + DAY, today)


@dataclass(frozen=True)
class Load:
    """What one mediator carries: open cases and the people in them, what presses, how many cases are at
    rest, and what came and was closed last week."""

    mediator_id: UUID
    name: str
    cases: int
    people: int
    pressing: Mapping[Due, int]
    resting: int
    received: int
    closed: int

    @property
    def is_idle(self) -> bool:
        """Whether there is nothing to say of them."""
        return not any((self.cases, *self.pressing.values(), self.resting, self.received, self.closed))
