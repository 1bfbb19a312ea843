"""Conditions for the cases behind figures: what happened to them when, how they stood, what was said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, and_, func, literal, or_, select, true

from mediation_desk.domain.reports.totals import Event
from mediation_desk.domain.vocabulary import Satisfaction, Source
from mediation_desk.store.reading.figures.totalled import between
from mediation_desk.store.tables.cases import orders, visits
from mediation_desk.store.tables.reports import case_facts

Conditions = Sequence[ColumnElement[bool]]
COUNTED: ColumnElement[bool] = case_facts.c.counted == true()
"""The condition for cases that stand in figures, as the indexes begin with it."""
DAY_OF: Mapping[Event, str] = MappingProxyType({
    Event.RECEIVED: "received_on", Event.DECIDED: "decided_on", Event.CLOSED: "closed_on",
    Event.SIGNED: "signed_on", Event.LAST_DUE: "last_due_on"})
FLAG_OF = {Event.RECEIVED: "same_day", Event.CLOSED: "over", Event.LAST_DUE: "kept"}
DAYS_OF = {Event.RECEIVED: "days_to_registration", Event.DECIDED: "days_to_decision",
            Event.CLOSED: "days_to_end"}
ASKED = ("contacted", "solved", "satisfied")  # of the citizen whose order it was
NOWHERE = {"outcome": "", "flag": False, "days": None}
"""What an event has that is not told apart by it."""


def happened(event: Event, since: date | None, until: date, match: Mapping[str, Any]
             ) -> list[ColumnElement[bool]]:
    """The condition for the cases to which it happened there; ``match``: what :meth:`Tallies.of` told
    them apart by."""
    return [*between(case_facts.c[DAY_OF[event]], since, until), *matching(event, match)]


def matching(event: Event, match: Mapping[str, Any]) -> list[ColumnElement[bool]]:
    """The condition for cases with these values; a tuple: with one of them."""
    return [_is(column_of(event, name), value) for name, value in match.items()]


def noted(event: Event, names: Sequence[str]) -> list[ColumnElement[bool]]:
    """The condition for cases of which these are known."""
    return [column_of(event, name).is_not(None) for name in names]


def visited(since: date, until: date, match: Mapping[str, Any]) -> list[ColumnElement[bool]]:
    """The condition for the cases of the orders that :meth:`Tallies.visits` counts, with these answers."""
    last = and_(case_facts.c.asked.is_(None), case_facts.c.source == Source.HOTLINE,
                case_facts.c.visited_on <= until, *(_is(case_facts.c[name], value)
                                                    for name, value in match.items()))
    each = and_(case_facts.c.asked.is_not(None), _noted(since, until, match))
    return [case_facts.c.visited_on >= since, or_(last, each)]


def _noted(since: date, until: date, match: Mapping[str, Any]) -> ColumnElement[bool]:
    """Whether so was said of one of the case's orders, on the last visit for it that reached somebody."""
    later = visits.alias("later")
    follows = or_(later.c.visited_on > visits.c.visited_on,
                  and_(later.c.visited_on == visits.c.visited_on, later.c.id > visits.c.id))
    newer = select(later.c.id).where(  # of one case, by which they are found
        later.c.case_id == visits.c.case_id, later.c.order_id == visits.c.order_id,
        later.c.removed_at.is_(None), follows,
        func.coalesce(later.c.connected, true()) == true()).exists()
    of = {"contacted": visits.c.contacted, "solved": visits.c.solved,
          "satisfied": visits.c.satisfaction == Satisfaction.SATISFIED}
    return select(visits.c.id).join(orders, orders.c.id == visits.c.order_id).where(
        visits.c.case_id == case_facts.c.case_id, visits.c.visited_on.between(since, until),
        visits.c.removed_at.is_(None), func.coalesce(visits.c.connected, true()) == true(),
        orders.c.removed_at.is_(None), orders.c.source == Source.HOTLINE, ~newer,
        *(_is(of[name], value) for name, value in match.items())).exists()


def _is(column: ColumnElement[Any], value: object) -> ColumnElement[bool]:
    if isinstance(value, tuple):
        return column.in_(list(value))
    return column.is_(None) if value is None else column == value


def open_on(day: date) -> list[ColumnElement[bool]]:
    """The condition for the cases that were open at the end of that day: never closed, or closed later.

    Either is found by the days of closing, so that nobody looks at all that was ever received: the day of
    receipt stands where no index is used for it.
    """
    received = func.coalesce(case_facts.c.received_on, case_facts.c.received_on) <= day
    return [or_(*(and_(COUNTED, closed, received)
                  for closed in (case_facts.c.closed_on.is_(None), case_facts.c.closed_on > day)))]


def column_of(event: Event, name: str) -> ColumnElement[Any]:
    """The column by which that is told of such an event."""
    own = fact_of(event, name)
    return case_facts.c[own] if own else literal(NOWHERE[name])


def fact_of(event: Event, name: str) -> str:
    """The fact by which that is told of such an event; empty: by none."""
    own = {"flag": FLAG_OF.get(event, ""), "days": DAYS_OF.get(event, ""), "day": DAY_OF[event]}
    return own.get(name, name)
