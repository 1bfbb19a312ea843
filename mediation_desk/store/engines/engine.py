"""Opens the two engines: SQLite under SQLCipher, and PostgreSQL."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlcipher3  # type: ignore[import-untyped]
from sqlalchemy import Connection, Engine, NullPool, QueuePool, create_engine, event
from sqlalchemy.exc import DatabaseError

from mediation_desk.domain.words import N_, DeskError

BUSY_MILLISECONDS = 15_000


class StoreUnreadable(DeskError):
    """The file is no store, is damaged, or the key does not open it."""


def embedded(path: Path, key: bytes, *, pooled: bool = True) -> Engine:
    """An engine on an encrypted file; ``key`` is the 32-byte store key."""

    def connect() -> Any:
        connection = sqlcipher3.connect(str(path), check_same_thread=False, isolation_level=None,
                                        timeout=BUSY_MILLISECONDS / 1000)
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for pragma in ("cipher_log_level = NONE", "journal_mode = WAL", "synchronous = FULL",
                       "foreign_keys = ON", "temp_store = MEMORY", "secure_delete = ON",
                       "cache_size = -32000"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()
        return connection

    engine = create_engine("sqlite://", creator=connect, module=sqlcipher3,
                           poolclass=QueuePool if pooled else NullPool)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """Take the write lock at once for work, so that two writers wait instead of failing half way."""
    reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def shared(url: str, *, password: str | None = None) -> Engine:
    """An engine on the office's PostgreSQL; ``url`` as libpq writes it (postgresql://...)."""
    from sqlalchemy import make_url

    address = make_url(url).set(drivername="postgresql+psycopg")
    if password is not None:
        address = address.set(password=password)
    return create_engine(address, pool_pre_ping=True, isolation_level="READ COMMITTED")


def check_readable(engine: Engine) -> None:
    """Read one page, so that a wrong key or a damaged file is told in words."""
    try:
        with engine.connect().execution_options(reading=True) as connection:
            connection.exec_driver_sql("SELECT 1" if engine.dialect.name != "sqlite"
                                       else "SELECT count(*) FROM sqlite_master")
    except (DatabaseError, sqlcipher3.DatabaseError) as trouble:
        if "unable to open" in str(trouble) or "readonly" in str(trouble):
            raise  # the place is the trouble, not the store
        raise StoreUnreadable(N_("The store cannot be read. It may be damaged, or the connection is "
                                 "down; nothing was changed.")) from trouble
