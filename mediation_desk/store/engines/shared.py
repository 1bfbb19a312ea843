"""The store that an office shares on its server: PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Connection, Engine, TextClause, create_engine, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.types import TypeEngine

from mediation_desk.domain.words import N_
from mediation_desk.store.engines.address import guarded
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

TABLES = 0x6D6465736B  # "mdesk": the number of the turn in which tables are changed

PATIENCE_SECONDS = 15  # for a save that is under way

_FULL = "53100"  # SQLSTATE
_GONE = ("08", "57P")  # classes of it: connection exception, operator intervention
_SIGNS = (  # what comes without any: from the network, and where only words tell
    ("connection failed", Refusal.GONE), ("connection is closed", Refusal.GONE),
    ("connection is lost", Refusal.GONE), ("server closed the connection", Refusal.GONE),
    ("No space left", Refusal.FULL), ("read-only", Refusal.CLOSED), ("lock timeout", Refusal.BUSY),
    ("deadlock", Refusal.BUSY),
)

_STRANGER = N_("The server's certificate was made by nobody whom this computer trusts: it may be another "
               "server in the place of yours. No password was sent. If it is yours, ask whoever runs it for "
               "its root certificate, and name that in the address (sslrootcert=…).")
_OTHER_NAME = N_("The server's certificate was made for another name than the one in the address: it may be "
                 "another server in the place of yours. No password was sent. Check the address.")
_WEAK = N_("The server did not ask for the password by SCRAM, bound to an encrypted line. Another way would "
           "give the password to whoever stands in between, or proves nothing of the server. No password was "
           "sent. Ask whoever runs the server to set it up with scram-sha-256.")
_OPEN_LINE = N_("The server offers no encrypted line. No password was sent. Ask whoever runs it to set up a "
                "certificate.")
_WRONG = N_("The server does not accept its password. This is not your own; ask whoever runs the server.")
_MISSING = N_("The server asks for a password of its own. Enter it.")
_NO_ROOT = N_("The root certificate named in the address cannot be read. Check where it lies.")
_SILENT = N_("The server does not answer. Check the address and the network; nothing was changed.")
_HINDRANCES = (  # the first sign that stands in what libpq or the server says
    ("root certificate file", _NO_ROOT), ("could not read root certificate", _NO_ROOT),
    ("does not match host name", _OTHER_NAME), ("certificate verify failed", _STRANGER),
    ("does not support SSL", _OPEN_LINE), ("authentication method requirement", _WEAK),
    ("channel binding", _WEAK), ("no password supplied", _MISSING),
    ("password authentication failed", _WRONG),
    ("could not translate host name", _SILENT), ("Connection refused", _SILENT),
    ("timeout expired", _SILENT), ("No route to host", _SILENT),
)
_OF_THE_PASSWORD = (_MISSING, _WRONG)


class Shared(Database):
    """PostgreSQL: many writers, whose turns are advisory locks that go with the transaction, also when a
    desk is killed."""

    name = "postgresql"
    is_file = False
    keeps_zones = True
    running_number = BigInteger

    def refusal(self, error: DBAPIError) -> Refusal | None:
        """By the code of the standard, and by words where there is none."""
        state = getattr(error.orig, "sqlstate", None) or ""
        if state == _FULL:
            return Refusal.FULL
        if state.startswith(_GONE):
            return Refusal.GONE
        return next((why for sign, why in _SIGNS if sign in str(error.orig)), None)

    def hindrance(self, error: Exception) -> tuple[str, str]:
        """By what libpq says of the line and the server of the password."""
        said = str(error)
        why = next((why for sign, why in _HINDRANCES if sign in said), "")
        return why, why and ("server_password" if why in _OF_THE_PASSWORD else "place")

    # -- one moment ----------------------------------------------------------------------

    def for_reading(self, engine: Engine) -> Engine:
        """The first statement's moment is that of all."""
        return engine.execution_options(isolation_level="REPEATABLE READ")

    def fresh(self, engine: Engine, connect: Connect) -> AbstractContextManager[Engine]:
        """The server answers for what is remembered."""
        return nullcontext(self.for_reading(engine))

    @contextmanager
    def held(self, engine: Engine, *, damaged: bool) -> Iterator[str]:
        """A snapshot is there for others while the transaction that exported it lasts."""
        with engine.connect() as keeper:
            yield str(keeper.exec_driver_sql("SELECT pg_export_snapshot()").scalar_one())

    def join(self, connection: Connection, moment: str) -> None:
        """A transaction joins a snapshot before it reads anything."""
        if moment:
            connection.exec_driver_sql(f"SET TRANSACTION SNAPSHOT '{moment}'")
        else:
            self.touch(connection)

    @contextmanager
    def apart(self, connection: Connection) -> Iterator[object]:
        """A failed statement ends the transaction, or the savepoint. One lasts until something fails: a
        savepoint for each piece would ask the server three times instead of once."""
        piece = connection.get_nested_transaction() or connection.begin_nested()
        try:
            yield piece
        except BaseException:
            piece.rollback()
            raise

    def as_it_stands(self, value: ColumnElement[Any]) -> ColumnElement[Any]:
        """The server lets nothing stand that is not of the column's kind."""
        return value

    def written_otherwise(self, value: ColumnElement[Any], kind: TypeEngine[Any]
                          ) -> ColumnElement[bool] | None:
        """The server writes everything itself."""
        return None

    # -- taking turns --------------------------------------------------------------------

    def take_tables(self, connection: Connection, waiting: Waiting) -> None:
        """Readers and writers of rows go on meanwhile."""
        if not self.take_turn(connection, TABLES):
            waiting()
            self.wait_turn(connection, TABLES)

    def wait_turn(self, connection: Connection, number: int) -> None:
        """By the server's advisory lock of that number."""
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": number})

    def take_turn(self, connection: Connection, number: int) -> bool:
        """By the same lock."""
        taken = text("SELECT pg_try_advisory_xact_lock(:number)")
        return bool(connection.execute(taken, {"number": number}).scalar_one())

    def hold_off(self, connection: Connection, tables: Sequence[str]) -> None:
        """One after the other; who waits for longer than a save takes is told that the store is busy."""
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{PATIENCE_SECONDS}s'")
        for table in tables:
            connection.exec_driver_sql(f"LOCK TABLE {table} IN EXCLUSIVE MODE")

    # -- the whole -----------------------------------------------------------------------

    def touch(self, connection: Connection) -> None:
        """Any answer will do."""
        connection.exec_driver_sql("SELECT 1")

    def is_sound(self, engine: Engine, connect: Connect) -> bool:
        """Its files are the server's to look after."""
        return True

    def size(self, connection: Connection) -> int:
        """As the server measures the database."""
        return int(connection.execute(text("SELECT pg_database_size(current_database())")).scalar_one())

    def check_references(self, connection: Connection) -> None:
        """No table can be altered while rows wait to be checked."""
        connection.exec_driver_sql("SET CONSTRAINTS ALL IMMEDIATE")

    def continue_numbers(self, connection: Connection, columns: Mapping[str, str]) -> None:
        """Its sequences count whatever stands in the rows, and have to be told."""
        for table, number in columns.items():
            connection.execute(text(f"SELECT setval(pg_get_serial_sequence('{table}', '{number}'), "
                                    f"max({number})) FROM {table} HAVING max({number}) IS NOT NULL"))

    # -- search --------------------------------------------------------------------------

    def create_search(self, connection: Connection) -> None:
        """A tsvector holds the tokens just as they are. The server counts how common more of them are than it
        would by itself, or it takes each for a common one and goes through all cases for a rare one."""
        connection.exec_driver_sql("CREATE TABLE case_search (rowid BIGINT PRIMARY KEY, tokens tsvector, "
                                   "words TEXT)")
        connection.exec_driver_sql("ALTER TABLE case_search ALTER COLUMN tokens SET STATISTICS 500")
        connection.exec_driver_sql("CREATE INDEX ix_case_search_tokens ON case_search USING gin(tokens)")

    def matching(self, wanted: Wanted) -> TextClause:
        """A tsquery's signs."""
        return asked("tokens @@ CAST(:fts AS tsquery)", wanted, " & ", " | ", "'{}'", "'{}':*")

    def file(self, connection: Connection, filings: Iterable[Filing]) -> None:
        """Tokens as a list, so that none is cut in two."""
        put_in(connection, "array_to_tsvector(CAST(:tokens AS text[]))",
               [{"seq": seq, "tokens": list(tokens), "words": told} for seq, tokens, told in filings])

    def filed(self, connection: Connection, seq: int) -> tuple[frozenset[str], str] | None:
        """The list again."""
        found = connection.execute(text("SELECT tsvector_to_array(tokens) AS tokens, words FROM case_search "
                                        "WHERE rowid = :seq"), {"seq": seq}).one_or_none()
        return found and (frozenset(found.tokens or ()), found.words)


def engine_to(url: str, *, password: str | None = None) -> Engine:
    """An engine on the office's server; ``url`` as libpq writes it (postgresql://...). Of a server elsewhere
    a proven certificate and SCRAM are asked, unless the address says otherwise."""
    from sqlalchemy import make_url

    address = make_url(url).set(drivername="postgresql+psycopg")
    if password is not None:
        address = address.set(password=password)
    return create_engine(address, pool_pre_ping=True, isolation_level="READ COMMITTED",
                         connect_args=guarded(address.host or "", address.query))
