"""What is still to be paid, over all cases: a page at a time from the agenda, and added up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    and_,
    func,
    or_,
    select,
)

from mediation_desk.domain.agenda import ACCELERATED, INSTALMENT
from mediation_desk.domain.money import Money
from mediation_desk.domain.payments.dues import LATE, Due, DueDay, DueFilter, DueTotals, Section, Sum
from mediation_desk.store.reading.dues.conditions import against, fen, first_number, narrowed
from mediation_desk.store.reading.dues.details import Details
from mediation_desk.store.reading.lists import CASE_FIELDS, STREAM, Lists, as_case_row, at_sites
from mediation_desk.store.tables.desk import agenda_rows, case_rows

CHUNK = 200  # instalments whose particulars are read together
DEEP = 5_000  # rows from which on those before cost more, met one by one, than sorting all
ACROSS = (Section.REMIND, Section.PROMISED, Section.BROKEN, Section.CALL)
"""The sections that lie across the bands of age."""
BANDS = (*LATE, Section.WEEK)
_SUMMED: tuple[ColumnElement[Any], ...] = (func.count(agenda_rows.c.seq), func.sum(fen(agenda_rows.c.amount)))
ORDERS: Mapping[str, ColumnElement[Any]] = {
    "due_on": agenda_rows.c.on, "owed": agenda_rows.c.amount, "number": case_rows.c.number}


class Dues:
    """Reads for one account, as far as ``lists`` lets it see. The day is an argument; what was paid is as it
    stands."""

    def __init__(self, connection: Connection, lists: Lists) -> None:
        self._connection, self._lists = connection, lists

    def page(self, day: DueDay, wanted: DueFilter, offset: int, limit: int) -> list[Due]:
        """Instalments ``offset`` to ``offset + limit`` of the filtered, sorted list."""
        query = select(agenda_rows.c.seq)
        if wanted.sort == "number":
            query = query.join(case_rows, case_rows.c.case_id == agenda_rows.c.case_id)
        query = self._sorted(query, day, wanted, met=offset < DEEP).offset(offset).limit(limit)
        places = self._connection.scalars(query).all()
        rows = {row.seq_: row for row in self._connection.execute(_lines().where(
            agenda_rows.c.seq.in_(places)))}
        return self._told([rows[place] for place in places])

    def every(self, day: DueDay, wanted: DueFilter) -> Iterator[Due]:
        """All of the filtered, sorted list, read as they are taken."""
        rows = iter(self._connection.execute(
            self._sorted(_lines(), day, wanted).execution_options(yield_per=STREAM)))
        while chunk := list(islice(rows, CHUNK)):
            yield from self._told(chunk)

    def of_case(self, day: DueDay, case_id: UUID) -> list[Due]:
        """The open instalments of one case."""
        query = self._sorted(_lines(), day, DueFilter()).where(agenda_rows.c.case_id == case_id)
        return self._told(self._connection.execute(query).all())

    def _told(self, rows: Sequence[Row[Any]]) -> list[Due]:
        details = Details(self._connection, {row.case_id for row in rows})
        return [details.due(as_case_row(row), row.number_, row.on_, row.owed_, row.first_) for row in rows]

    def _sorted(self, query: Select[Any], day: DueDay, wanted: DueFilter, *, met: bool = True) -> Select[Any]:
        """``met``: the first of many are met in their order; else all are found first, then sorted."""
        order = [*(ORDERS[name] for name in dict.fromkeys((wanted.sort, "due_on"))), agenda_rows.c.seq]
        if not met or wanted.section in ACROSS or self._narrows(wanted):
            order = [func.coalesce(one, one) for one in order]
        return self._chosen(query, day, wanted).order_by(
            *(one.desc() if wanted.descending else one for one in order))

    def _chosen(self, query: Select[Any], day: DueDay, wanted: DueFilter) -> Select[Any]:
        """What the filter leaves of the agenda's rows."""
        return narrowed(self._seen(query, agenda_rows, wanted), day, wanted.section)

    def _narrows(self, wanted: DueFilter) -> bool:
        """Whether the cases of some alone are asked for, or seen."""
        return bool(wanted.mediators or wanted.sites or wanted.company.strip()) or not self._lists.sees_all

    def _seen(self, query: Select[Any], table: Any, wanted: DueFilter) -> Select[Any]:
        """Of the rows of a table those whose cases are seen and asked for."""
        if words := wanted.company.strip():
            query = query.where(table.c.case_id.in_(against(words)))
        if self._lists.sees_all and not wanted.mediators and not wanted.sites:
            return query
        seen = select(case_rows.c.case_id).where(self._lists.visible(), at_sites(wanted.sites)
                                                 ).correlate(None)
        if wanted.mediators:
            seen = seen.where(case_rows.c.mediator_id.in_(list(wanted.mediators)))
        return query.where(table.c.case_id.in_(seen))

    # -- added up ------------------------------------------------------------------------

    def totals(self, day: DueDay, wanted: DueFilter) -> DueTotals:
        """What the filter leaves, whatever section is chosen: in all, by age, and what lies across."""
        every, bands = self._banded(day, wanted)
        return DueTotals(every, bands | {one: self._across(day, wanted, one) for one in ACROSS})

    def count(self, day: DueDay, wanted: DueFilter) -> int:
        """How many instalments the filter leaves."""
        return (self._all(wanted) if wanted.section is None
                else self._across(day, wanted, wanted.section)).count

    def _all(self, wanted: DueFilter) -> Sum:
        """Every open instalment stands once with its own day."""
        query: Select[Any] = select(*_SUMMED)
        query = self._seen(query.where(agenda_rows.c.kind == INSTALMENT), agenda_rows, wanted)
        count, owed = self._connection.execute(query).one()
        return _sum(count, owed)

    def _banded(self, day: DueDay, wanted: DueFilter) -> tuple[Sum, dict[Section, Sum]]:
        """Count and sum in all, and by band of age.

        What is owed before its day is added where it is owed, and taken off where its own day is: two plain
        sums instead of a look beside every row.
        """
        own, rest = agenda_rows, agenda_rows.alias("rest_")
        falls = and_(rest.c.kind == ACCELERATED, rest.c.on <= day.today)
        instalment = own.c.kind == INSTALMENT
        whole: Select[Any] = select(*_filtered(instalment), *_by_band(day)).where(or_(
            instalment, and_(own.c.kind == ACCELERATED, own.c.on <= day.today)))
        off: Select[Any] = select(*_by_band(day)).where(instalment).join(
            rest, and_(rest.c.case_id == own.c.case_id, rest.c.number == own.c.number, falls))
        count, owed, *told = self._connection.execute(self._seen(whole, own, wanted)).one()
        less = self._connection.execute(self._seen(off, own, wanted)).one()
        net = [int(one or 0) - int(other or 0) for one, other in zip(told, less, strict=True)]
        return _sum(count, owed), {band: _sum(*net[2 * at:2 * at + 2]) for at, band in enumerate(BANDS)}

    def _across(self, day: DueDay, wanted: DueFilter, section: Section) -> Sum:
        chosen = DueFilter(section, wanted.mediators, wanted.company, sites=wanted.sites)
        query: Select[Any] = select(*_SUMMED)
        count, owed = self._connection.execute(self._chosen(query, day, chosen)).one()
        return _sum(count, owed)


def _sum(count: Any, owed: Any) -> Sum:
    """As the database adds up; None: there is nothing."""
    return Sum(int(count or 0), Money(int(owed or 0)))


def _filtered(chosen: ColumnElement[bool]) -> list[ColumnElement[Any]]:
    """Count and sum of what is chosen among the rows that are read anyway."""
    return [one.filter(chosen) for one in _SUMMED]


def _by_band(day: DueDay) -> list[ColumnElement[Any]]:
    """Count and sum of each band of age, in one look at the rows."""
    on, made = agenda_rows.c.on, list[ColumnElement[Any]]()
    for band in BANDS:
        first, last = day.span(band)
        made += _filtered(and_(on >= first, on <= last) if first else on <= last)
    return made


def _lines() -> Select[Any]:
    """The agenda's rows with what their cases' lines tell."""
    return select(agenda_rows.c.seq.label("seq_"), agenda_rows.c.number.label("number_"),
                  agenda_rows.c.on.label("on_"), agenda_rows.c.amount.label("owed_"),
                  first_number().label("first_"), *(case_rows.c[name] for name in CASE_FIELDS)).join_from(
        agenda_rows, case_rows, case_rows.c.case_id == agenda_rows.c.case_id)
