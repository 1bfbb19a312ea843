"""The store as one encrypted file: SQLite under SQLCipher."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any
from urllib.request import pathname2url

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Integer,
    LargeBinary,
    NullPool,
    QueuePool,
    TextClause,
    cast,
    create_engine,
    event,
    text,
)
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.types import TypeEngine

from mediation_desk.library import private_files
from mediation_desk.store.engines import writing
from mediation_desk.store.engines.database import (
    Connect,
    Database,
    Filing,
    Refusal,
    Waiting,
    Wanted,
    asked,
    put_in,
)

BUSY_MILLISECONDS = 15_000
AGAIN_SECONDS = 0.1
PAGES = 2048  # copied between two looks at whether to stop: 8 MiB

_SIGNS = (  # what SQLite says
    ("disk is full", Refusal.FULL), ("disk I/O error", Refusal.CLOSED), ("readonly", Refusal.CLOSED),
    ("unable to open database file", Refusal.CLOSED), ("database is locked", Refusal.BUSY),
    ("malformed", Refusal.DAMAGED), ("not a database", Refusal.DAMAGED),
)


class Embedded(Database):
    """SQLite: one writer at a time, and readers who see the moment at which they began."""

    name = "sqlite"
    is_file = True
    keeps_zones = False
    running_number = Integer  # no other kind is counted on

    def refusal(self, error: DBAPIError) -> Refusal | None:
        """There are no codes; the words are always English."""
        return next((why for sign, why in _SIGNS if sign in str(error.orig)), None)

    def hindrance(self, error: Exception) -> tuple[str, str]:
        """A file says no more than that it is no store to this key."""
        return "", ""

    # -- one moment ----------------------------------------------------------------------

    def for_reading(self, engine: Engine) -> Engine:
        """Readers begin without the write lock."""
        return engine.execution_options(reading=True)

    @contextmanager
    def fresh(self, engine: Engine, connect: Connect) -> Iterator[Engine]:
        """A pooled connection may still hold pages that it cached of an earlier moment."""
        made = connect()
        try:
            yield made
        finally:
            made.dispose()

    @contextmanager
    def held(self, engine: Engine, *, damaged: bool) -> Iterator[str]:
        """No second connection can join the first one's moment, so writers of a damaged store wait."""
        with ExitStack() as ours:
            if damaged:
                with suppress(DBAPIError):  # nobody can write then, or it has to do without
                    ours.enter_context(engine.connect()).exec_driver_sql("SELECT 1")
            yield ""

    def join(self, connection: Connection, moment: str) -> None:
        """The moment begins with the first page that is read."""
        self.touch(connection)

    def apart(self, connection: Connection) -> AbstractContextManager[object]:
        """A failed read changes nothing for the next one, unless the page itself was damaged."""
        return nullcontext()

    def as_it_stands(self, value: ColumnElement[Any]) -> ColumnElement[Any]:
        """As bytes, for text that is none would be refused."""
        return cast(value, LargeBinary)

    def written_otherwise(self, value: ColumnElement[Any], kind: TypeEngine[Any]
                          ) -> ColumnElement[bool] | None:
        """Anything can stand in any column."""
        return writing.otherwise(value, kind)

    # -- taking turns --------------------------------------------------------------------

    def take_tables(self, connection: Connection, waiting: Waiting) -> None:
        """There is one writer: the transaction that may write is the lock."""
        raw: Any = connection.connection.driver_connection
        raw.execute("PRAGMA busy_timeout = 0")
        try:
            if not _begun(connection):
                waiting()
            while not (connection.in_transaction() or _begun(connection)):
                time.sleep(AGAIN_SECONDS)
        finally:
            raw.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")

    def wait_turn(self, connection: Connection, number: int) -> None:
        """Whoever writes has every turn."""

    def take_turn(self, connection: Connection, number: int) -> bool:
        """Whoever writes has every turn."""
        return True

    def hold_off(self, connection: Connection, tables: Sequence[str]) -> None:
        """Whoever writes keeps everybody else from it."""

    # -- the whole -----------------------------------------------------------------------

    def touch(self, connection: Connection) -> None:
        """The first page is enough: nothing is read with a wrong key."""
        connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()

    def is_sound(self, engine: Engine, connect: Connect) -> bool:
        """Whether every page that holds something can be read, and the trees of pages are in order.

        Reading a page checks its authentication code. The pages are read through SQLite, write-ahead log
        included: the file by itself is only half of the store while others write (which is why SQLCipher's
        own check of the file is not asked), and on a connection of its own, for a pooled one may still hold
        what it cached of the search index before others wrote. Unused pages hold nothing and are not read.
        """
        try:
            with self.fresh(engine, connect) as made, closing(made.raw_connection()) as connection:
                raw: Any = connection.driver_connection
                raw.execute("BEGIN")
                return is_whole(raw)
        except engine.dialect.loaded_dbapi.Error:
            return False

    def size(self, connection: Connection) -> int:
        """All pages, written or free."""
        pages = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
        return int(connection.execute(text(pages)).scalar_one())

    def check_references(self, connection: Connection) -> None:
        """Tables are altered whatever rows wait."""

    def continue_numbers(self, connection: Connection, columns: Mapping[str, str]) -> None:
        """The next number is always the one after the highest."""

    # -- search --------------------------------------------------------------------------

    def create_search(self, connection: Connection) -> None:
        """FTS5, which splits at blanks whatever tokens are put in."""
        connection.exec_driver_sql("CREATE VIRTUAL TABLE case_search USING fts5(tokens, words UNINDEXED, "
                                   "detail=none, columnsize=0, prefix='1 2 3 4', "
                                   "tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* C* M*'\")")

    def matching(self, wanted: Wanted) -> TextClause:
        """FTS5's signs."""
        return asked("case_search MATCH :fts", wanted, " AND ", " OR ", '"{}"', '"{}"*')

    def file(self, connection: Connection, filings: Iterable[Filing]) -> None:
        """Tokens with blanks between them."""
        put_in(connection, ":tokens", [{"seq": seq, "tokens": " ".join(tokens), "words": told}
                                       for seq, tokens, told in filings])

    def filed(self, connection: Connection, seq: int) -> tuple[frozenset[str], str] | None:
        """The tokens between the blanks."""
        found = connection.execute(text("SELECT tokens, words FROM case_search WHERE rowid = :seq"),
                                   {"seq": seq}).one_or_none()
        return found and (frozenset(found.tokens.split(" ") if found.tokens else ()), found.words)


