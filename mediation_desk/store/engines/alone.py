"""Changing the tables themselves: one desk does it, the others wait their turn and are told so."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine

from mediation_desk.store.engines.database import Waiting
from mediation_desk.store.engines.kinds import database_of


@contextmanager
def alone(engine: Engine, waiting: Waiting | None = None) -> Iterator[Connection]:
    """One transaction in which no other desk changes tables, committed at its end, or nothing of it.

    Readers go on. ``waiting`` is called once when another desk is at it; then its end is waited for,
    however long it takes: it ends with its connection at the latest.
    """
    with engine.connect() as connection:
        database_of(engine).take_tables(connection, waiting or _nobody)
        yield connection
        connection.commit()


def _nobody() -> None:
    """Nobody is told."""
