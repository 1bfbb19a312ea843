"""What happened to how many cases in a period: out of the day's totals where they tell it, else counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    FromClause,
    Select,
    Subquery,
    and_,
    case,
    false,
    func,
    literal,
    or_,
    select,
    true,
    type_coerce,
    union_all,
)

from mediation_desk.domain.reports.facts import CaseFacts
from mediation_desk.domain.reports.period import Narrow
from mediation_desk.domain.reports.totals import (
    HEADCOUNT,
    MEASURES,
    NOTHING,
    WITH_MONEY,
    Dim,
    Event,
    Grain,
    Sums,
)
from mediation_desk.domain.vocabulary import Satisfaction, Source
from mediation_desk.store.reading.figures.keeping import FACTS, as_facts
from mediation_desk.store.reading.figures.totalled import Kept, between, kept_for, summed
from mediation_desk.store.tables.cases import case_key_wraps, orders, visits
from mediation_desk.store.tables.reports import case_facts, day_totals

Groups = Mapping[tuple[Any, ...], Sums]
"""Sums by the values that were asked for; nothing asked for: one group, ``()``."""

Conditions = Sequence[ColumnElement[bool]]
COUNTED: ColumnElement[bool] = case_facts.c.counted == true()
"""The condition for cases that stand in figures, as the indexes begin with it."""
DAY_OF: Mapping[Event, str] = MappingProxyType({
    Event.RECEIVED: "received_on", Event.DECIDED: "decided_on", Event.CLOSED: "closed_on",
    Event.SIGNED: "signed_on", Event.LAST_DUE: "last_due_on"})
_FLAG_OF = {Event.RECEIVED: "same_day", Event.CLOSED: "over", Event.LAST_DUE: "kept"}
_DAYS_OF = {Event.RECEIVED: "days_to_registration", Event.DECIDED: "days_to_decision",
            Event.CLOSED: "days_to_end"}
ASKED = ("contacted", "solved", "satisfied")  # of the citizen whose order it was


@dataclass(frozen=True)
class Reach:
    """Whose cases a person may count: all of the office, or those that they mediate."""

    account_id: UUID
    all_cases: bool

    def within(self, case_id: ColumnElement[UUID]) -> Conditions:
        """The condition for cases in reach."""
        if self.all_cases:
            return ()
        return (case_id.in_(select(case_key_wraps.c.case_id).where(
            case_key_wraps.c.account_id == self.account_id, case_key_wraps.c.removed_at.is_(None))),)


class Tallies:
    """Counts for one person, one narrowing."""

    def __init__(self, connection: Connection, reach: Reach, narrow: Narrow) -> None:
        self._connection, self._reach, self.narrow = connection, reach, narrow

    def of(self, event: Event, since: date | None, until: date, by: Sequence[str] = ()) -> Groups:
        """What happened from ``since`` (None: ever) to ``until``, both counted.

        ``by``: any of day, outcome, collective, flag, days, and the columns of the facts.
        """
        real = _real(event, by)
        kept = self._kept(real)
        query = self._counted(event, since, until, real) if kept is None else summed(
            kept, event, since, until, real, lambda first, last: self._counted(event, first, last, real))
        return _told(event, by, self._groups(query, real))

    def sum(self, event: Event, since: date | None, until: date) -> Sums:
        """The same in one."""
        return self.of(event, since, until).get((), NOTHING)

    def until(self, event: Event, day: date) -> int:
        """To how many cases it has happened by the end of that day."""
        if self._kept(()) is not None:
            return self.sum(event, None, day).cases
        return self.count(between(case_facts.c[DAY_OF[event]], None, day))

    def recount(self, event: Event, since: date | None, until: date, by: Sequence[str] = ()) -> Groups:
        """The same from the facts of every case, whatever the totals say."""
        real = _real(event, by)
        return _told(event, by, self._groups(self._counted(event, since, until, real), real))

    def open_at(self, day: date, by: Sequence[str] = ()) -> Groups:
        """The cases that were received by the end of that day, and not closed by then."""
        there = union_all(*(select(case_facts).where(*self._those(), *either) for either in open_parts(day))
                          ).subquery()
        columns = [there.c[name] for name in by]
        return self._groups(select(*columns, *_sums(there)).group_by(*columns), by)

    def most(self, event: Event, since: date | None, until: date, by: Sequence[str] = ()) -> Groups:
        """The most that a single one of these cases has, of each measure: whether it makes up a sum alone."""
        return self._most([_column(event, name) for name in by],
                          between(case_facts.c[DAY_OF[event]], since, until))

    def most_open_at(self, day: date, by: Sequence[str] = ()) -> Groups:
        """The same of the cases that were open at the end of that day."""
        return self._most([case_facts.c[name] for name in by], open_on(day))

    def _most(self, columns: Sequence[ColumnElement[Any]], those: Sequence[ColumnElement[bool]]) -> Groups:
        measured = [type_coerce(case_facts.c[name], BigInteger) if name in case_facts.c else literal(1)
                    for name in MEASURES]
        query = select(*columns, *(func.max(one) for one in measured)).where(*self._those(), *those).group_by(
            *columns)
        return {tuple(row[:len(columns)]): Sums(*(int(one or 0) for one in row[len(columns):]))
                for row in self._connection.execute(query)}

    def visits(self, since: date, until: date) -> Mapping[str, tuple[int, int]]:
        """Of the hotline's orders whose last return visit that reached somebody falls there: how many said
        yes to each question, and how many were asked."""
        told = orders_told(since, until)
        counted = [one for name in ASKED for one in (
            func.sum(case((told.c[name].is_(True), 1), else_=0)), func.count(told.c[name]))]
        row = self._connection.execute(select(*counted).select_from(self._of_orders(told)).where(
            *self._of_these())).one()
        return {name: (int(row[2 * at] or 0), int(row[2 * at + 1])) for at, name in enumerate(ASKED)}

    def asked(self, question: str, since: date, until: date, by: Sequence[str] = ()) -> Groups:
        """The orders of which that was asked there, counted apart by columns of their cases' facts, and by
        the answer (``flag``)."""
        told = orders_told(since, until)
        columns = [told.c[question] if name == "flag" else _column(Event.RECEIVED, name) for name in by]
        query = (select(*columns, func.count(), *(literal(0) for _measure in MEASURES[1:]))
                 .select_from(self._of_orders(told)).where(*self._of_these(), told.c[question].is_not(None))
                 .group_by(*columns))
        return self._groups(query, by)

    @staticmethod
    def _of_orders(told: Subquery) -> FromClause:
        return told.join(case_facts, case_facts.c.case_id == told.c.case_id)

    def _of_these(self) -> list[ColumnElement[bool]]:
        """Those cases where they are found by the orders, and not by an index of their own."""
        _counted, *narrowed = self._those()
        return [func.coalesce(case_facts.c.counted, false()) == true(), *narrowed]

    def cases(self, conditions: Sequence[ColumnElement[bool]], order: str, offset: int,
              limit: int | None) -> list[UUID]:
        """The cases behind a number, the latest first, a page at a time."""
        found = (select(case_facts.c.case_id).where(*self._those(), *conditions)
                 .order_by(case_facts.c[order].desc(), case_facts.c.seq.desc()).offset(offset).limit(limit))
        return list(self._connection.scalars(found))

    def count(self, conditions: Sequence[ColumnElement[bool]]) -> int:
        """How many cases stand behind a number."""
        counted = select(func.count()).select_from(case_facts).where(*self._those(), *conditions)
        return int(self._connection.execute(counted).scalar_one())

    def commonest(self, name: str, limit: int) -> list[str]:
        """The texts that most cases have in a column, in their own order; empty ones are none."""
        if self._reach.all_cases and self.narrow.is_wide and name in set(Dim):
            return sorted(self._commonest_total(Dim(name), limit))
        column = case_facts.c[name]
        query = (select(column).where(*self._those(), column != "").group_by(column)
                 .order_by(func.count().desc(), column).limit(limit))
        return sorted(str(one) for one in self._connection.scalars(query))

    def _commonest_total(self, dim: Dim, limit: int) -> list[str]:
        """The same out of the months' totals."""
        value, cases = day_totals.c.value, func.sum(day_totals.c.cases)
        query = (select(value).where(day_totals.c.grain == Grain.MONTH.value, day_totals.c.dim == dim.value,
                                     day_totals.c.event == Event.RECEIVED.value, value != "")
                 .group_by(value).having(cases > 0).order_by(cases.desc(), value).limit(limit))
        return [str(one) for one in self._connection.scalars(query)]

    def facts(self, conditions: Sequence[ColumnElement[bool]]) -> list[CaseFacts]:
        """The facts of the cases behind a number."""
        found = select(*(case_facts.c[name] for name in FACTS)).where(*self._those(), *conditions)
        return [as_facts(row) for row in self._connection.execute(found)]

    def _groups(self, query: Select[Any], by: Sequence[str]) -> Groups:
        found = {tuple(map(_typed, by, row[:len(by)])): Sums(*(int(one or 0) for one in row[len(by):]))
                 for row in self._connection.execute(query)}
        return {values: sums for values, sums in found.items() if sums.cases}

    def _kept(self, by: Sequence[str]) -> Kept | None:
        """The totals that tell it; None: it must be counted."""
        return kept_for(self.narrow, by) if self._reach.all_cases else None

    # -- counted -----------------------------------------------------------------------------

    def _counted(self, event: Event, since: date | None, until: date, by: Sequence[str]) -> Select[Any]:
        columns = [_column(event, name) for name in by]
        measured = _sums(case_facts, money=event in WITH_MONEY)
        return select(*columns, *measured).where(
            *self._those(), *between(case_facts.c[DAY_OF[event]], since, until)).group_by(*columns)

    def _those(self) -> list[ColumnElement[bool]]:
        """The cases that count for this person, as narrowed."""
        narrow = self.narrow
        found: list[ColumnElement[bool]] = [COUNTED]
        for name, values in (("mediator_id", narrow.mediators), ("source", narrow.sources),
                             ("kind_of_work", narrow.kinds), ("platform", narrow.platforms),
                             ("cause", narrow.causes), ("claim", narrow.claims),
                             ("station", narrow.stations), ("site_id", narrow.sites)):
            if values:
                found.append(case_facts.c[name].in_(list(values)))
        return [*found, *self._reach.within(case_facts.c.case_id)]


