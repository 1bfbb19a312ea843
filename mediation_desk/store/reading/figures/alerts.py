"""What must be seen in time: what presses by mediator, cases at rest, several against one company."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, and_, case, false, func, or_, select

from mediation_desk.domain.agenda import DUTIES, DueRange
from mediation_desk.domain.summary import AgendaRow, CaseRow
from mediation_desk.domain.vocabulary import Status
from mediation_desk.store.reading.figures.conditions import COUNTED
from mediation_desk.store.reading.figures.reach import Reach
from mediation_desk.store.reading.lists import AGENDA_FIELDS, CASE_FIELDS
from mediation_desk.store.tables.desk import agenda_rows, case_rows
from mediation_desk.store.tables.reports import case_facts


@dataclass(frozen=True)
class Company:
    """Cases against one company. ``name``: as it is compared; ``people``: their applicants together."""

    name: str
    cases: int
    people: int


class Alerts:
    """Reads for one person: of all cases, or of those that they mediate."""

    def __init__(self, connection: Connection, reach: Reach) -> None:
        self._connection, self._reach = connection, reach

    # -- what presses --------------------------------------------------------------------

    def counts(self, wanted: DueRange) -> dict[UUID, int]:
        """How much presses so, by mediator."""
        query = (select(case_rows.c.mediator_id, func.count()).select_from(self._agenda())
                 .where(*self._pressing(wanted, None)).group_by(case_rows.c.mediator_id))
        return {key: int(count) for key, count in self._connection.execute(query)}

    def pressing(self, wanted: DueRange, mediator: UUID | None, limit: int
                 ) -> list[tuple[AgendaRow, CaseRow]]:
        """The first of what presses so: of what is late duties stand before all else, the last to have
        become late at the top; of what is to come the earliest."""
        late = wanted.newest_first
        order: list[ColumnElement[Any]] = [agenda_rows.c.on, agenda_rows.c.seq]
        if late:
            duty = case((agenda_rows.c.kind.in_(DUTIES), 0), else_=1)
            order = [duty, *(column.desc() for column in order)]
        found = agenda_rows if mediator is None else self._agenda()
        first = (select(agenda_rows.c.seq).select_from(found).where(*self._pressing(wanted, mediator))
                 .order_by(*order).limit(limit))  # before their cases are looked at
        query = (select(*(agenda_rows.c[name].label(f"agenda_{name}") for name in AGENDA_FIELDS),
                        *(case_rows.c[name] for name in CASE_FIELDS))
                 .select_from(self._agenda()).where(agenda_rows.c.seq.in_(first)).order_by(*order))
        return [(AgendaRow(**{name: getattr(row, f"agenda_{name}") for name in AGENDA_FIELDS}),
                 CaseRow(**{name: getattr(row, name) for name in CASE_FIELDS}))
                for row in self._connection.execute(query)]

    def _agenda(self) -> Any:
        return agenda_rows.join(case_rows, case_rows.c.case_id == agenda_rows.c.case_id)

    def _pressing(self, wanted: DueRange, mediator: UUID | None) -> list[ColumnElement[bool]]:
        found = [agenda_rows.c.on <= wanted.until, agenda_rows.c.kind.in_(wanted.kinds),
                 *self._reach.within(agenda_rows.c.case_id), *_of(mediator)]
        return found if wanted.since is None else [agenda_rows.c.on >= wanted.since, *found]

    # -- at rest -------------------------------------------------------------------------

    def resting(self, since: datetime, mediator: UUID | None, limit: int) -> list[CaseRow]:
        """Open cases in which nothing was noted after that instant, the longest at rest first."""
        query = (select(*(case_rows.c[name] for name in CASE_FIELDS)).where(*self._at_rest(since),
                                                                            *_of(mediator))
                 .order_by(case_rows.c.updated_at, case_rows.c.seq).limit(limit))
        return [CaseRow(**{name: getattr(row, name) for name in CASE_FIELDS})
                for row in self._connection.execute(query)]

    def count_resting(self, since: datetime) -> dict[UUID, int]:
        """How many of them each mediator has."""
        query = (select(case_rows.c.mediator_id, func.count()).where(*self._at_rest(since))
                 .group_by(case_rows.c.mediator_id))
        return {key: int(count) for key, count in self._connection.execute(query)}

    def _at_rest(self, since: datetime) -> list[ColumnElement[bool]]:
        return [case_rows.c.removed == false(), case_rows.c.status == Status.OPEN,
                case_rows.c.updated_at <= since, *self._reach.within(case_rows.c.case_id)]

    # -- against one company -------------------------------------------------------------

    def companies(self, since: date, until: date, least_cases: int, least_people: int) -> list[Company]:
        """The companies against which several cases came in these days: so many, or of so many people; the
        most people first."""
        cases, people = func.count(), func.sum(case_facts.c.people)
        query = (select(case_facts.c.company, cases, people).where(*self._received(since, until))
                 .group_by(case_facts.c.company)
                 .having(and_(cases > 1, or_(cases >= least_cases, people >= least_people)))
                 .order_by(people.desc(), cases.desc(), case_facts.c.company))
        return [Company(str(name), int(count), int(many))
                for name, count, many in self._connection.execute(query)]

    def against(self, company: str, since: date, until: date, offset: int, limit: int) -> list[UUID]:
        """The cases against one of them, a page at a time, the latest first."""
        query = (select(case_facts.c.case_id)
                 .where(*self._received(since, until), case_facts.c.company == company)
                 .order_by(case_facts.c.received_on.desc(), case_facts.c.seq.desc())
                 .offset(offset).limit(limit))
        return list(self._connection.scalars(query))

    def _received(self, since: date, until: date) -> list[ColumnElement[bool]]:
        return [COUNTED, case_facts.c.company != "",
                case_facts.c.received_on.between(since, until), *self._reach.within(case_facts.c.case_id)]


def _of(mediator: UUID | None) -> Sequence[ColumnElement[bool]]:
    return () if mediator is None else (case_rows.c.mediator_id == mediator,)
