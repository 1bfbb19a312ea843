"""A shared store's rows as one encrypted file, read from one moment of the database."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine

from mediation_desk.library import private_files
from mediation_desk.store.backup.copy import CopyFailed, Head
from mediation_desk.store.backup.manifest import ROWS, BackupDamaged
from mediation_desk.store.engines.kinds import database_of
from mediation_desk.store.exchange import rows
from mediation_desk.store.exchange.rows import Inside
from mediation_desk.store.exchange.stream import StreamDamaged, read_chunks, write_chunks
from mediation_desk.store.pace import Pace


def export_rows(engine: Engine, key: bytes, target: Path, pace: Pace) -> Head:
    """Write every row of the store to a new file; ``key`` is the store key. Returns where the store stood
    when it began, whatever others write meanwhile."""
    readers = database_of(engine).for_reading(engine)
    with readers.connect() as connection, private_files.create(target) as file:
        head = rows.inside(connection)
        write_chunks(file, key, rows.messages(connection, pace))
        file.flush()
        os.fsync(file.fileno())
    return Head(head.revision, head.journal_seq, head.journal_hash)


def check_rows(path: Path, key: bytes, head: Head, pace: Pace) -> None:
    """Read the whole file again; CopyFailed unless every row is there and it ends at ``head``."""
    try:
        with path.open("rb") as file:
            told = rows.count_rows(read_chunks(file, key), pace)
    except (StreamDamaged, ValueError, OSError) as trouble:
        raise CopyFailed from trouble
    if (told.revision, told.journal_seq, told.journal_hash) != (head.revision, head.seq, head.hash):
        raise CopyFailed


@contextmanager
def stream_of(path: Path, key: bytes) -> Iterator[Iterator[bytes]]:
    """The messages of an exported file; BackupDamaged when it is not as it was written."""
    try:
        with path.open("rb") as file:
            yield read_chunks(file, key)
    except (StreamDamaged, ValueError, OSError) as trouble:
        raise BackupDamaged(ROWS) from trouble


def look(path: Path, key: bytes) -> Inside:
    """What an exported file holds, from its first message."""
    with stream_of(path, key) as stream:
        return rows.read_inside(next(stream))
