"""Lists of cases, read a page at a time from the summary rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from functools import partial
from itertools import islice
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    TextClause,
    and_,
    false,
    func,
    or_,
    select,
    true,
)

from mediation_desk.domain.agenda import KINDS, DueRange
from mediation_desk.domain.listing import MOST_COUNTED, MOST_DUE, MOST_FOUND, CaseFilter
from mediation_desk.domain.particulars import Found, found_by, particulars
from mediation_desk.domain.people import Party
from mediation_desk.domain.sites import HERE
from mediation_desk.domain.summary import AgendaRow, CaseRow, PersonRow
from mediation_desk.domain.vocabulary import Role, Status
from mediation_desk.store.engines.kinds import database_of
from mediation_desk.store.reading import search
from mediation_desk.store.tables.cases import case_key_wraps, parties
from mediation_desk.store.tables.desk import agenda_rows, case_rows

AT_ONCE = 5_000  # keys in one question
CASE_FIELDS = tuple(f.name for f in fields(CaseRow))
BY_NUMBER = (Found.PHONE, Found.DOCUMENT)
NUMBERS = tuple(name for name, told in particulars(Party).items() if told.found in BY_NUMBER)
STREAM = 500  # rows fetched at once where all are taken
AGENDA_FIELDS = tuple(f.name for f in fields(AgendaRow))
Items = list[tuple[AgendaRow, CaseRow]]
"""What days bring, each with its case."""
Sites = Sequence[UUID]
"""The sites whose cases are looked at; none: of all. ``HERE``: the office itself."""


@dataclass(frozen=True)
class ApplicantNumbers:
    """The numbers of one applicant, whole."""

    party_id: UUID
    id_number: str = field(repr=False)
    phone: str = field(repr=False)


class Lists:
    """Reads pages for one account: of its own cases, unless :meth:`reach` says otherwise."""

    def __init__(self, connection: Connection, account_id: UUID) -> None:
        self._connection, self._database = connection, database_of(connection)
        self._account = account_id
        self._all_cases, self._own_cases = False, True

    def reach(self, *, all_cases: bool, own_cases: bool) -> None:
        """``all_cases`` is the supervisor's view. Without ``own_cases`` (an administrator who once
        mediated) there is nothing to see."""
        self._all_cases, self._own_cases = all_cases, own_cases

    def page(self, wanted: CaseFilter, offset: int, limit: int) -> list[CaseRow]:
        """Rows ``offset`` to ``offset + limit`` of the filtered, sorted list."""
        query = self._sorted(wanted).offset(offset).limit(limit)
        return [as_case_row(row) for row in self._connection.execute(query)]

    def _sorted(self, wanted: CaseFilter) -> Select[Any]:
        query = self._filtered(wanted, select(*(case_rows.c[name] for name in CASE_FIELDS)))
        order = [case_rows.c[name].desc() if wanted.descending else case_rows.c[name]
                 for name in dict.fromkeys((wanted.sort, "received_on", "seq"))]
        return query.order_by(*order)

    def every(self, wanted: CaseFilter) -> Iterator[CaseRow]:
        """All rows of the filtered, sorted list, read as they are taken."""
        query = self._sorted(wanted).execution_options(yield_per=STREAM)
        return (as_case_row(row) for row in self._connection.execute(query))

    def applicants(self, case_ids: Iterable[UUID]) -> dict[UUID, list[ApplicantNumbers]]:
        """The numbers of the applicants of those cases that this account may see, in their order."""
        query = (select(parties.c.case_id, parties.c.id, parties.c.id_number, parties.c.phone)
                 .join(case_rows, case_rows.c.case_id == parties.c.case_id)
                 .where(parties.c.case_id.in_(list(case_ids)), parties.c.role == Role.APPLICANT,
                        parties.c.removed_at.is_(None), self.visible())
                 .order_by(parties.c.case_id, parties.c.position))
        found: dict[UUID, list[ApplicantNumbers]] = {}
        for row in self._connection.execute(query):
            found.setdefault(row.case_id, []).append(ApplicantNumbers(row.id, row.id_number, row.phone))
        return found

    def count(self, wanted: CaseFilter) -> int:
        """How many rows the filtered list has."""
        query = self._filtered(wanted, select(func.count()).select_from(case_rows))
        return int(self._connection.execute(query).scalar_one())

    def find(self, typed: str, limit: int = 20) -> list[CaseRow]:
        """The cases that answer the typed text: by their number, by a number's end, by a name, by anything;
        among equals the newest first."""
        found: dict[UUID, CaseRow] = {}
        for condition in search.ranked(self._database, typed):
            if len(found) < limit:
                answers = {row.case_id: row for row in self._answering(condition, limit)}
                found = found | {key: row for key, row in answers.items() if key not in found}
        return list(found.values())[:limit]

    def _answering(self, condition: TextClause, limit: int) -> list[CaseRow]:
        query = (select(*(case_rows.c[name] for name in CASE_FIELDS))
                 .select_from(search.index.join(case_rows, case_rows.c.seq == search.index.c.rowid))
                 .where(condition, self.visible(search.index.c.rowid), case_rows.c.removed == false())
                 .order_by(search.index.c.rowid.desc()).limit(limit))
        return [as_case_row(row) for row in self._connection.execute(query)]

    def people(self, case_ids: Iterable[UUID]) -> Iterator[PersonRow]:
        """Everybody in those cases, in the order of the cases, as far as this account may see them."""
        for row in self.rows_in_order(case_ids):
            query = (select(*(parties.c[name] for name in ("role", "kind", "name", *NUMBERS)))
                     .where(parties.c.case_id == row.case_id, parties.c.removed_at.is_(None),
                            parties.c.name != "")
                     .order_by(parties.c.position))
            for one in self._connection.execute(query):
                yield PersonRow(case_id=row.case_id, number=row.number, role=one.role, kind=one.kind,
                                name=one.name, numbers=_numbers(one))

    def due(self, wanted: DueRange, limit: int, sites: Sites = ()) -> tuple[Items, int]:
        """The first ``limit`` of what falls into the range, with its case, and how much there is in all;
        more than ``MOST_COUNTED`` is not counted further. ``sites``: of their cases alone."""
        found: Items = []
        for kinds in wanted.groups:
            found += self.agenda(wanted.since, wanted.until, kinds, newest_first=wanted.newest_first,
                                 limit=limit - len(found), sites=sites)
        return found, self._how_many(wanted, sites) if len(found) == limit else len(found)

    def agenda(self, since: date | None, until: date, kinds: Sequence[str] = KINDS, *,
               newest_first: bool = False, limit: int = MOST_DUE, sites: Sites = ()) -> Items:
        """What falls on the days from ``since`` to ``until``, with its case, earliest first unless the
        newest are wanted first."""
        order = [agenda_rows.c.on, agenda_rows.c.seq]
        query = (select(*(agenda_rows.c[name].label(f"agenda_{name}") for name in AGENDA_FIELDS),
                        *(case_rows.c[name] for name in CASE_FIELDS))
                 .join(case_rows, case_rows.c.case_id == agenda_rows.c.case_id)
                 .where(*_falls_into(since, until, kinds), self.visible(), at_sites(sites))
                 .order_by(*([column.desc() for column in order] if newest_first else order))
                 .limit(limit))
        return [(AgendaRow(**{name: getattr(row, f"agenda_{name}") for name in AGENDA_FIELDS}),
                 as_case_row(row)) for row in self._connection.execute(query)]

    def _how_many(self, wanted: DueRange, sites: Sites) -> int:
        rows = select(agenda_rows.c.seq).where(*_falls_into(wanted.since, wanted.until, wanted.kinds))
        if not self._all_cases or sites:
            rows = rows.join(case_rows, case_rows.c.case_id == agenda_rows.c.case_id).where(
                self.visible(), at_sites(sites))
        counted = select(func.count()).select_from(rows.limit(MOST_COUNTED).subquery())
        return int(self._connection.execute(counted).scalar_one())

    def rows(self, case_ids: Iterable[UUID]) -> list[CaseRow]:
        """The rows of those cases that this account may see."""
        query = select(*(case_rows.c[name] for name in CASE_FIELDS)).where(self.visible())
        keys = iter(case_ids)
        return [as_case_row(row) for some in iter(lambda: list(islice(keys, AT_ONCE)), [])
                for row in self._connection.execute(query.where(case_rows.c.case_id.in_(some)))]

    def rows_in_order(self, case_ids: Iterable[UUID]) -> list[CaseRow]:
        """The same, in the order of the keys."""
        places = {case_id: at for at, case_id in enumerate(case_ids)}
        return sorted(self.rows(places), key=lambda row: places[row.case_id])

    def open_figures(self, sites: Sites = ()) -> dict[str, int]:
        """How many open cases stand at each station."""
        query = (select(case_rows.c.station, func.count()).where(
            case_rows.c.status == Status.OPEN, case_rows.c.removed == false(), self.visible(),
            at_sites(sites))
            .group_by(case_rows.c.station))
        return {str(station): int(count) for station, count in self._connection.execute(query)}

    def open_by_site(self) -> dict[UUID, int]:
        """How many open cases belong to each site, whoever may see them: mere numbers."""
        query = (select(case_rows.c.site_id, func.count()).where(
            case_rows.c.site_id.is_not(None), case_rows.c.status == Status.OPEN,
            case_rows.c.removed == false()).group_by(case_rows.c.site_id))
        return {site: int(count) for site, count in self._connection.execute(query)}

    def is_any_at(self, site_id: UUID) -> bool:
        """Whether any case belongs to that site, whoever may see it."""
        found = select(case_rows.c.seq).where(case_rows.c.site_id == site_id).limit(1)
        return self._connection.execute(found).first() is not None

    @property
    def sees_all(self) -> bool:
        """Whether no case is hidden from this account."""
        return self._all_cases

    @property
    def sees_any(self) -> bool:
        """Whether this account looks into cases at all."""
        return self._all_cases or self._own_cases

    def visible(self, seq: ColumnElement[int] = case_rows.c.seq) -> ColumnElement[bool]:
        """Their own cases and those shared with them: two sets made once, however many cases there are.

        Adding nothing keeps the planner from looking each of them up in whatever ``seq`` stands in.
        """
        if self._all_cases:
            return true()
        if not self._own_cases:
            return false()
        mine = case_rows.alias("mine")
        own = select(mine.c.seq).where(mine.c.mediator_id == self._account)
        shared = select(mine.c.seq).join(case_key_wraps, and_(
            case_key_wraps.c.case_id == mine.c.case_id, case_key_wraps.c.account_id == self._account,
            case_key_wraps.c.removed_at.is_(None)))
        return or_((seq + 0).in_(own), (seq + 0).in_(shared))

    def sees(self) -> ColumnElement[bool]:
        """The same of a case's row that stands in few rows of a range: each is looked up."""
        if self._all_cases:
            return true()
        return self.mediates() if self._own_cases else false()

    def mediates(self) -> ColumnElement[bool]:
        """Whether the account is a mediator of a case's row, alone or shared with others."""
        shared = select(case_key_wraps.c.id).where(
            case_key_wraps.c.case_id == case_rows.c.case_id, case_key_wraps.c.account_id == self._account,
            case_key_wraps.c.removed_at.is_(None))
        return or_(case_rows.c.mediator_id == self._account, shared.exists())

    def _filtered(self, wanted: CaseFilter, query: Select[Any]) -> Select[Any]:
        conditions: list[ColumnElement[bool]] = [case_rows.c.removed == wanted.removed]
        for column, values in _chosen(wanted):
            if values:
                conditions.append(case_rows.c[column].in_(list(values)))
        if wanted.sites:
            conditions.append(at_sites(wanted.sites))
        if wanted.received_from:
            conditions.append(case_rows.c.received_on >= wanted.received_from)
        if wanted.received_until:
            conditions.append(case_rows.c.received_on <= wanted.received_until)
        if wanted.due:
            fallen = select(agenda_rows.c.case_id).where(
                *_falls_into(wanted.due.since, wanted.due.until, wanted.due.kinds))
            conditions.append(case_rows.c.case_id.in_(fallen))
        typed = search.condition(self._database, wanted.text)
        if typed is None:
            return query.where(*conditions, self.visible())
        found = [typed, search.exactly(self._database, wanted.text)]
        return query.where(or_(*(case_rows.c.seq.in_(self._newest(one, conditions))
                                 for one in found if one is not None)))

    def _newest(self, typed: TextClause, conditions: Sequence[ColumnElement[bool]]) -> Select[tuple[int]]:
        """The newest that answer; the case of exactly that number is asked for apart, however old it is."""
        rowid = search.index.c.rowid
        newest = (select(case_rows.c.seq)
                  .select_from(search.index.join(case_rows, case_rows.c.seq == rowid))
                  .where(typed, *conditions, self.visible(rowid))
                  .order_by(rowid.desc()).limit(MOST_FOUND))
        return newest.correlate(None)


