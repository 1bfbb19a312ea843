"""All rows of a store as a stream of messages, and back into an empty store, whatever the engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import (
    Column,
    Connection,
    Engine,
    LargeBinary,
    Select,
    Table,
    TableClause,
    func,
    insert,
    inspect,
    select,
)
from sqlalchemy import column as plain_column
from sqlalchemy import table as plain_table

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.store import schema
from mediation_desk.store.engines.alone import alone
from mediation_desk.store.engines.kinds import database_of
from mediation_desk.store.journal import ledger
from mediation_desk.store.journal.heads import closed
from mediation_desk.store.pace import Pace
from mediation_desk.store.reading.filing import file_all
from mediation_desk.store.tables.cases import cases
from mediation_desk.store.tables.columns import metadata
from mediation_desk.store.tables.desk import accounts
from mediation_desk.store.tables.journal import journal
from mediation_desk.store.values import plain, restored

ROWS_AT_ONCE, FILES_AT_ONCE = 500, 8
LARGEST_MESSAGE = 1 << 20  # bytes of rows gathered into one message, unless a single row is larger


class Person(Struct, frozen=True):
    """An account as the store knew it; nobody's rights once it was disabled."""

    name: str
    roles: list[Role]


class Inside(Struct, frozen=True, kw_only=True):
    """What a store or a backup holds, told after its password: how much, until when, whose."""

    revision: str
    journal_seq: int
    journal_hash: str
    cases: int
    newest_at: datetime | None
    people: dict[str, Person]  # by account key
    tables: dict[str, list[str]]
    counts: dict[str, int]

    @property
    def rows(self) -> int:
        """Rows of all tables."""
        return sum(self.counts.values())


class _Message(Struct, frozen=True, array_like=True):
    table: str
    rows: list[list[Any]]


def inside(connection: Connection) -> Inside:
    """What the store holds at this moment."""
    tables = _present(connection)
    seq, link = end_of_journal(connection)
    return Inside(
        revision=schema.revision(connection) or "", journal_seq=seq, journal_hash=link.hex(),
        cases=connection.execute(select(func.count()).select_from(cases)
                                 .where(cases.c.removed_at.is_(None))).scalar_one(),
        newest_at=connection.execute(select(func.max(journal.c.at))).scalar(),
        people={str(key): Person(name, [] if disabled else sorted(roles))
                for key, name, roles, disabled in connection.execute(select(
                    accounts.c.id, accounts.c.name, accounts.c.roles, accounts.c.disabled_at))},
        tables={str(table.name): [str(column.name) for column in columns]
                for table, columns in tables.items()},
        counts={str(table.name): _count(connection, table) for table in tables})


def end_of_journal(connection: Connection) -> tuple[int, bytes]:
    """How many entries the ledger of the journal tells of, and its digest; in a store of the first schema
    the number and the link of the journal's last row."""
    if not inspect(connection).has_table("journal_ledger"):
        return closed(connection)
    standing = ledger.place(connection)
    return standing.total, standing.digest


def _count(connection: Connection, table: Table) -> int:
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


def _present(connection: Connection) -> dict[Table, list[Column[Any]]]:
    """The program's tables and columns that the store has: an older store has fewer."""
    seen = inspect(connection)
    known = set(seen.get_table_names())
    found = {}
    for table in metadata.sorted_tables:
        if table.name in known:
            names = {column["name"] for column in seen.get_columns(table.name)}
            found[table] = [column for column in table.columns if column.name in names]
    return found


def messages(connection: Connection, pace: Pace) -> Iterator[bytes]:
    """The store as messages: first what is inside, then the rows, table by table.

    The connection's transaction must show one moment of the store throughout.
    """
    told = inside(connection)
    yield msgspec.msgpack.encode(told)
    done = 0
    for table, columns in _present(connection).items():
        for rows in gathered(connection, select(*columns), columns):
            yield msgspec.msgpack.encode(_Message(str(table.name), rows))
            done += len(rows)
            pace.step(done, told.rows)


