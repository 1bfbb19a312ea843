"""The overview of a period beside the one before and the year before; and the cases behind a number."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from mediation_desk.domain.intake.order.tables import Weights
from mediation_desk.domain.reports.figures import Behind, Check, Section
from mediation_desk.domain.reports.overview import BREAKDOWNS, Counted, Groups, checks, sections
from mediation_desk.domain.reports.period import DAY, Narrow, Period
from mediation_desk.domain.reports.totals import NOTHING, Event, Sums
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.sites import HERE
from mediation_desk.domain.summary import CaseRow
from mediation_desk.domain.vocabulary import Source
from mediation_desk.services.desk import Desk
from mediation_desk.services.forms_in_force import forms_in_force
from mediation_desk.services.order_tables import table_of
from mediation_desk.store.reading.figures.conditions import (
    DAY_OF,
    All,
    Condition,
    OpenOn,
    Visited,
    happened,
    noted,
)
from mediation_desk.store.reading.figures.reach import Reach
from mediation_desk.store.reading.figures.tallies import Tallies
from mediation_desk.store.work.work import Work

ALL = Narrow()
Of = Callable[[Event, date | None, date, Sequence[str]], Groups]


@dataclass(frozen=True)
class Overview:
    """A period's figures; ``own``: of the person's own cases alone, as mediators read them."""

    period: Period
    narrow: Narrow
    sections: tuple[Section, ...]
    own: bool


@dataclass(frozen=True)
class Compared:
    """The same figures of three periods."""

    now: Overview
    before: Overview
    year_before: Overview


def overview(desk: Desk, period: Period, narrow: Narrow = ALL) -> Compared:
    """The period's figures, with those of the period before and of the year before."""
    with desk.reading() as work:
        tallies = reading(desk, work, narrow)
        weights = weights_of(work)
        return Compared(*(Overview(one, narrow, sections(replace(_counted(tallies, tallies.of, one),
                                                                 weights=weights)),
                                   not desk.may(Verb.READ_FIGURES))
                          for one in (period, period.before(), period.year_before())))


def weights_of(work: Work) -> Weights | None:
    """How much each rate of the hotline counts, as the office's table of it says."""
    table = table_of(Source.HOTLINE, forms_in_force(work))
    return table.weights if table else None


def reading(desk: Desk, work: Work, narrow: Narrow) -> Tallies:
    """Counts of the cases that the person at the desk may count: a supervisor all, a mediator their own."""
    desk.require(Verb.READ_FIGURES, own_case=True)
    return Tallies(work.connection, Reach(desk.who.account_id, desk.may(Verb.READ_FIGURES)), narrow)


def _counted(tallies: Tallies, of: Of, period: Period) -> Counted:
    since, until = period.since, period.until
    received = of(Event.RECEIVED, since, until, ("collective", "flag", "days"))
    closed = of(Event.CLOSED, since, until, ("outcome", "collective", "flag", "days"))
    decided = of(Event.DECIDED, since, until, ("days",))
    return Counted(
        period=period, start=stock(tallies, since - DAY), end=stock(tallies, until),
        received=_without_days(received), closed=_without_days(closed),
        due=of(Event.LAST_DUE, since, until, ("flag",)),
        spans={Event.RECEIVED: _spans(received), Event.DECIDED: _spans(decided),
               Event.CLOSED: _spans(closed)},
        visits=tallies.visits(since, until))


def stock(tallies: Tallies, day: date) -> int:
    """How many were received by the end of that day, without those closed by then."""
    return tallies.until(Event.RECEIVED, day) - tallies.until(Event.CLOSED, day)


def _without_days(groups: Groups) -> Groups:
    """The same whatever time it took, which stands last."""
    found: dict[tuple[Any, ...], Sums] = {}
    for (*rest, _days), sums in groups.items():
        found[tuple(rest)] = found.get(tuple(rest), NOTHING) + sums
    return found


def _spans(groups: Groups) -> Mapping[int, int]:
    """Cases by the days that it took."""
    found: dict[int, int] = {}
    for (*_rest, days), sums in groups.items():
        if days is not None:
            found[int(days)] = found.get(int(days), 0) + sums.cases
    return found


def reconciled(desk: Desk, period: Period, narrow: Narrow = ALL) -> tuple[Check, ...]:
    """Whether the period's figures reconcile: its identities, each counted a second way."""
    with desk.reading() as work:
        return identities(reading(desk, work, narrow), period)


def identities(tallies: Tallies, period: Period) -> tuple[Check, ...]:
    """The same within a unit of work."""
    broken_down = {name: tallies.recount(Event.RECEIVED, period.since, period.until, (name,))
                   for name in BREAKDOWNS}
    if {site for (site,) in broken_down["site_id"]} <= {HERE}:  # an office without sites is asked for none
        del broken_down["site_id"]
    broken_down["money"] = tallies.recount(Event.CLOSED, period.since, period.until, ("claim",))
    count = partial(_counted, tallies, period=period)
    standing = tallies.recount_open(period.until)
    return checks(count(tallies.of), replace(count(tallies.recount), end=standing), broken_down)


def behind(desk: Desk, period: Period, narrow: Narrow, wanted: Behind, offset: int, limit: int
           ) -> list[CaseRow]:
    """The cases behind a number, a page at a time, the latest first."""
    with desk.reading() as work:
        tallies = reading(desk, work, narrow)
        found = keys_behind(tallies, period, wanted, offset, limit)
        rows = {row.case_id: row for row in work.lists.rows(found)}
        return [rows[one] for one in found if one in rows]


def keys_behind(tallies: Tallies, period: Period, wanted: Behind, offset: int = 0, limit: int | None = None
                ) -> list[UUID]:
    """Their keys; all of them unless a page is asked for."""
    return tallies.cases(_those(period, wanted), _order(wanted), offset, limit)


def count_behind(desk: Desk, period: Period, narrow: Narrow, wanted: Behind) -> int:
    """How many cases stand behind a number."""
    with desk.reading() as work:
        return reading(desk, work, narrow).count(_those(period, wanted))


def _those(period: Period, wanted: Behind) -> Condition:
    if wanted.visited:
        return Visited(period.since, period.until, wanted.match)
    if wanted.event is None:
        return OpenOn(period.since - DAY if wanted.at_start else period.until)
    return All(happened(wanted.event, period.since, period.until, wanted.match),
               noted(wanted.event, wanted.known))


def _order(wanted: Behind) -> str:
    """The day by which the cases stand in their order."""
    if wanted.visited:
        return "visited_on"
    return "received_on" if wanted.event is None else DAY_OF[wanted.event]
