"""Day by day and month by month, what happened to how many cases: kept so that years are read in a moment.

A total is of an event (received, closed …) on a day or in a month, for all cases or for those of one source,
kind of work, cause, main claim or site. Every case adds itself to each of them. What a case adds depends on
its facts alone: when they change, the difference is added, and the totals equal a recount at any time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum
from operator import add, neg
from typing import NamedTuple

from mediation_desk.domain.money import ZERO
from mediation_desk.domain.reports.facts import CaseFacts


class Event(StrEnum):
    """What happens to a case on one day."""

    RECEIVED = "received"
    DECIDED = "decided"
    CLOSED = "closed"
    SIGNED = "signed"
    LAST_DUE = "last_due"


class Grain(StrEnum):
    """Of what length of time a total is."""

    DAY = "day"
    MONTH = "month"

    def first(self, day: date) -> date:
        """The first day of the one that the day lies in."""
        return day if self is Grain.DAY else day.replace(day=1)


class Dim(StrEnum):
    """Whose totals: all cases, or those with one value of a fact."""

    ALL = ""
    SOURCE = "source"
    KIND = "kind_of_work"
    CAUSE = "cause"
    CLAIM = "claim"
    SITE = "site_id"


class Key(NamedTuple):
    """Which total; ``day``: the first of its length of time.

    ``flag``: of a received case, registered the same day; of a closed one, over the time; of a last
    instalment, the agreement was kept. ``days``: how long it took until then: from receipt to registration
    (received), from receipt to the decision (decided), from acceptance to the end (closed); None: that
    cannot be said.
    """

    day: date
    event: Event
    dim: Dim
    value: str
    outcome: str = ""
    collective: bool = False
    flag: bool = False
    days: int | None = None
    grain: Grain = Grain.DAY


class Sums(NamedTuple):
    """What is added up: cases, people, and money in fen. ``uncomputed``: cases of which nothing could be
    computed."""

    cases: int = 0
    people: int = 0
    women: int = 0
    men: int = 0
    claimed: int = 0
    computed: int = 0
    uncomputed: int = 0
    agreed: int = 0
    paid: int = 0
    outstanding: int = 0

    def __add__(self, other: Sums) -> Sums:  # type: ignore[override]  # sums are added up, not strung together
        return Sums(*map(add, self, other))

    def __neg__(self) -> Sums:
        return Sums(*map(neg, self))


MEASURES: tuple[str, ...] = Sums._fields
HEADCOUNT = ("cases", "people", "women", "men")
WITH_MONEY = frozenset({Event.CLOSED, Event.SIGNED, Event.LAST_DUE})
"""Events that bring the case's money; of what was only received or decided it still moves."""
NOTHING = Sums()
DAY = timedelta(days=1)
Totals = Mapping[Key, Sums]


def sums_of(told: CaseFacts) -> Sums:
    """What one case adds."""
    return Sums(1, told.people, told.women, told.men, told.claimed.fen, (told.computed or ZERO).fen,
                int(told.computed is None), told.agreed.fen, told.paid.fen, told.outstanding.fen)


def of_case(told: CaseFacts | None) -> Totals:
    """Where a case adds itself; nowhere if it does not count."""
    if told is None or not told.counted:
        return {}
    mine = sums_of(told)
    headcount = Sums(**{name: getattr(mine, name) for name in HEADCOUNT})
    return {Key(grain.first(day), event, dim, value, outcome, told.collective, flag, days, grain):
            mine if event in WITH_MONEY else headcount
            for day, event, outcome, flag, days in _events(told)
            for dim in Dim for value in (str(getattr(told, dim.value)) if dim else "",)
            for grain in Grain}


def _events(told: CaseFacts) -> Iterator[tuple[date, Event, str, bool, int | None]]:
    yield told.received_on, Event.RECEIVED, "", told.same_day, told.days_to_registration
    if told.decided_on:
        yield told.decided_on, Event.DECIDED, "", False, told.days_to_decision
    if told.closed_on and told.outcome:
        yield told.closed_on, Event.CLOSED, told.outcome.value, told.over, told.days_to_end
    if told.signed_on:
        yield told.signed_on, Event.SIGNED, "", False, None
    if told.last_due_on:
        yield told.last_due_on, Event.LAST_DUE, "", told.kept, None


def moved(before: CaseFacts | None, now: CaseFacts | None) -> Totals:
    """What is to be added to the totals when a case's facts change so."""
    found = dict(of_case(now))
    for key, sums in of_case(before).items():
        found[key] = found.get(key, NOTHING) + -sums
    return {key: sums for key, sums in found.items() if sums != NOTHING}


def whole_months(since: date | None, until: date) -> list[tuple[Grain, date | None, date]]:
    """A period as the totals tell it soonest: whole months, and the days before and behind them.

    Of a month the first day is named; ``since`` None: from the beginning on.
    """
    before = None if since is None else _next_month(since - DAY)
    behind = _next_month(until) if (until + DAY).day == 1 else until.replace(day=1)
    if before is not None and before >= behind:
        return [(Grain.DAY, since, until)]
    found: list[tuple[Grain, date | None, date]] = [(Grain.MONTH, before, behind - DAY)]
    if before is not None and since != before:
        found.append((Grain.DAY, since, before - DAY))
    if behind <= until:
        found.append((Grain.DAY, behind, until))
    return found


def _next_month(day: date) -> date:
    """The first day of the month behind the one that the day lies in."""
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1)
