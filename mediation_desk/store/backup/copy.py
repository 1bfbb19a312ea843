"""An online copy of an embedded store: encrypted as the store is, and read back before it counts."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from mediation_desk.domain.words import N_, DeskError
from mediation_desk.store.engines import embedded
from mediation_desk.store.pace import Pace


class CopyFailed(DeskError):
    """The copy that was just written cannot be read back."""

    def __init__(self) -> None:
        super().__init__(N_("The copy that was just written cannot be read back, so it was thrown away. The "
                            "disk may be worn: choose another folder for backups."), field="folder")


@dataclass(frozen=True)
class Head:
    """Where a store stands: the schema's revision and the end of the journal's ledger."""

    revision: str
    seq: int
    hash: str


def copy_database(engine: Engine, key: bytes, target: Path, pace: Pace) -> Head:
    """Copy the store as it stands at this moment to a new file; colleagues keep writing meanwhile.

    ``key`` is the store key, and the copy's. The copy is brought to the disk; its head is returned.
    """
    source = engine.raw_connection()
    try:
        here: Any = source.driver_connection
        here.execute("BEGIN")
        try:
            head = _head(here)
            embedded.copy_pages(here, target, key,
                                lambda _status, left, total: pace.step(total - left, total))
        finally:
            here.execute("ROLLBACK")
    finally:
        source.close()
    _settle(target)
    return head


def check_database(path: Path, key: bytes, head: Head) -> None:
    """Open the copy and read every page of it; CopyFailed unless it is whole and ends at ``head``."""
    try:
        with closing(embedded.connect_to_copy(path, key)) as connection:
            sound = embedded.is_whole(connection) and _head(connection) == head
    except embedded.driver().DatabaseError as trouble:
        raise CopyFailed from trouble
    if not sound:
        raise CopyFailed


@contextmanager
def looking_into(path: Path, key: bytes) -> Iterator[Engine]:
    """An engine on a copy that leaves not a byte beside it; nothing can be written through it."""
    engine = embedded.engine_on_copy(path, key)
    try:
        yield engine
    finally:
        engine.dispose()


def _head(connection: Any) -> Head:
    seq, link = _end_of_journal(connection)
    revision = connection.execute("SELECT version_num FROM alembic_version").fetchone()[0]
    return Head(str(revision), seq, link.hex())


def _end_of_journal(connection: Any) -> tuple[int, bytes]:
    """As ``exchange.rows.end_of_journal``."""
    if embedded.has_table(connection, "journal_ledger"):
        last = connection.execute("SELECT total, digest FROM journal_ledger ORDER BY number DESC LIMIT 1"
                                  ).fetchone()
        if last is not None:
            return int(last[0]), bytes(last[1])
    seq, link = connection.execute("SELECT seq, hash FROM journal_head").fetchone()
    return int(seq), bytes(link)


def _settle(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
