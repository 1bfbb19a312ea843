"""Column types for the domain's own types, and tables read off its dataclasses."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    Uuid,
)
from sqlalchemy.types import TypeEngine

from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.money import Money
from mediation_desk.store.engines.kinds import running_number, speaking

FIELDS = "fields"  # what a table knows of columns that are not called as their fields
T = TypeVar("T")
metadata = MetaData(naming_convention={
    "ix": "ix_%(table_name)s_%(column_0_N_name)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s", "pk": "pk_%(table_name)s"})


class MoneyFen(TypeDecorator[Money]):
    """An amount as a whole number of fen."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Money | None, dialect: Dialect) -> int | None:
        """Money to fen."""
        return None if value is None else value.fen

    def process_result_value(self, value: Any, dialect: Dialect) -> Money | None:
        """Fen to money."""
        return None if value is None else Money(int(value))


class Instant(TypeDecorator[datetime]):
    """An instant in UTC; where a database keeps no zone, it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Any aware instant to UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise TypeError("an instant needs a time zone")
        plain = value.astimezone(UTC)
        return plain if speaking(dialect).keeps_zones else plain.replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """UTC, with its zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class TermText(TypeDecorator[StrEnum]):
    """A term of the vocabulary by its stable value."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:
        """The term's value; a plain string must be one of the values."""
        return None if value is None else str(self.kind(value).value)

    def process_result_value(self, value: Any, dialect: Dialect) -> StrEnum | None:
        """The term."""
        return None if value is None else self.kind(value)


class RoleSet(TypeDecorator[frozenset[AccountRole]]):
    """An account's roles as a sorted, comma-separated text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: frozenset[AccountRole] | None, dialect: Dialect) -> str:
        """Roles to text."""
        return ",".join(sorted(value or ()))

    def process_result_value(self, value: Any, dialect: Dialect) -> frozenset[AccountRole]:
        """Text to roles."""
        return frozenset(AccountRole(word) for word in (value or "").split(",") if word)


_PLAIN: Mapping[object, Any] = {
    UUID: Uuid, str: Text, date: Date, bool: Boolean, int: BigInteger, bytes: LargeBinary,
    Money: MoneyFen, datetime: Instant, frozenset[AccountRole]: RoleSet,
}


def column_type(hint: Any) -> TypeEngine[Any] | None:
    """The column type for a field's annotation, or None for a collection (a relationship)."""
    if get_origin(hint) in (Union, types.UnionType):
        hint = next(arg for arg in get_args(hint) if arg is not types.NoneType)
    if get_origin(hint) is list:
        return None
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return TermText(hint)
    made: TypeEngine[Any] = _PLAIN[hint]()
    return made


def entity_table(name: str, entity: type, references: Mapping[str, str],
                 special: Mapping[str, TypeEngine[Any]] | None = None,
                 columns_of: Mapping[str, str] = MappingProxyType({})) -> Table:
    """A table with one column per plain field of the dataclass.

    ``references``: field -> "table.column". They are checked at the end of the transaction, so
    that rows may be written in any order. ``special``: field -> type where the rule is not enough.
    ``columns_of``: field -> its column, where that had a name of its own before the field was renamed.
    """
    hints = get_type_hints(entity)
    columns: list[Column[Any]] = []
    for field in dataclasses.fields(entity):
        kind = (special or {}).get(field.name) or column_type(hints[field.name])
        if kind is None:
            continue
        keys = [ForeignKey(references[field.name], deferrable=True, initially="DEFERRED")] \
            if field.name in references else []
        columns.append(Column(columns_of.get(field.name, field.name), kind, *keys,
                              primary_key=field.name == "id",
                              nullable=types.NoneType in get_args(hints[field.name]),
                              index=bool(keys)))
    fields = {column: own for own, column in columns_of.items()}
    return Table(name, metadata, *columns, info={FIELDS: fields})


def renamed(table: Table) -> Mapping[str, str]:
    """The columns that are not called as their fields: column -> field."""
    told: Mapping[str, str] = table.info.get(FIELDS, {})
    return told


def as_fields(table: str, told: Mapping[str, T]) -> dict[str, T]:
    """What is told of a row by its columns, as the journal keeps it, by its fields."""
    names = renamed(metadata.tables[table]) if table in metadata.tables else {}
    return {names.get(column, column): value for column, value in told.items()}


def as_columns(table: str, told: Mapping[str, T]) -> dict[str, T]:
    """What is told of a row by its fields, by its columns."""
    names = {own: column for column, own in renamed(metadata.tables[table]).items()} \
        if table in metadata.tables else {}
    return {names.get(own, own): value for own, value in told.items()}


def row_table(name: str, row: type, special: dict[str, Any]) -> Table:
    """A table for a frozen row, with a running number that the search index refers to."""
    hints = get_type_hints(row)
    number = Column("seq", running_number(), primary_key=True, autoincrement=True)
    columns = [Column(f.name, special.get(f.name) or column_type(hints[f.name]),
                      nullable="None" in str(f.type)) for f in dataclasses.fields(row)]
    return Table(name, metadata, number, *columns)