def happened(event: Event, since: date | None, until: date, match: Mapping[str, Any]
             ) -> list[ColumnElement[bool]]:
    """The condition for the cases to which it happened there; ``match``: what :meth:`Tallies.of` told
    them apart by."""
    return [*between(case_facts.c[DAY_OF[event]], since, until), *matching(event, match)]


def matching(event: Event, match: Mapping[str, Any]) -> list[ColumnElement[bool]]:
    """The condition for cases with these values; a tuple: with one of them."""
    return [_is(_column(event, name), value) for name, value in match.items()]


def noted(event: Event, names: Sequence[str]) -> list[ColumnElement[bool]]:
    """The condition for cases of which these are known."""
    return [_column(event, name).is_not(None) for name in names]


def visited(since: date, until: date, match: Mapping[str, Any]) -> list[ColumnElement[bool]]:
    """The condition for the cases of the orders that :meth:`Tallies.visits` counts, with these answers."""
    told = orders_told(since, until)
    return [case_facts.c.case_id.in_(select(told.c.case_id).where(
        *(_is(told.c[name], value) for name, value in match.items())))]


def orders_told(since: date, until: date) -> Subquery:
    """What was said of each of the hotline's orders on the last return visit that reached somebody, where
    that was made there. A case from there of which nobody noted the order is one order, by its own last
    visit."""
    later = visits.alias("later")
    reached = func.coalesce(visits.c.connected, true()) == true()
    follows = or_(later.c.visited_on > visits.c.visited_on,
                  and_(later.c.visited_on == visits.c.visited_on, later.c.id > visits.c.id))
    newer = select(later.c.id).where(  # of one case, by which they are found
        later.c.case_id == visits.c.case_id, later.c.order_id == visits.c.order_id,
        later.c.removed_at.is_(None), follows,
        func.coalesce(later.c.connected, true()) == true()).exists()
    noted_ = (select(visits.c.case_id, visits.c.contacted, visits.c.solved,
                     (visits.c.satisfaction == Satisfaction.SATISFIED).label("satisfied"))
              .join(orders, orders.c.id == visits.c.order_id)
              .where(visits.c.visited_on.between(since, until), visits.c.removed_at.is_(None), reached,
                     orders.c.removed_at.is_(None), orders.c.source == Source.HOTLINE, ~newer))
    has_order = select(orders.c.id).where(orders.c.case_id == case_facts.c.case_id,
                                          orders.c.removed_at.is_(None)).exists()
    bare = select(case_facts.c.case_id, *(case_facts.c[name] for name in ASKED)).where(
        COUNTED, case_facts.c.visited_on.between(since, until), case_facts.c.source == Source.HOTLINE,
        ~has_order)
    return union_all(noted_, bare).subquery()


