"""Reads the rows of any table whatever stands in them: by key, and a damaged one field by field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Column, ColumnElement, Connection, Select, Table, TableClause, column, select
from sqlalchemy import table as plain_table

from mediation_desk.store.verify.moment import Moment, Unreadable

Fields = Mapping[Any, Any]  # a row by its columns' names; one that could not be read is left out


def key_of(table: Table) -> Column[Any]:
    """The column whose value names the row."""
    key: Column[Any]
    key, *_ = table.primary_key.columns
    return key


def raw(table: Table, name: str) -> ColumnElement[Any]:
    """A column without its type: what stands there, whatever it is."""
    return untyped(table).c[name]


@cache
def untyped(table: Table) -> TableClause:
    """The table with all its columns without their types."""
    return plain_table(table.name, *(column(one.name) for one in table.columns))


def raw_keys(moment: Moment, table: Table) -> list[Any] | None:
    """The keys of all rows as they stand there; None when the table cannot be read to its end."""
    return raw_values(moment, select(moment.database.as_it_stands(raw(table, key_of(table).name))))


def raw_values(moment: Moment, query: Select[Any]) -> list[Any] | None:
    """What the query finds in its one raw column; None when it cannot be read to its end."""
    try:
        with moment.attempt() as connection:
            return [text_of(value) for value in connection.scalars(query)]
    except Unreadable:
        return None


def text_of(value: Any) -> Any:
    """What a raw value says, whatever bytes it is of."""
    return value.decode("utf-8", "backslashreplace") if isinstance(value, bytes) else value


def uuid_of(value: Any) -> UUID | None:
    """The key that a raw value stands for, written as the tables or the journal write keys; None when it is
    none."""
    try:
        found = value if isinstance(value, UUID) else UUID(value)
    except (ValueError, TypeError, AttributeError):
        return None
    return found if value in (found, str(found), found.hex) else None


def rows(moment: Moment, table: Table, columns: Sequence[Column[Any]],
         keys: Sequence[Any]) -> Iterator[tuple[Any, Fields | None]]:
    """The rows with these keys (of the key's own type), a damaged one with the fields that can be read.

    None for a row of which nothing can be read; keys that no row has are left out.
    """
    key = key_of(table)

    def read(connection: Connection, some: Sequence[Any]) -> Iterable[tuple[Any, Fields]]:
        found = connection.execute(select(*columns).where(key.in_(some))).mappings()
        return [(row[key.name], dict(row)) for row in found]

    for value, row in moment.each(table.name, keys, read):
        yield value, row if row is not None else _field_by_field(moment, columns, key == value)


def _field_by_field(moment: Moment, columns: Sequence[Column[Any]],
                    here: ColumnElement[bool]) -> Fields | None:
    row = {}
    for wanted in columns:
        try:
            with moment.attempt() as connection:
                row[wanted.name] = connection.execute(select(wanted).where(here)).scalar_one()
        except Unreadable:
            continue
    return row or None
