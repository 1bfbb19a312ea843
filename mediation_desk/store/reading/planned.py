"""What stands in the calendar between two days, read in four questions however many cases there are."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Row, Select, false, func, literal, select, true

from mediation_desk.domain.agenda import ANSWER, INSTALMENT, ORDERS, PERIODS, REFERRAL, SERVICE, VISITS
from mediation_desk.domain.intake.order.terms import OrderClockKind
from mediation_desk.domain.planning.clashes import Attending
from mediation_desk.domain.planning.entries import CalendarEntry, CalendarFilter, CaseInBrief, EntryKind
from mediation_desk.domain.vocabulary import ClockKind, Role, SessionForm, SessionState, Side, Status
from mediation_desk.store.reading.lists import Lists, at_sites
from mediation_desk.store.tables.cases import parties, sessions, visits
from mediation_desk.store.tables.desk import agenda_rows, case_rows
from mediation_desk.store.tables.journal import journal

BRIEF = tuple(one.name for one in fields(CaseInBrief))
LONGEST = timedelta(days=1)  # no session lasts longer: what began before cannot still be under way
SIDES = {Role.APPLICANT: Side.APPLICANT, Role.RESPONDENT: Side.RESPONDENT}
"""Whom a talk with one side takes up; whoever else is in the case sits at joint sessions alone."""
CLOCKS: dict[str, ClockKind] = {kind.value: kind for kind in ClockKind}
ORDER_CLOCKS: Mapping[str, OrderClockKind] = MappingProxyType({kind.value: kind for kind in OrderClockKind})
DAYS = MappingProxyType({INSTALMENT: EntryKind.INSTALMENT, SERVICE: EntryKind.SERVICE,
                         REFERRAL: EntryKind.REFERRAL, ANSWER: EntryKind.REFERRAL,
                         **dict.fromkeys(ORDERS, EntryKind.ORDER)})
"""What else of the agenda is a day without an hour."""
Names = Mapping[UUID, str]
NAMELESS: Names = MappingProxyType({})
NO_VISITS: Mapping[str, int] = MappingProxyType({})
_SESSION = ("starts_at", "until", "ended_at", "form", "mode", "side", "state", "place")


@dataclass(frozen=True)
class Revision:
    """How often a session was changed since it was entered, and when last."""

    count: int
    at: datetime


class Planned:
    """The calendar as one account may read it; it asks the account's :class:`Lists` how far that is."""

    def __init__(self, connection: Connection, lists: Lists) -> None:
        self._connection, self._lists = connection, lists

    def between(self, since: date, until: date, wanted: CalendarFilter, names: Names = NAMELESS,
                visit_days: Mapping[str, int] = NO_VISITS) -> Iterator[CalendarEntry]:
        """Everything on those days, both included, in no order; of a colleague's session the hour alone.
        ``names``: what the mediators are called; ``visit_days``: how many days later return visits are
        planned, by their kind in the agenda."""
        yield from self._sessions(since, until, wanted, names)
        if not wanted.room:
            yield from self._agenda(since, until, wanted, names)
            yield from self._visits(since, until, wanted, names)
            for kind, days in visit_days.items():
                yield from self._to_visit(kind, timedelta(days=days), (since, until), wanted, names)

    def around(self, starts_at: datetime, ends_at: datetime) -> list[CalendarEntry]:
        """The sessions that may be under way at some moment between, colleagues' as their bare hours with
        their rooms, which only whoever compares them may know."""
        rows = self._connection.execute(self._of_sessions(starts_at - LONGEST, ends_at))
        return [_session(row, with_room=True) for row in rows]

    def chosen(self, session_ids: Collection[UUID]) -> list[CalendarEntry]:
        """Those of these sessions that may be read in full."""
        query = self._select().where(sessions.c.id.in_(list(session_ids)), self._standing(),
                                     self._lists.sees())
        return [_session(row) for row in self._connection.execute(query)]

    def _sessions(self, since: date, until: date, wanted: CalendarFilter, names: Names
                  ) -> Iterator[CalendarEntry]:
        begin, end = datetime.combine(since, time()), datetime.combine(until + timedelta(days=1), time())
        query = self._of_sessions(begin, end)
        if wanted.mediator_id:
            query = query.where(_mediator() == wanted.mediator_id)
        if wanted.room:
            query = query.where(sessions.c.place == wanted.room)
        for row in self._connection.execute(query.where(_at_site(wanted))):
            if not wanted.room or row.visible or row.form is SessionForm.OFFICE:
                yield _session(row, names)

    def _of_sessions(self, begin: datetime, end: datetime) -> Select[Any]:
        """Those that begin in the stretch; colleagues' that were called off keep nobody busy."""
        taken = sessions.c.state.is_(None) | (sessions.c.state != SessionState.CALLED_OFF)
        return self._select().where(sessions.c.starts_at >= begin, sessions.c.starts_at < end,
                                    self._standing(), taken | self._lists.sees())

    def _select(self) -> Select[Any]:
        return select(sessions.c.id, *(sessions.c[name] for name in _SESSION), _mediator().label("who"),
                      self._lists.sees().label("visible"), self._lists.mediates().label("own"),
                      *self._case()).join(case_rows, case_rows.c.case_id == sessions.c.case_id)

    @staticmethod
    def _standing() -> ColumnElement[bool]:
        return sessions.c.removed_at.is_(None) & _is_there()

    @staticmethod
    def _case() -> list[ColumnElement[Any]]:
        return [case_rows.c.mediator_id, case_rows.c.status, *(case_rows.c[name] for name in BRIEF)]

    def _agenda(self, since: date, until: date, wanted: CalendarFilter, names: Names
                ) -> Iterator[CalendarEntry]:
        query = (select(agenda_rows.c.kind, agenda_rows.c.on, agenda_rows.c.at, agenda_rows.c.amount,
                        agenda_rows.c.number.label("instalment"), self._lists.mediates().label("own"),
                        *self._case())
                 .join(case_rows, case_rows.c.case_id == agenda_rows.c.case_id)
                 .where(agenda_rows.c.on >= since, agenda_rows.c.on <= until,
                        agenda_rows.c.kind.in_([*PERIODS, *DAYS]), self._lists.sees()))
        for row in self._connection.execute(_narrowed(query, wanted)):
            kind = DAYS.get(row.kind, EntryKind.PERIOD)
            yield CalendarEntry(
                kind=kind, on=row.on,
                mediator_id=row.mediator_id, mediator=names.get(row.mediator_id, ""), case=_brief(row),
                own=bool(row.own), open=_is_open(row), clock=CLOCKS.get(row.kind),
                order=ORDER_CLOCKS.get(row.kind), ends_by=row.at if row.kind in ORDER_CLOCKS else None,
                number=row.instalment, amount=row.amount)

    def _visits(self, since: date, until: date, wanted: CalendarFilter, names: Names
                ) -> Iterator[CalendarEntry]:
        query = (select(visits.c.visited_on, self._lists.mediates().label("own"), *self._case())
                 .join(case_rows, case_rows.c.case_id == visits.c.case_id)
                 .where(visits.c.visited_on >= since, visits.c.visited_on <= until,
                        visits.c.removed_at.is_(None), _is_there(), self._lists.sees()))
        for row in self._connection.execute(_narrowed(query, wanted)):
            yield CalendarEntry(kind=EntryKind.VISIT, on=row.visited_on, mediator_id=row.mediator_id,
                                mediator=names.get(row.mediator_id, ""), case=_brief(row),
                                own=bool(row.own), open=_is_open(row))

    def _to_visit(self, kind: str, later: timedelta, between: tuple[date, date], wanted: CalendarFilter,
                  names: Names) -> Iterator[CalendarEntry]:
        """The return visits of one kind that are still to be made, on the days for which they are planned."""
        since, until = (day - later for day in between)
        query = (select(agenda_rows.c.on, self._lists.mediates().label("own"), *self._case())
                 .join(case_rows, case_rows.c.case_id == agenda_rows.c.case_id)
                 .where(agenda_rows.c.on >= since, agenda_rows.c.on <= until, agenda_rows.c.kind == kind,
                        self._lists.sees()))
        for row in self._connection.execute(_narrowed(query, wanted)):
            yield CalendarEntry(kind=EntryKind.VISIT, on=row.on + later, mediator_id=row.mediator_id,
                                mediator=names.get(row.mediator_id, ""), case=_brief(row),
                                own=bool(row.own), open=_is_open(row), occasion=VISITS[kind])

    def attending(self, sittings: Sequence[CalendarEntry]) -> dict[UUID, frozenset[Attending]]:
        """Who sits in each of these sessions (by its key): all parties of its case, or those of its side."""
        cases = {one.case.case_id for one in sittings if one.case}
        known = self._parties(cases)
        return {one.row_id: frozenset(party for role, party in known.get(one.case.case_id, ())
                                      if one.side is None or SIDES.get(role) is one.side)
                for one in sittings if one.case and one.row_id}

    def parties_of(self, case_id: UUID, side: Side | None) -> frozenset[Attending]:
        """The same of a session that is being planned."""
        return frozenset(party for role, party in self._parties({case_id}).get(case_id, ())
                         if side is None or SIDES.get(role) is side)

    def _parties(self, case_ids: Collection[UUID]) -> dict[UUID, list[tuple[Role, Attending]]]:
        query = select(parties.c.case_id, parties.c.role, parties.c.name, parties.c.id_number,
                       parties.c.credit_code).where(
            parties.c.case_id.in_(list(case_ids)), parties.c.removed_at.is_(None))
        found: dict[UUID, list[tuple[Role, Attending]]] = {}
        for row in self._connection.execute(query):
            party = Attending(row.name, row.id_number or row.credit_code)
            found.setdefault(row.case_id, []).append((row.role, party))
        return found

    def revisions(self, entries: Sequence[CalendarEntry]) -> dict[UUID, Revision]:
        """How often each of these sessions was changed, by its key."""
        keys = {str(one.row_id): one.row_id for one in entries if one.row_id}
        cases = {one.case.case_id for one in entries if one.case}
        query = (select(journal.c.row_id, func.count().label("times"), func.max(journal.c.at).label("last"))
                 .where(journal.c.chain.in_(list(cases)), journal.c.table_name == literal("sessions"),
                        journal.c.row_id.in_(list(keys)))
                 .group_by(journal.c.row_id))
        return {keys[row.row_id]: Revision(row.times - 1, row.last)
                for row in self._connection.execute(query)}


