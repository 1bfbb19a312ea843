"""What a database is asked is put into its words once in a test process, not once for every test's store.

SQLAlchemy keeps what it compiled by engine and dialect, and every test opens engines of its own: nine of ten
statements would be compiled for one test alone. The migrations of an empty store are written anew each time.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Connection, Dialect, Engine, event
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

from mediation_desk.store import schema

MOST = 3000  # statements; the tests ask about two thousand different ones


@contextmanager
def compiled_once() -> Iterator[LRUCache[object, object]]:
    """Every connection made inside keeps its compiled statements in one place; dialects are the same when
    they are of one kind and one driver."""
    kept: LRUCache[object, object] = LRUCache(MOST)

    def share(connection: Connection) -> None:
        connection.execution_options(compiled_cache=kept)

    with pytest.MonkeyPatch.context() as patched:
        for kind in (SQLiteDialect_pysqlite, PGDialect_psycopg):
            patched.setattr(kind, "__eq__", _same)
            patched.setattr(kind, "__hash__", _kind)
        event.listen(Engine, "engine_connect", share)
        try:
            yield kept
        finally:
            event.remove(Engine, "engine_connect", share)


def _same(one: Dialect, other: object) -> bool:
    return type(one) is type(other) and one.dbapi is getattr(other, "dbapi", None)


def _kind(one: Dialect) -> int:
    return hash(type(one))


@contextmanager
def migrated_once() -> Iterator[dict[tuple[str, str, str], list[tuple[str, Any]]]]:
    """The first empty store of a kind is migrated; the next ones are told the very same, word by word.

    By driver, folder of the migrations, and revision. A store that has a revision already is always migrated.
    """
    kept: dict[tuple[str, str, str], list[tuple[str, Any]]] = {}
    migrate = schema.upgrade

    def upgrade(connection: Connection, journal_key: bytes, to: str = "head") -> None:
        known = repr(connection.dialect.dbapi), str(schema.SCRIPTS), to
        if schema.revision(connection) is not None:
            migrate(connection, journal_key, to)
        elif known in kept:
            for statement, values in kept[known]:
                connection.exec_driver_sql(statement, values).close()
        else:
            with _heard(connection) as said:
                migrate(connection, journal_key, to)
            kept[known] = said

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(schema, "upgrade", upgrade)
        yield kept


@contextmanager
def _heard(connection: Connection) -> Iterator[list[tuple[str, Any]]]:
    said: list[tuple[str, Any]] = []

    def hear(*told: Any) -> None:
        _connection, _cursor, statement, values, *_how = told
        said.append((statement, values or None))

    event.listen(connection, "before_cursor_execute", hear)
    try:
        yield said
    finally:
        event.remove(connection, "before_cursor_execute", hear)
