"""One moment of a store, read whatever it meets: what breaks is mended, and the reading goes on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from types import TracebackType
from typing import Any, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from mediation_desk.store.engines.kinds import database_of
from mediation_desk.store.store import Store

AT_ONCE = 500  # rows read by their keys in one go
PATIENCE = 400  # rows of one table that may turn out unreadable, before the rest of it is let be


Key = TypeVar("Key")
Read = Callable[[Connection, Sequence[Key]], Iterable[tuple[Key, Any]]]


class Unreadable(Exception):
    """What was asked for cannot be read; the moment itself can be read on."""


class Lost(Exception):
    """No connection can be had any more."""


class Moment:
    """The store as it stands when this is entered, however much others write meanwhile.

    Connections of its own are used, since a pooled one may still hold what it cached of an earlier moment.
    A page of a file that fails its authentication code makes SQLCipher refuse every later page on that
    connection, so it is replaced; a lost connection is replaced by one that joins the same moment.
    """

    def __init__(self, store: Store, *, damaged: bool = False) -> None:
        self._store, self._damaged = store, damaged
        self.database = database_of(store.engine)
        self._ours = ExitStack()
        self._reader = ExitStack()
        self.unreadable: Counter[str] = Counter()

    def __enter__(self) -> Moment:
        engine, place = self._store.engine, self._store.place
        self._engine = self._ours.enter_context(self.database.fresh(
            engine, lambda: place.connect(lambda: self._store.opened.store_key)))
        self._name = self._ours.enter_context(self.database.held(self._engine, damaged=self._damaged))
        self._connect()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        with suppress(DBAPIError):
            self._reader.close()
        with suppress(DBAPIError):
            self._ours.close()

    def _connect(self) -> None:
        self._reader = ExitStack()
        try:
            connection = self._engine.connect().execution_options(reading=True)
            self._reader.callback(connection.close)
            self.database.join(connection, self._name)
        except DBAPIError as trouble:
            raise Lost from trouble
        self.connection: Connection = connection

    @contextmanager
    def attempt(self) -> Iterator[Connection]:
        """Read inside. Whatever goes wrong, Unreadable is raised and the next attempt finds all in order."""
        try:
            with self.database.apart(self.connection):
                yield self.connection
        except Exception as trouble:  # everything: what stands in a damaged row is nobody's to foresee
            self._mend(trouble)
            raise Unreadable from trouble

    def _mend(self, trouble: Exception) -> None:
        if not isinstance(trouble, DBAPIError) or "decode" in str(trouble.orig):
            return
        if self.database.is_file or trouble.connection_invalidated or self.connection.closed:
            with suppress(DBAPIError):
                self.connection.invalidate()
            with suppress(DBAPIError):
                self._reader.close()
            self._connect()

    def each(self, table: str, keys: Sequence[Key], read: Read[Key]) -> Iterator[tuple[Key, Any]]:
        """The rows of a table by their keys, with None for a row that cannot be read.

        ``read`` gives pairs of key and row for some keys; where it fails the keys are halved, down to the
        damaged row. Keys that no row has are left out.
        """
        for start in range(0, len(keys), AT_ONCE):
            yield from self._halved(table, keys[start:start + AT_ONCE], read)

    def _halved(self, table: str, keys: Sequence[Key], read: Read[Key]) -> Iterator[tuple[Key, Any]]:
        if not keys or self.worn(table):
            return
        try:
            with self.attempt() as connection:
                found = list(read(connection, keys))
        except Unreadable:
            if len(keys) == 1:
                self.unreadable[table] += 1
                yield keys[0], None
                return
            for half in (keys[:len(keys) // 2], keys[len(keys) // 2:]):
                yield from self._halved(table, half, read)
            return
        yield from found

    def worn(self, table: str) -> bool:
        """Whether so many rows of the table were unreadable that the rest is let be."""
        return self.unreadable[table] >= PATIENCE