def _is_there() -> ColumnElement[bool]:
    """The case was not taken out. Said so that no planner begins with all that were not, when a few days'
    rows are wanted."""
    return func.coalesce(case_rows.c.removed, true()) == false()


def _mediator() -> ColumnElement[Any]:
    """Who holds the session: the case's mediator where it names nobody else."""
    return func.coalesce(sessions.c.mediator_id, case_rows.c.mediator_id)


def _narrowed(query: Select[Any], wanted: CalendarFilter) -> Select[Any]:
    query = query.where(_at_site(wanted))
    return query.where(case_rows.c.mediator_id == wanted.mediator_id) if wanted.mediator_id else query


def _at_site(wanted: CalendarFilter) -> ColumnElement[bool]:
    return at_sites([wanted.site_id] if wanted.site_id else [])


def _session(row: Row[Any], names: Names = NAMELESS, *, with_room: bool = False) -> CalendarEntry:
    ends, who = row.ended_at or row.until, names.get(row.who, "")
    if not row.visible:
        room = {"place": row.place, "form": row.form} if with_room else {}
        return CalendarEntry(kind=EntryKind.SESSION, on=row.starts_at.date(), starts_at=row.starts_at,
                             ends_at=ends, mediator_id=row.who, mediator=who, **room)
    return CalendarEntry(
        kind=EntryKind.SESSION, on=row.starts_at.date(), starts_at=row.starts_at, ends_at=ends,
        mediator_id=row.who, mediator=who, row_id=row.id, case=_brief(row), own=bool(row.own),
        open=_is_open(row), form=row.form, mode=row.mode, side=row.side, state=row.state, place=row.place)


def _brief(row: Row[Any]) -> CaseInBrief:
    return CaseInBrief(**{name: getattr(row, name) for name in BRIEF})


def _is_open(row: Row[Any]) -> bool:
    return bool(row.status == Status.OPEN)
