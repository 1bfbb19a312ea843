"""An online copy of an embedded store: encrypted as the store is, and read back before it counts."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import pathname2url

import sqlcipher3  # type: ignore[import-untyped]
from sqlalchemy import Engine, NullPool, create_engine, event

from mediation_desk.domain.words import N_, DeskError
from mediation_desk.store.pace import Pace

PAGES = 2048  # copied between two looks at whether to stop: 8 MiB


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
            _copy(here, target, key, pace)
        finally:
            here.execute("ROLLBACK")
    finally:
        source.close()
    _settle(target)
    return head


def _copy(here: Any, target: Path, key: bytes, pace: Pace) -> None:
    """Page by page inside the reading transaction, which no writer can make start again."""
    copy = _keyed(str(target), key)
    try:
        copy.execute("PRAGMA journal_mode = OFF")
        copy.execute("PRAGMA synchronous = OFF")
        here.backup(copy, pages=PAGES, progress=lambda _status, left, total: pace.step(total - left, total))
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, readable where nothing may be written
    finally:
        copy.close()


def check_database(path: Path, key: bytes, head: Head) -> None:
    """Open the copy and read every page of it; CopyFailed unless it is whole and ends at ``head``."""
    try:
        connection = _keyed(_read_only(path), key, uri=True)
        try:
            whole = connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
            same = _head(connection) == head
        finally:
            connection.close()
    except sqlcipher3.DatabaseError as trouble:
        raise CopyFailed from trouble
    if not (whole and same):
        raise CopyFailed


@contextmanager
def looking_into(path: Path, key: bytes) -> Iterator[Engine]:
    """An engine on a copy that leaves not a byte beside it; nothing can be written through it."""
    engine = create_engine("sqlite://", creator=lambda: _keyed(_read_only(path), key, uri=True),
                           module=sqlcipher3, poolclass=NullPool)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
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
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'journal_ledger'").fetchone():
        last = connection.execute("SELECT total, digest FROM journal_ledger ORDER BY number DESC LIMIT 1"
                                  ).fetchone()
        if last is not None:
            return int(last[0]), bytes(last[1])
    seq, link = connection.execute("SELECT seq, hash FROM journal_head").fetchone()
    return int(seq), bytes(link)


def _keyed(path: str, key: bytes, *, uri: bool = False) -> Any:
    connection = sqlcipher3.connect(path, uri=uri, isolation_level=None, check_same_thread=False)
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def _read_only(path: Path) -> str:
    return f"file:{pathname2url(str(path.absolute()))}?mode=ro&immutable=1"


def _settle(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