def _typed(name: str, value: Any) -> Any:
    """A value as facts have it; totals keep every one as a text."""
    return UUID(value) if name == "site_id" and isinstance(value, str) else value


def _is(column: ColumnElement[Any], value: object) -> ColumnElement[bool]:
    if isinstance(value, tuple):
        return column.in_(list(value))
    return column.is_(None) if value is None else column == value


def open_on(day: date) -> list[ColumnElement[bool]]:
    """The condition for the cases that were open at the end of that day."""
    return [or_(*(and_(*either) for either in open_parts(day)))]


def open_parts(day: date) -> tuple[list[ColumnElement[bool]], list[ColumnElement[bool]]]:
    """The same in its two parts: never closed, or closed later.

    Either is found by the days of closing, so that nobody looks at all that was ever received: the day of
    receipt stands where no index is used for it.
    """
    received = func.coalesce(case_facts.c.received_on, case_facts.c.received_on) <= day
    return ([COUNTED, case_facts.c.closed_on.is_(None), received],
            [COUNTED, case_facts.c.closed_on > day, received])


_NOWHERE = {"outcome": "", "flag": False, "days": None}
"""What an event has that is not told apart by it."""


def _real(event: Event, by: Sequence[str]) -> list[str]:
    """Of what is asked for, that by which such events can be told apart."""
    own = {"outcome": event is Event.CLOSED, "flag": event in _FLAG_OF, "days": event in _DAYS_OF}
    return [name for name in by if own.get(name, True)]


