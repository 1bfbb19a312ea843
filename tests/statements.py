"""What a database is asked is put into its words once in a test process, not once for every test's store.

SQLAlchemy keeps what it compiled by engine and dialect, and every test opens engines of its own: nine of ten
statements would be compiled for one test alone.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection, Dialect, Engine, event
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

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
