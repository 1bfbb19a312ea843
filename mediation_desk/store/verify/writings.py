"""Values that are read as what they should be, and yet are not written as the program writes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations
from types import MappingProxyType
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Row,
    Select,
    Table,
    TableClause,
    or_,
    select,
    type_coerce,
)

from mediation_desk.domain.accounts import Role
from mediation_desk.store.engines.database import Database
from mediation_desk.store.engines.kinds import DATABASES
from mediation_desk.store.tables.columns import RoleSet, metadata
from mediation_desk.store.verify.findings import Damage, Finding
from mediation_desk.store.verify.moment import Moment, Unreadable
from mediation_desk.store.verify.reading import key_of, raw_keys, text_of, untyped, uuid_of

Odd = Mapping[str, ColumnElement[bool]]  # by column: the condition for what the program did not write


def writings(moment: Moment) -> Iterator[Finding]:
    """Every row with such a value, in any table."""
    for table in metadata.sorted_tables:
        odd = _odd_of(moment.database.name, table)
        for row in _rows(moment, table) if odd else ():
            yield from _finding(moment, table, untyped(table), odd, row)


@cache  # there are as many as tables; to say them takes longer than to ask them of a small store
def _odd_of(kind: str, table: Table) -> Odd:
    there, database = untyped(table), DATABASES[kind]
    return MappingProxyType({column.name: condition for column in table.columns
                             if (condition := _odd(database, there.c[column.name], column)) is not None})


@cache
def _query(kind: str, table: Table) -> Select[Any]:
    there, odd, database = untyped(table), _odd_of(kind, table), DATABASES[kind]
    keys = [database.as_it_stands(there.c[key.name]).label(key.name) for key in table.primary_key.columns]
    return select(*keys, *(condition.label(f"odd {name}") for name, condition in odd.items())).where(
        or_(*odd.values()))


def _odd(database: Database, value: ColumnElement[Any], column: Column[Any]) -> ColumnElement[bool] | None:
    if isinstance(column.type, RoleSet):
        return value.not_in(_ROLES)
    return database.written_otherwise(value, column.type)


_ROLES = [",".join(some) for many in range(len(Role) + 1)
          for some in combinations(sorted(one.value for one in Role), many)]
"""Every set of roles as it is written."""


def _rows(moment: Moment, table: Table) -> Iterable[Row[Any]]:
    """The table's rows in one reading; where something in it cannot be read, by their keys."""
    found = _query(moment.database.name, table)
    try:
        with moment.attempt() as connection:
            return connection.execute(found).all()
    except Unreadable:  # the rows that cannot be read were told already
        if not table.primary_key.columns:
            return ()
    name = key_of(table).name

    def read(connection: Connection, some: Sequence[Any]) -> Iterable[tuple[Any, Row[Any]]]:
        return [(None, row) for row in connection.execute(found.where(untyped(table).c[name].in_(some)))]

    known = list(dict.fromkeys(raw_keys(moment, table) or ()))
    return [row for _, row in moment.each(table.name, known, read) if row is not None]


def _finding(moment: Moment, table: Table, there: TableClause, odd: Odd, row: Row[Any]) -> Iterator[Finding]:
    """What cannot be read as anything was told by whoever met it, and a key that is none as a stranger's."""
    keys = dict(zip(table.primary_key.columns.keys(), row, strict=False))
    here = [moment.database.as_it_stands(there.c[name]) == key for name, key in keys.items()]
    fields = tuple(name for at, name in enumerate(odd, len(keys))
                   if row[at] and _is_read(moment, there, table.c[name], here))
    if fields:
        named = " ".join(str(uuid_of(key) or key) for key in map(text_of, keys.values()))
        yield Finding(Damage.ROW_ALTERED, named, table.name, fields)


def _is_read(moment: Moment, there: TableClause, column: Column[Any], here: Sequence[ColumnElement[bool]]
             ) -> bool:
    try:
        with moment.attempt() as connection:
            connection.execute(select(type_coerce(there.c[column.name], column.type)).where(*here)).all()
    except Unreadable:
        return False
    return True
