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
    case,
    func,
    literal_column,
    select,
    union_all,
)

from mediation_desk.domain.agenda import ACCELERATED, INSTALMENT
from mediation_desk.domain.money import Money
from mediation_desk.domain.payments.dues import LATE, Due, DueDay, DueFilter, DueTotals, Section, Sum
from mediation_desk.store.reading.dues.conditions import against, fen, first_number, narrowed
from mediation_desk.store.reading.dues.details import Details
from mediation_desk.store.reading.lists import CASE_FIELDS, STREAM, Lists, as_case_row
from mediation_desk.store.tables.desk import agenda_rows, case_rows

CHUNK = 200  # instalments whose particulars are read together
ACROSS = (Section.REMIND, Section.PROMISED, Section.BROKEN, Section.CALL)
"""The sections that lie across the bands of age."""
ORDERS: Mapping[str, ColumnElement[Any]] = {
    "due_on": agenda_rows.c.on, "owed": agenda_rows.c.amount, "number": case_rows.c.number}


class Dues:
    """Reads for one account, as far as ``lists`` lets it see. The day is an argument; what was paid is as it
    stands."""

    def __init__(self, connection: Connection, lists: Lists) -> None:
        self._connection, self._lists = connection, lists

    def page(self, day: DueDay, wanted: DueFilter, offset: int, limit: int) -> list[Due]:
        """Instalments ``offset`` to ``offset + limit`` of the filtered, sorted list."""
        query = self._sorted(day, wanted).offset(offset).limit(limit)
        return self._told(self._connection.execute(query).all())

    def every(self, day: DueDay, wanted: DueFilter) -> Iterator[Due]:
        """All of the filtered, sorted list, read as they are taken."""
        rows = iter(self._connection.execute(self._sorted(day, wanted).execution_options(yield_per=STREAM)))
        while chunk := list(islice(rows, CHUNK)):
            yield from self._told(chunk)

    def of_case(self, day: DueDay, case_id: UUID) -> list[Due]:
        """The open instalments of one case."""
        query = self._sorted(day, DueFilter()).where(agenda_rows.c.case_id == case_id)
        return self._told(self._connection.execute(query).all())

    def _told(self, rows: Sequence[Row[Any]]) -> list[Due]:
        details = Details(self._connection, {row.case_id for row in rows})
        return [details.due(as_case_row(row), row.number_, row.on_, row.owed_, row.first_) for row in rows]

    def _sorted(self, day: DueDay, wanted: DueFilter) -> Select[Any]:
        columns = (agenda_rows.c.number.label("number_"), agenda_rows.c.on.label("on_"),
                   agenda_rows.c.amount.label("owed_"), first_number().label("first_"),
                   *(case_rows.c[name] for name in CASE_FIELDS))
        order = [*(ORDERS[name] for name in dict.fromkeys((wanted.sort, "due_on"))), agenda_rows.c.seq]
        if wanted.section in ACROSS:  # few of all: they are found first and sorted, not met in the order
            order = [func.coalesce(one, one) for one in order]
        return self._chosen(select(*columns), day, wanted).order_by(
            *(one.desc() if wanted.descending else one for one in order))

    def _chosen(self, query: Select[Any], day: DueDay, wanted: DueFilter) -> Select[Any]:
        """What the filter leaves of the agenda's rows, with the lines of their cases."""
        query = query.select_from(agenda_rows).join(case_rows, case_rows.c.case_id == agenda_rows.c.case_id)
        if wanted.mediators:
            query = query.where(case_rows.c.mediator_id.in_(list(wanted.mediators)))
        if words := wanted.company.strip():
            query = query.where(case_rows.c.case_id.in_(against(words)))
        return narrowed(query, day, wanted.section).where(self._lists.visible())

    # -- added up ------------------------------------------------------------------------

    def totals(self, day: DueDay, wanted: DueFilter) -> DueTotals:
        """What the filter leaves, whatever section is chosen: in all, by age, and what lies across."""
        found = self._banded(day, wanted) | {one: self._across(day, wanted, one) for one in ACROSS}
        return DueTotals(self._all(wanted), found)

    def count(self, day: DueDay, wanted: DueFilter) -> int:
        """How many instalments the filter leaves."""
        return (self._all(wanted) if wanted.section is None
                else self._across(day, wanted, wanted.section)).count

    def _all(self, wanted: DueFilter) -> Sum:
        """Every open instalment stands once with its own day."""
        rows = self._part(agenda_rows, wanted, agenda_rows.c.kind == INSTALMENT).subquery("rows_")
        count, owed = self._connection.execute(select(func.sum(rows.c.count_), func.sum(rows.c.fen_))).one()
        return Sum(int(count or 0), Money(int(owed or 0)))

    def _banded(self, day: DueDay, wanted: DueFilter) -> dict[Section, Sum]:
        """Count and sum by band of age.

        What is owed before its day is added where it is owed, and taken off where its own day is: three
        plain sums instead of a look beside every row.
        """
        _first, last = day.span(Section.WEEK)
        own, rest, off = agenda_rows, agenda_rows.alias("rest_"), agenda_rows.alias("off_")
        falls = and_(rest.c.kind == ACCELERATED, rest.c.on <= day.today)
        parts = [self._part(own, wanted, and_(own.c.kind == INSTALMENT, own.c.on <= last)),
                 self._part(rest, wanted, falls),
                 self._part(off, wanted, and_(off.c.kind == INSTALMENT, off.c.on <= last), sign=-1).join(
                     rest, and_(rest.c.case_id == off.c.case_id, rest.c.number == off.c.number, falls))]
        rows = union_all(*parts).subquery("rows_")
        band = _band(rows.c.on_, day)
        query = select(band, func.sum(rows.c.count_), func.sum(rows.c.fen_)).group_by(band)
        summed = {str(name): Sum(int(count), Money(int(owed)))
                  for name, count, owed in self._connection.execute(query)}
        return {one: summed[one.value] for one in (*LATE, Section.WEEK) if one.value in summed}

    def _part(self, table: Any, wanted: DueFilter, chosen: ColumnElement[bool], sign: int = 1) -> Select[Any]:
        query = select(table.c.on.label("on_"), literal_column(str(sign)).label("count_"),
                       (sign * fen(table.c.amount)).label("fen_")).where(chosen)
        words = wanted.company.strip()
        if words:
            query = query.where(table.c.case_id.in_(against(words)))
        if self._lists.sees_all and not wanted.mediators:
            return query
        seen = select(case_rows.c.case_id).where(self._lists.visible())
        if wanted.mediators:
            seen = seen.where(case_rows.c.mediator_id.in_(list(wanted.mediators)))
        return query.where(table.c.case_id.in_(seen))

    def _across(self, day: DueDay, wanted: DueFilter, section: Section) -> Sum:
        chosen = DueFilter(section, wanted.mediators, wanted.company)
        query: Any = select(func.count(), func.sum(fen(agenda_rows.c.amount)))
        count, owed = self._connection.execute(self._chosen(query, day, chosen)).one()
        return Sum(int(count), Money(int(owed or 0)))


def _band(on: ColumnElement[Any], day: DueDay) -> ColumnElement[str]:
    """The band of age of a day, by its value."""
    whens: list[tuple[ColumnElement[bool], ColumnElement[str]]] = []
    for section in (*LATE, Section.WEEK):
        first, last = day.span(section)
        within = and_(on >= first, on <= last) if first else on <= last
        whens.append((within, literal_column(f"'{section.value}'")))
    return case(*whens, else_=literal_column("''"))