def _begun(connection: Connection) -> bool:
    try:
        connection.begin()
    except OperationalError as busy:
        if "locked" not in str(busy.orig):
            raise
        return False
    return True


# -- opening files -----------------------------------------------------------------------


def driver() -> Any:
    """SQLCipher's own module, loaded by whoever opens a file first."""
    import sqlcipher3  # type: ignore[import-untyped]

    return sqlcipher3


def engine_on(path: Path, key: Callable[[], bytes], *, pooled: bool = True) -> Engine:
    """An engine on an encrypted file; ``key`` gives the 32-byte store key, which is asked for whenever a
    connection is made and kept by none but SQLCipher, until the connection is closed."""

    def connect() -> Any:
        private_files.claim(path)  # the log beside it gets the same rights from SQLite
        connection = driver().connect(str(path), check_same_thread=False, isolation_level=None,
                                      timeout=BUSY_MILLISECONDS / 1000)
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA key = \"x'{key().hex()}'\"")
        for pragma in ("cipher_log_level = NONE", "journal_mode = WAL", "synchronous = FULL",
                       "foreign_keys = ON", "temp_store = MEMORY", "secure_delete = ON",
                       "cache_size = -32000"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()
        return connection

    engine = create_engine("sqlite://", creator=connect, module=driver(),
                           poolclass=QueuePool if pooled else NullPool)
    event.listen(engine, "begin", begin)
    event.listen(engine.pool, "checkin", _end)
    return engine


def _end(raw: Any, _record: object) -> None:
    """A commit that the database refuses leaves its transaction open, and whoever takes the connection next
    must not find it there."""
    if raw is not None and raw.in_transaction:
        raw.rollback()


def begin(connection: Connection) -> None:
    """Take the write lock at once for work, so that two writers wait instead of failing half way."""
    reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def engine_on_copy(path: Path, key: bytes) -> Engine:
    """An engine on a file that nobody writes; it leaves not a byte beside it, and nothing is written."""
    engine = create_engine("sqlite://", creator=lambda: connect_to_copy(path, key), module=driver(),
                           poolclass=NullPool)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    return engine


def connect_to_copy(path: Path, key: bytes) -> Any:
    """The driver's connection to a file that nobody writes."""
    return keyed(f"file:{pathname2url(str(path.absolute()))}?mode=ro&immutable=1", key, uri=True)


def copy_pages(source: Any, target: Path, key: bytes, progress: Callable[[int, int, int], object]) -> None:
    """Copy page by page to a new file under that key, the source's own or another, inside the reading
    transaction of ``source`` (a driver's connection), which no writer can make start again; ``progress``:
    status, pages left, of all."""
    private_files.create(target).close()
    copy = keyed(str(target), key)
    try:
        copy.execute("PRAGMA journal_mode = OFF")
        copy.execute("PRAGMA synchronous = OFF")
        source.backup(copy, pages=PAGES, progress=progress)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, readable where nothing may be written
    finally:
        copy.close()


def is_whole(raw: Any) -> bool:
    """Whether every page can be read; ``raw``: a driver's connection."""
    return bool(raw.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok")


def has_table(raw: Any, name: str) -> bool:
    """Whether the file has a table of that name; ``raw``: a driver's connection."""
    return raw.execute("SELECT 1 FROM sqlite_master WHERE name = ?", [name]).fetchone() is not None


def keyed(path: str, key: bytes, *, uri: bool = False) -> Any:
    """The driver's connection to a file under that key."""
    connection = driver().connect(path, uri=uri, isolation_level=None, check_same_thread=False)
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection
