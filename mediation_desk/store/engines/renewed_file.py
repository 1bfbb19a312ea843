"""An embedded store under a renewed key: written beside the present file, which it then replaces.

The key file says which of the two is the store: the moment in which it is renamed into place is the moment
of the renewal. Whoever opens the store next finishes what is left to do, or takes away what was half done.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from enum import Enum
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, StaticPool, create_engine, event

from mediation_desk.library import private_files
from mediation_desk.store.engines import embedded
from mediation_desk.store.engines.embedded import begin, connect_to_copy, driver, is_whole, keyed

AGAIN_MILLISECONDS = 200


class Left(Enum):
    """What an interrupted renewal had left behind, and what was done about it."""

    FINISHED = "finished"
    TAKEN_BACK = "taken back"


def beside(database: Path) -> Path:
    """Where the store under its new key is written."""
    return database.with_name(database.name + ".renewed")


@contextmanager
def held(database: Path, key: bytes, waiting: Callable[[], object]) -> Iterator[Any]:
    """The driver's connection to a store that nobody else has open until it is closed, and no log beside it.

    ``waiting`` is called again and again while others have it open; what it raises ends the waiting.
    """
    with closing(keyed(str(database), key)) as connection:
        connection.execute(f"PRAGMA busy_timeout = {AGAIN_MILLISECONDS}")
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        while not _alone(connection):
            waiting()
        yield connection


def _alone(connection: Any) -> bool:
    """Leaving the write-ahead log is possible only where nobody else has the file open."""
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")  # the lock stays
    except driver().OperationalError as busy:
        if "locked" not in str(busy):
            raise
        return False
    return True


def engine_on_fresh(file: Path, key: bytes) -> Engine:
    """An engine on the file that is being written: without a journal, since a half written one is thrown
    away whole."""
    def connect() -> Any:
        connection = keyed(str(file), key)
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "foreign_keys = ON"):
            connection.execute(f"PRAGMA {pragma}")
        return connection

    engine = create_engine("sqlite://", creator=connect, module=driver(), poolclass=StaticPool)
    event.listen(engine, "begin", begin)
    return engine


def settled(file: Path, key: bytes) -> bool:
    """Bring the file to the disk; whether every page of it can be read with that key."""
    handle = os.open(file, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    private_files.settle(file.parent)
    with closing(connect_to_copy(file, key)) as connection:
        return is_whole(connection)


def throw_away(database: Path) -> None:
    """What was half done."""
    for end in ("", "-journal"):
        beside(database).with_name(beside(database).name + end).unlink(missing_ok=True)


def put_in_place(database: Path) -> None:
    """The store under its new key takes the former one's place; done twice, it does nothing."""
    if not beside(database).exists():
        return
    for end in ("-wal", "-shm"):  # empty, and the former file's
        database.with_name(database.name + end).unlink(missing_ok=True)
    os.replace(beside(database), database)  # noqa: PTH105 - the very call whose promise is documented
    private_files.settle(database.parent)


def settle(database: Path, key: bytes, is_present: Callable[[], bool]) -> Left | None:
    """Finish an interrupted renewal or take it back, as the key says that opens the store.

    ``is_present``: whether the key file is still sealed with that key; asked while nobody can begin a
    renewal. Nothing is touched where it is not, where the store is just being renewed, or where the key
    opens neither file.
    """
    if not beside(database).exists():
        return None
    if _opens(beside(database), key):
        put_in_place(database)
        return Left.FINISHED
    with suppress(driver().DatabaseError), closing(keyed(str(database), key)) as connection:
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # nobody renews it meanwhile
        if is_present():
            throw_away(database)
            return Left.TAKEN_BACK
    return None


def _opens(file: Path, key: bytes) -> bool:
    try:
        with closing(connect_to_copy(file, key)) as connection:
            return embedded.has_table(connection, "journal_chains")
    except driver().DatabaseError:
        return False
