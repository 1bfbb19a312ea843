"""What the charts draw: months in a row, and what a period's cases are made up of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from mediation_desk.domain.reports.months import Month, before, by_month, months_of
from mediation_desk.domain.reports.period import Narrow, Period
from mediation_desk.domain.reports.totals import Event
from mediation_desk.domain.vocabulary import KindOfWork, Outcome, Source, Term
from mediation_desk.services.desk import Desk
from mediation_desk.services.reports.overview import ALL, EVER, reading
from mediation_desk.store.reading.figures.tallies import Groups, Tallies

Shares = tuple[tuple[Term, int], ...]
"""Cases by what they have in common, in the order of the vocabulary; what no case has is left out."""


@dataclass(frozen=True)
class Series:
    """``outcomes`` of the cases closed in the period, ``sources`` and ``kinds`` of those received in it."""

    months: tuple[Month, ...]
    outcomes: Shares
    sources: Shares
    kinds: Shares


def series(desk: Desk, period: Period, narrow: Narrow = ALL) -> Series:
    """The period's months, or the twelve up to it, and the parts of what came and was closed in it."""
    with desk.reading() as work:
        tallies, spans = reading(desk, work, narrow), months_of(period)
        return Series(_months(tallies, spans), *(
            _parts(terms, tallies.of(event, period.since, period.until, (name,)))
            for terms, event, name in ((Outcome, Event.CLOSED, "outcome"), (Source, Event.RECEIVED, "source"),
                                       (KindOfWork, Event.RECEIVED, "kind_of_work"))))


def _months(tallies: Tallies, spans: tuple[Period, ...]) -> tuple[Month, ...]:
    """One question for each of what is received and closed, day by day, and two for what went before."""
    start = [tallies.sum(event, EVER, before(spans)).cases for event in (Event.RECEIVED, Event.CLOSED)]
    since, until = spans[0].since, spans[-1].until
    return by_month(spans, start[0] - start[1], *(
        _by_day(tallies.of(event, since, until, ("day",))) for event in (Event.RECEIVED, Event.CLOSED)))


def _by_day(groups: Groups) -> Mapping[date, int]:
    return {day: sums.cases for (day,), sums in groups.items()}


def _parts(terms: type[Term], groups: Groups) -> Shares:
    counted = {str(value): sums.cases for (value,), sums in groups.items()}
    return tuple((term, counted[str(term.value)]) for term in terms if counted.get(str(term.value)))