def gathered(connection: Connection, wanted: Select[Any],
             columns: Sequence[Column[Any]]) -> Iterator[list[list[Any]]]:
    """The rows of a query of these columns, in lists of about a megabyte."""
    files = any(isinstance(column.type, LargeBinary) for column in columns)
    at_once = FILES_AT_ONCE if files else ROWS_AT_ONCE
    result = connection.execute(wanted.execution_options(yield_per=at_once))
    found: list[list[Any]] = []
    size = 0
    for row in result:
        kept = [value if isinstance(value, bytes) else plain(value) for value in row]
        found.append(kept)
        size += sum(len(value) for value in kept if isinstance(value, bytes | str))
        if len(found) >= ROWS_AT_ONCE or size >= LARGEST_MESSAGE:
            yield found
            found, size = [], 0
    if found:
        yield found


def read_inside(message: bytes) -> Inside:
    """The first message of a store."""
    return msgspec.msgpack.decode(message, type=Inside)


def count_rows(stream: Iterable[bytes], pace: Pace) -> Inside:
    """Read messages through to the end; ValueError unless every row that was announced is there."""
    reading = iter(stream)
    told = read_inside(next(reading))
    for _message in _each(told, reading, pace):
        pass
    return told


def _each(told: Inside, reading: Iterator[bytes], pace: Pace) -> Iterator[_Message]:
    """The messages after the first; ValueError at the end when rows are missing."""
    counts = dict.fromkeys(told.counts, 0)
    for content in reading:
        message = msgspec.msgpack.decode(content, type=_Message)
        yield message
        counts[message.table] += len(message.rows)
        pace.step(sum(counts.values()), told.rows)
    if counts != told.counts:
        raise ValueError("rows are missing")


def put(engine: Engine, stream: Iterable[bytes], pace: Pace, journal_key: bytes) -> Inside:
    """Fill an empty store from messages, in one transaction, and bring it up to date.

    ``journal_key`` is that of the store whose rows they are. DeskError when the place is not empty;
    StoreTooNew when the rows are a newer program's.
    """
    reading = iter(stream)
    told = read_inside(next(reading))
    if told.revision not in schema.KNOWN:
        raise schema.StoreTooNew(N_("This backup was written by a newer version of the program. Install that "
                                    "version to restore it."), field="backup")
    with alone(engine) as connection:
        _require_empty(connection)
        schema.upgrade(connection, journal_key, told.revision)
        tables = {name: _of_that_day(name, columns) for name, columns in told.tables.items()}
        for made in reversed(tables.values()):
            connection.execute(made.delete())  # what the migrations put there themselves
        for message in _each(told, reading, pace):
            known = metadata.tables[message.table].c
            columns = [known[name] for name in told.tables[message.table]]
            connection.execute(insert(tables[message.table]), [values(columns, row) for row in message.rows])
        _continue_numbers(connection)
        schema.upgrade(connection, journal_key)
        file_all(connection)
    return told


def _of_that_day(name: str, columns: list[str]) -> TableClause:
    """A table with the columns that it had in the schema of the rows."""
    known = metadata.tables[name].c
    return plain_table(name, *(plain_column(one, known[one].type) for one in columns))


def values(columns: Sequence[Column[Any]], row: Sequence[Any]) -> Mapping[str, Any]:
    """A gathered row's values again, by column."""
    return {column.name: value if isinstance(column.type, LargeBinary) else restored(column, value)
            for column, value in zip(columns, row, strict=True)}


def _require_empty(connection: Connection) -> None:
    if inspect(connection).get_table_names():
        raise DeskError(N_("There already is something in this place. Restore into a new folder or an empty "
                           "database."), field="place")


def _continue_numbers(connection: Connection) -> None:
    """Of the tables that there are: a backup of an earlier schema has not all of them yet."""
    there = set(inspect(connection).get_table_names())
    database_of(connection).continue_numbers(connection, {
        table.name: number.name for table in metadata.sorted_tables
        if table.name in there and (number := table.autoincrement_column) is not None})