def at_sites(sites: Sites) -> ColumnElement[bool]:
    """The condition for the rows of cases that belong there."""
    if not sites:
        return true()
    found: ColumnElement[bool] = case_rows.c.site_id.in_([one for one in sites if one != HERE])
    return or_(found, case_rows.c.site_id.is_(None)) if HERE in sites else found


def _falls_into(since: date | None, until: date, kinds: Sequence[str]) -> list[ColumnElement[bool]]:
    """The agenda rows of those kinds on those days."""
    conditions = [agenda_rows.c.on <= until, agenda_rows.c.kind.in_(list(kinds))]
    return [agenda_rows.c.on >= since, *conditions] if since else conditions


def _chosen(wanted: CaseFilter) -> list[tuple[str, Sequence[Any]]]:
    return [("station", wanted.stations), ("status", wanted.statuses),
            ("kind_of_work", wanted.kinds), ("mediator_id", wanted.mediators)]


def _numbers(person: Row[Any]) -> tuple[str, ...]:
    return tuple(word for way in BY_NUMBER for word in found_by(Party, partial(getattr, person), way))


def as_case_row(row: Row[Any]) -> CaseRow:
    """A line of a case out of what was read."""
    return CaseRow(**{name: getattr(row, name) for name in CASE_FIELDS})
