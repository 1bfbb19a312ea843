"""A case that was read before, with only those rows read anew that were written since."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import Select, inspect, select
from sqlalchemy.orm import Session as OrmSession

from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import RowKey
from mediation_desk.store.tables.cases import CHILDREN

PARTS: Mapping[str, str] = MappingProxyType({
    "attendees": "sessions_all", "session_presences": "sessions_all", "session_stretches": "sessions_all",
    "minute_entries": "sessions_all", "debtors": "agreements_all",
    "claim_terms": "agreements_all", "shares": "agreements_all",
    "instalments": "agreements_all", "instalment_shares": "agreements_all"})
"""Tables whose rows hang on a row of the case: where one was written, the whole list is read anew."""
MOST_BY_KEY = 500  # rows of a list that are asked for one by one; with more, the whole list is


def renewed(session: OrmSession, known: Case, written: Collection[RowKey]) -> Case:
    """The case as it stands, sharing with ``known`` all that was not written; ``known`` stays as it is.

    Only for looking: the copy belongs to no session, and refuses to be changed.
    """
    now = session.get(Case, known.id)
    assert now is not None  # nothing is ever deleted
    kept = {name: value for name, value in vars(known).items() if name in CHILDREN}
    columns = {column.key: getattr(now, column.key) for column in inspect(Case).column_attrs}
    copy = object.__new__(Case)
    vars(copy).update(kept | columns | {name: _list(session, known, name, keys)
                                        for name, keys in _by_list(written)})
    return copy


def _by_list(written: Collection[RowKey]) -> Iterator[tuple[str, set[UUID] | None]]:
    """The lists in which something was written, each with the keys of its rows; None: read all of it."""
    tables = {table for table, _ in written}
    whole = {PARTS[table] for table in tables if table in PARTS}
    for name, (_entity, table) in CHILDREN.items():
        keys = {UUID(key) for where, key in written if where == table.name}
        if name in whole or len(keys) > MOST_BY_KEY:
            yield name, None
        elif keys:
            yield name, keys


def _list(session: OrmSession, known: Case, name: str, keys: set[UUID] | None) -> list[Any]:
    entity, table = CHILDREN[name]
    mine: Select[Any] = select(entity).where(table.c.case_id == known.id).order_by(table.c.id)
    if keys is None:
        return list(session.scalars(mine))
    rows = {row.id: row for row in getattr(known, name)}
    rows |= {row.id: row for row in session.scalars(mine.where(table.c.id.in_(keys)))}
    return sorted(rows.values(), key=lambda row: row.id)

