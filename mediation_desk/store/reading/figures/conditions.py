"""Which cases are behind figures: each condition said to the database, and to what is packed, alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import and_ as both
from operator import or_ as either
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from sqlalchemy import ColumnElement, and_, false, func, or_, select, true

from mediation_desk.domain.reports.answers import read
from mediation_desk.domain.reports.period import DAY
from mediation_desk.domain.reports.totals import Event
from mediation_desk.domain.vocabulary import Satisfaction, Source
from mediation_desk.store.tables.cases import orders, visits
from mediation_desk.store.tables.reports import case_facts

if TYPE_CHECKING:
    from mediation_desk.store.reading.figures.packed.counting import Mask, Packed

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


class Condition(Protocol):
    """Which cases are meant."""

    def sql(self) -> ColumnElement[bool]:
        """Said of rows of the facts."""
        ...

    def packed(self, packed: Packed) -> Mask:
        """Of each case that is packed, whether it is meant."""
        ...


@dataclass(frozen=True)
class Among:
    """A fact is one of these values; None: it is not known."""

    name: str
    values: Sequence[Any]

    def sql(self) -> ColumnElement[bool]:
        """In the database's words."""
        column, known = case_facts.c[self.name], [one for one in self.values if one is not None]
        among = column.in_(known) if known else false()
        return among if len(known) == len(self.values) else or_(among, column.is_(None))

    def packed(self, packed: Packed) -> Mask:
        """The same of what is packed."""
        return packed.among(self.name, self.values)


@dataclass(frozen=True)
class Between:
    """A day of the facts is known and lies there, both counted; None: no bound."""

    name: str
    since: date | None
    until: date | None

    def sql(self) -> ColumnElement[bool]:
        """In the database's words."""
        column = case_facts.c[self.name]
        since = [column >= self.since] if self.since else []
        until = [column <= self.until] if self.until else []
        return and_(column.is_not(None), *since, *until)

    def packed(self, packed: Packed) -> Mask:
        """The same of what is packed."""
        return packed.between(self.name, self.since, self.until)


@dataclass(frozen=True)
class Known:
    """A fact is known."""

    name: str

    def sql(self) -> ColumnElement[bool]:
        """In the database's words."""
        return case_facts.c[self.name].is_not(None)

    def packed(self, packed: Packed) -> Mask:
        """The same of what is packed."""
        return packed.known(self.name)


@dataclass(frozen=True)
class Not:
    """Of these cases none; of facts that are always known."""

    one: Condition

    def sql(self) -> ColumnElement[bool]:
        """In the database's words."""
        return ~self.one.sql()

    def packed(self, packed: Packed) -> Mask:
        """The same of what is packed."""
        return ~self.one.packed(packed)


class _Joined:
    """Several conditions as one. ``of_none``: whether it holds where there are none."""

    of_none: ClassVar[bool]
    in_sql: ClassVar[Callable[..., ColumnElement[bool]]]
    in_packed: ClassVar[Callable[[Mask, Mask], Mask]]

    def __init__(self, *each: Condition) -> None:
        self._each = each

    def sql(self) -> ColumnElement[bool]:
        """In the database's words."""
        return type(self).in_sql(true() if self.of_none else false(), *(one.sql() for one in self._each))

    def packed(self, packed: Packed) -> Mask:
        """The same of what is packed."""
        every = (one.packed(packed) for one in self._each)
        return reduce(type(self).in_packed, every, packed.every(self.of_none))


class All(_Joined):
    """All of these hold; of none: every case."""

    of_none, in_sql, in_packed = True, and_, both


class Either(_Joined):
    """One of these holds; of none: no case."""

    of_none, in_sql, in_packed = False, or_, either


@dataclass(frozen=True)
class OpenOn:
    """Open at the end of that day: received by then, and never closed, or later."""

    day: date

    def sql(self) -> ColumnElement[bool]:
        """Either is found by the days of closing, so that nobody looks at all that was ever received: the day
        of receipt stands where no index is used for it."""
        received = func.coalesce(case_facts.c.received_on, case_facts.c.received_on) <= self.day
        return or_(*(and_(COUNTED, closed, received) for closed in (
            case_facts.c.closed_on.is_(None), case_facts.c.closed_on > self.day)))

    def packed(self, packed: Packed) -> Mask:
        """The same of what is packed."""
        later = ~packed.known("closed_on") | packed.between("closed_on", self.day + DAY, None)
        return packed.between("received_on", None, self.day) & later


@dataclass(frozen=True)
class Visited:
    """Of whose orders so was said there, on the last visit for each that reached somebody (a tuple: one of
    these values)."""

    since: date
    until: date
    match: Mapping[str, Any]

    def sql(self) -> ColumnElement[bool]:
        """In the database's words."""
        last = and_(case_facts.c.asked.is_(None), self._last().sql())
        each = and_(case_facts.c.asked.is_not(None), _noted(self.since, self.until, self.match))
        return and_(case_facts.c.visited_on >= self.since, or_(last, each))

    def packed(self, packed: Packed) -> Mask:
        """The same of what is packed."""
        wanted = {name: _several(value) for name, value in self.match.items()}
        texts = [text for text in packed.texts("asked") if any(
            self.since <= one.visited_on <= self.until
            and all(getattr(one, name) in values for name, values in wanted.items()) for one in read(text))]
        return (~packed.known("asked") & self._last().packed(packed)) | packed.among("asked", texts)

    def _last(self) -> Condition:
        """What the last visit says."""
        return All(Among("source", (Source.HOTLINE,)), Between("visited_on", self.since, self.until),
                   *(Among(name, _several(value)) for name, value in self.match.items()))


def happened(event: Event, since: date | None, until: date, match: Mapping[str, Any]) -> Condition:
    """To which cases it happened there; ``match``: what :meth:`Tallies.of` told them apart by, a tuple: one
    of these values."""
    return All(Between(DAY_OF[event], since, until),
               *(_matching(event, name, _several(value)) for name, value in match.items()))


def _matching(event: Event, name: str, values: Sequence[Any]) -> Condition:
    own = fact_of(event, name)
    if own:
        return Among(own, values)
    return All() if NOWHERE[name] in values else Either()


def noted(event: Event, names: Sequence[str]) -> Condition:
    """Of which cases these are known."""
    return All(*(Known(fact_of(event, name)) for name in names))


def _several(value: object) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)


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
        *(of[name].in_(_several(value)) for name, value in match.items())).exists()


def fact_of(event: Event, name: str) -> str:
    """The fact by which that is told of such an event; empty: by none."""
    own = {"flag": FLAG_OF.get(event, ""), "days": DAYS_OF.get(event, ""), "day": DAY_OF[event]}
    return own.get(name, name)
