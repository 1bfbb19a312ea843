"""Changing the tables themselves: one desk does it, the others wait their turn and are told so."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import OperationalError

from mediation_desk.store.engines.engine import BUSY_MILLISECONDS

Waiting = Callable[[], object]
LOCK = 0x6D6465736B  # "mdesk": the number by which desks on one PostgreSQL database know this lock
AGAIN_SECONDS = 0.1


@contextmanager
def alone(engine: Engine, waiting: Waiting | None = None) -> Iterator[Connection]:
    """One transaction in which no other desk changes tables, committed at its end, or nothing of it.

    Readers go on. ``waiting`` is called once when another desk is at it; then its end is waited for,
    however long it takes: it ends with its connection at the latest.
    """
    with engine.connect() as connection:
        take = _take_file if engine.dialect.name == "sqlite" else _take_server
        take(connection, waiting or _nobody)
        yield connection
        connection.commit()


def _nobody() -> None:
    """Nobody is told."""


def _take_file(connection: Connection, waiting: Waiting) -> None:
    """SQLite has one writer: the transaction that may write is the lock."""
    raw: Any = connection.connection.driver_connection
    raw.execute("PRAGMA busy_timeout = 0")
    try:
        if not _begun(connection):
            waiting()
        while not (connection.in_transaction() or _begun(connection)):
            time.sleep(AGAIN_SECONDS)
    finally:
        raw.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")


def _begun(connection: Connection) -> bool:
    try:
        connection.begin()
    except OperationalError as busy:
        if "locked" not in str(busy.orig):
            raise
        return False
    return True


def _take_server(connection: Connection, waiting: Waiting) -> None:
    """PostgreSQL's advisory lock of the transaction goes with it, also when a desk is killed."""
    if not connection.execute(text("SELECT pg_try_advisory_xact_lock(:lock)"), {"lock": LOCK}).scalar_one():
        waiting()
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
