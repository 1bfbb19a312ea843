"""Alerts for whoever answers for deadlines: what presses, what rests, what gathers, who carries how much."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mediation_desk.domain.accounts import Account, Role
from mediation_desk.domain.agenda import Due, due_range
from mediation_desk.domain.listing import MOST_DUE
from mediation_desk.domain.reports.alerts import (
    AT_REST,
    MAKING_CASES,
    MAKING_PEOPLE,
    PRESSING,
    Load,
    week_range,
    window,
)
from mediation_desk.domain.reports.period import Period
from mediation_desk.domain.reports.totals import NOTHING, Event
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.summary import CaseRow
from mediation_desk.services.desk import Desk
from mediation_desk.services.performance import acceleration
from mediation_desk.services.reading import Item, Pressing
from mediation_desk.services.reports.overview import ALL, reading
from mediation_desk.store.reading.figures.alerts import Alerts as Store
from mediation_desk.store.reading.figures.answering import company_names
from mediation_desk.store.reading.figures.reach import Reach
from mediation_desk.store.reading.figures.tallies import Groups
from mediation_desk.store.work.work import Work


@dataclass(frozen=True)
class Gathering:
    """Several cases against one company: a collective case in the making. ``key``: the company as it is
    compared; ``people``: applicants together."""

    key: str
    company: str
    cases: int
    people: int


@dataclass(frozen=True)
class Gatherings:
    """The companies against which most people stand, the most first; ``total``: of all there are."""

    companies: tuple[Gathering, ...]
    total: int


@dataclass(frozen=True)
class Resting:
    """Open cases in which nothing happened for a week, the longest first; ``total``: of all there are."""

    cases: tuple[CaseRow, ...]
    total: int


@dataclass(frozen=True)
class Alerts:
    """What presses and gathers today. ``mediator``: whose, None for everybody's; ``own``: of the person's
    own cases alone; ``loads`` and ``gatherings`` are always everybody's."""

    today: date
    mediator: UUID | None
    own: bool
    pressing: Mapping[Due, Pressing]
    resting: Resting
    gatherings: Gatherings
    loads: tuple[Load, ...]


def alerts(desk: Desk, mediator: UUID | None = None) -> Alerts:
    """What a supervisor must see in time, of all cases; for a mediator, of their own."""
    with desk.reading() as work:
        store = _store_of(desk, work)
        counts = {one: store.counts(due_range(one, desk.today)) for one in PRESSING}
        resting = store.count_resting(desk.now - AT_REST)
        return Alerts(
            desk.today, mediator, not desk.may(Verb.READ_FIGURES),
            {one: _pressing(desk, work, store, one, mediator, counts[one]) for one in PRESSING},
            Resting(tuple(store.resting(desk.now - AT_REST, mediator, MOST_DUE)), _sum(resting, mediator)),
            _gatherings(desk, work, store), _loads(desk, work, counts, resting))


def _store_of(desk: Desk, work: Work) -> Store:
    """The rows that the person at the desk may count."""
    desk.require(Verb.READ_FIGURES, own_case=True)
    return Store(work.connection, Reach(desk.who.account_id, desk.may(Verb.READ_FIGURES)))


def _sum(counts: Mapping[UUID, int], mediator: UUID | None) -> int:
    return sum(counts.values()) if mediator is None else counts.get(mediator, 0)


def _pressing(desk: Desk, work: Work, store: Store, due: Due, mediator: UUID | None,
              counts: Mapping[UUID, int]) -> Pressing:
    """The first of it, the most urgent on top; instalments that fell due at once are told as one."""
    found = store.pressing(due_range(due, desk.today), mediator, MOST_DUE)
    told = acceleration.folded(work, found, desk.today)
    return Pressing(_as_found(found, told), _sum(counts, mediator) - len(found) + len(told))


def _as_found(found: list[Item], told: list[Item]) -> tuple[Item, ...]:
    """What is told, in the order in which it was found; a whole rest that is due stands first."""
    places = {item: at for at, item in enumerate(found)}
    return tuple(sorted(told, key=lambda item: places.get(item, -1)))


# -- against one company -------------------------------------------------------------------


def _gatherings(desk: Desk, work: Work, store: Store) -> Gatherings:
    """The companies against which several cases came within thirty days."""
    span = window(desk.today)
    found = store.companies(span.since, span.until, MAKING_CASES, MAKING_PEOPLE)
    shown = found[:MOST_DUE]
    names = company_names(work.connection, [one.name for one in shown])
    return Gatherings(tuple(Gathering(one.name, names.get(one.name, one.name), one.cases, one.people)
                            for one in shown), len(found))


def against(desk: Desk, company: str, offset: int, limit: int) -> list[CaseRow]:
    """The cases against a gathering's company (its key), a page at a time, the latest first."""
    with desk.reading() as work:
        span = window(desk.today)
        keys = _store_of(desk, work).against(company, span.since, span.until, offset, limit)
        rows = {row.case_id: row for row in work.lists.rows(keys)}
        return [rows[key] for key in keys if key in rows]


# -- who carries how much ------------------------------------------------------------------


def _loads(desk: Desk, work: Work, counts: Mapping[Due, Mapping[UUID, int]],
           resting: Mapping[UUID, int]) -> tuple[Load, ...]:
    """Each mediator's load, the heaviest first; of one who no longer mediates as long as there is any."""
    tallies, last = reading(desk, work, ALL), Period.week_of(desk.today).before()
    by = ("mediator_id",)
    open_now = tallies.open_at(desk.today, by, money=False)
    got, over = (tallies.of(event, last.since, last.until, by) for event in (Event.RECEIVED, Event.CLOSED))
    found = [_load(one, open_now, got, over, counts, resting) for one in work.accounts.all()]
    mediates = {one.id for one in work.accounts.all() if Role.MEDIATOR in one.working_roles}
    shown = [one for one in found if not one.is_idle or (one.mediator_id in mediates and _may_see(desk, one))]
    return tuple(sorted(shown, key=lambda one: (-one.cases, -one.pressing[Due.OVERDUE], one.name)))


def _may_see(desk: Desk, one: Load) -> bool:
    return desk.may(Verb.READ_FIGURES) or one.mediator_id == desk.who.account_id


def _load(one: Account, open_now: Groups, got: Groups, over: Groups,
          counts: Mapping[Due, Mapping[UUID, int]], resting: Mapping[UUID, int]) -> Load:
    now = open_now.get((one.id,), NOTHING)
    return Load(
        mediator_id=one.id, name=one.name, cases=now.cases, people=now.people,
        pressing={due: count.get(one.id, 0) for due, count in counts.items()}, resting=resting.get(one.id, 0),
        received=got.get((one.id,), NOTHING).cases, closed=over.get((one.id,), NOTHING).cases)


# -- a week --------------------------------------------------------------------------------


def week_ahead(desk: Desk, week: Period, limit: int) -> Pressing:
    """The first of what a week still brings, earliest first."""
    with desk.reading() as work:
        store, wanted = _store_of(desk, work), week_range(week, desk.today)
        total = sum(store.counts(wanted).values())
        found = store.pressing(wanted, None, limit)
        told = acceleration.folded(work, found, desk.today)
        return Pressing(_as_found(found, told), total - len(found) + len(told))
