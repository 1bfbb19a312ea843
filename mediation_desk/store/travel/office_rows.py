"""What the office has beside its cases and gives along: its places, its banks' statements, its own forms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, select

from mediation_desk.store.tables.columns import metadata
from mediation_desk.store.travel.bag import BagDamaged
from mediation_desk.store.travel.manifest import OfficeRow, OfficeTable
from mediation_desk.store.travel.rows import entity, entity_of
from mediation_desk.store.values import plain
from mediation_desk.store.work.work import Work

STANDS_FOR: Mapping[OfficeTable, Callable[[Any], object]] = MappingProxyType({
    "office_places": lambda place: (place.kind, place.name),
    "bank_layouts": lambda layout: layout.bank,
    "own_forms": lambda form: form.path,
    "office_sites": lambda site: site.name,
    "receiving_offices": lambda office: (office.kind, office.name),
    "companies": lambda company: company.credit_code or company.name,
    "order_layouts": lambda layout: (layout.source, layout.name)})
"""The tables that go along row by row; and of what no two of their rows may count at once."""


def told(connection: Connection) -> list[OfficeRow]:
    """Their rows, what the office took out too: a paper that was frozen in a former form is read in it."""
    return [OfficeRow(table=name, values={str(key): plain(value) for key, value in row.items()})
            for name in STANDS_FOR for row in _rows(connection, metadata.tables[name])]


def _rows(connection: Connection, table: Table) -> Iterable[Mapping[Any, Any]]:
    return connection.execute(select(table).order_by(table.c.id)).mappings().all()


def take(work: Work, rows: Iterable[OfficeRow]) -> None:
    """The office's rows as they are there. What was entered here alone stays, but where the office has one
    that stands for the same: that counts no more. BagDamaged for a row that is none."""
    given: dict[OfficeTable, list[Any]] = {name: [] for name in STANDS_FOR}
    for row in rows:
        given[row.table].append(_read(row))
    for name, theirs in given.items():
        _take(work, name, theirs)


def _read(row: OfficeRow) -> Any:
    try:
        return entity(row.table, row.values)
    except (KeyError, TypeError, ValueError):
        raise BagDamaged from None


def _standing(work: Work, table: str) -> Iterable[Any]:
    return work.all_of(entity_of(table))


def _take(work: Work, table: OfficeTable, theirs: Iterable[Any]) -> None:
    known: dict[UUID, Any] = {one.id: one for one in _standing(work, table)}
    counting = set()
    for row in theirs:
        if not row.removed_at:
            counting.add(STANDS_FOR[table](row))
        mine = known.pop(row.id, None)
        if mine is None:
            work.put(row)
            continue
        for name in (column.name for column in metadata.tables[table].columns):
            if getattr(mine, name) != getattr(row, name):
                setattr(mine, name, getattr(row, name))
    for own in known.values():
        if not own.removed_at and STANDS_FOR[table](own) in counting:
            own.removed_at = work.who.now
