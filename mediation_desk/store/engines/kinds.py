"""Which databases there are; whoever has to do with more than one asks here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Connection, Dialect, Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.types import TypeEngine

from mediation_desk.store.engines.database import Database, Refusal
from mediation_desk.store.engines.embedded import Embedded
from mediation_desk.store.engines.shared import Shared

DATABASES: Mapping[str, Database] = MappingProxyType({
    one.name: one for one in (Shared(), Embedded())})  # who has codes for refusals is asked before words are


def database_of(there: Engine | Connection) -> Database:
    """The database behind an engine or a connection."""
    return speaking(there.dialect)


def speaking(dialect: Dialect) -> Database:
    """The database that speaks this dialect."""
    return DATABASES[dialect.name]


def refusal(error: DBAPIError) -> Refusal | None:
    """Why the database refused, whichever it was; None when the error is a bug."""
    found = next((why for one in DATABASES.values() if (why := one.refusal(error))), None)
    return Refusal.GONE if error.connection_invalidated and found is not Refusal.FULL else found


def only_where(condition: ColumnElement[bool]) -> dict[str, Any]:
    """For an ``Index`` of those rows alone for which the condition holds."""
    return {f"{name}_where": condition for name in DATABASES}


def running_number() -> TypeEngine[int]:
    """The type of a column whose numbers the database counts on by itself."""
    kind: TypeEngine[int] = BigInteger()
    for name, database in DATABASES.items():
        kind = kind.with_variant(database.running_number(), name)
    return kind