def _told(event: Event, by: Sequence[str], groups: Groups) -> Groups:
    """The groups by all that was asked for."""
    real = _real(event, by)
    return {tuple(values[real.index(name)] if name in real else _NOWHERE[name] for name in by): sums
            for values, sums in groups.items()}


def _column(event: Event, name: str) -> ColumnElement[Any]:
    own = {"flag": _FLAG_OF.get(event), "days": _DAYS_OF.get(event), "day": DAY_OF[event]}.get(name, name)
    return case_facts.c[own] if own else literal(_NOWHERE[name])


def _sums(table: FromClause, *, money: bool = True) -> list[ColumnElement[Any]]:
    """What is added up, in the order of the measures; money only of what is over, for of an open case it
    still moves."""

    def summed(name: str) -> ColumnElement[Any]:
        if name in HEADCOUNT:
            return func.sum(table.c[name])
        if not money:
            return literal(0)
        if name == "uncomputed":
            return func.sum(case((table.c.computed.is_(None), 1), else_=0))
        return func.sum(type_coerce(table.c[name], BigInteger))

    return [func.count(), *map(summed, MEASURES[1:])]


def first_day(connection: Connection) -> date | None:
    """The earliest day of receipt of any case that counts."""
    found: date | None = connection.execute(
        select(func.min(case_facts.c.received_on)).where(COUNTED)).scalar()
    return found
