"""What the rest of the store asks of a database: all in which one differs from another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from enum import Enum, auto
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Connection, Engine, Integer, TextClause, bindparam, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.types import TypeEngine

Waiting = Callable[[], object]
Connect = Callable[[], Engine]
Wanted = Sequence[Sequence[tuple[str, bool]]]
"""All of the lists, and of each list one: (token, whether a longer token serves too)."""
Filing = tuple[int, Sequence[str], str]
"""A case's running number, the tokens it is filed under, and the digest of their words."""


class Refusal(Enum):
    """Why a disk or a server does not save."""

    FULL = auto()
    CLOSED = auto()
    BUSY = auto()
    DAMAGED = auto()
    GONE = auto()


class Database(Protocol):
    """One kind of database; each is a file of this room and a line in ``kinds.py``."""

    name: str
    """As SQLAlchemy calls it."""
    is_file: bool
    """Whether a store is one file: copied as a whole, with pages of its own that can be damaged."""
    keeps_zones: bool
    """Whether an instant comes back with its zone."""
    running_number: type[Integer]
    """The kind of whole number that the database counts on by itself."""

    def refusal(self, error: DBAPIError) -> Refusal | None:
        """Why it refused; None for what no disk or server is to blame for, and for another database's."""
        ...

    def hindrance(self, error: Exception) -> tuple[str, str]:
        """Why nobody comes in, as a sentence to be said and the field it belongs to; empty where all one
        knows is that it cannot be read."""
        ...

    # -- one moment ----------------------------------------------------------------------

    def for_reading(self, engine: Engine) -> Engine:
        """The engine for readers: all that one transaction reads is of one moment."""
        ...

    def fresh(self, engine: Engine, connect: Connect) -> AbstractContextManager[Engine]:
        """An engine whose connections remember no earlier moment; ``connect`` opens the store anew."""
        ...

    def held(self, engine: Engine, *, damaged: bool) -> AbstractContextManager[str]:
        """Keeps this moment for connections that come later, as far as they can join it; its name for
        :meth:`join`."""
        ...

    def join(self, connection: Connection, moment: str) -> None:
        """Begin to read at that moment; at this one when it has no name."""
        ...

    def apart(self, connection: Connection) -> AbstractContextManager[object]:
        """A piece of a reading whose failure leaves the rest of it as it was."""
        ...

    def as_it_stands(self, value: ColumnElement[Any]) -> ColumnElement[Any]:
        """A column without a type in a form that can be read whatever stands in it."""
        ...

    def written_otherwise(self, value: ColumnElement[Any], kind: TypeEngine[Any]
                          ) -> ColumnElement[bool] | None:
        """The condition for a value that the program did not write, though it may be read as one of the kind;
        None where no such value can stand. ``value``: a column without a type."""
        ...

    # -- taking turns --------------------------------------------------------------------

    def take_tables(self, connection: Connection, waiting: Waiting) -> None:
        """Begin the one transaction that may change tables; ``waiting`` is called once if it has to wait."""
        ...

    def wait_turn(self, connection: Connection, number: int) -> None:
        """Wait until no other transaction holds the turn of this number; it is held until this one ends."""
        ...

    def take_turn(self, connection: Connection, number: int) -> bool:
        """The same without waiting: whether the turn was free."""
        ...

    def hold_off(self, connection: Connection, tables: Sequence[str]) -> None:
        """Let nobody else write into these tables, taken in this order, until the transaction ends."""
        ...

    # -- the whole -----------------------------------------------------------------------

    def touch(self, connection: Connection) -> None:
        """Read so much that a wrong key or a lost connection shows."""
        ...

    def is_sound(self, engine: Engine, connect: Connect) -> bool:
        """Whether what lies below the tables is whole, as far as that is the program's to look after."""
        ...

    def size(self, connection: Connection) -> int:
        """Bytes that the store takes."""
        ...

    def check_references(self, connection: Connection) -> None:
        """Check rows at once instead of at the end: no table is altered while rows wait for it."""
        ...

    def continue_numbers(self, connection: Connection, columns: Mapping[str, str]) -> None:
        """Go on counting after the rows that came with numbers; ``columns``: the number of each table."""
        ...

    # -- search --------------------------------------------------------------------------

    def create_search(self, connection: Connection) -> None:
        """Make ``case_search``: by a case's running number (``rowid``) its tokens and its words' digest."""
        ...

    def matching(self, wanted: Wanted) -> TextClause:
        """The condition that ``case_search`` must satisfy."""
        ...

    def file(self, connection: Connection, filings: Iterable[Filing]) -> None:
        """File cases that are not filed yet."""
        ...

    def filed(self, connection: Connection, seq: int) -> tuple[frozenset[str], str] | None:
        """What the case with that running number is filed under, and the digest of its words."""
        ...


def asked(condition: str, wanted: Wanted, every: str, some: str, exact: str, begun: str) -> TextClause:
    """A condition on ``:fts``, with what is wanted put in the signs of the database."""
    query = every.join("(" + some.join((begun if longer else exact).format(token) for token, longer in one)
                       + ")" for one in wanted)
    return text(condition).bindparams(bindparam("fts", query, unique=True))


def put_in(connection: Connection, tokens: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Put rows of seq, tokens and words into ``case_search``; ``tokens``: how its tokens are written."""
    if rows:
        connection.execute(text("INSERT INTO case_search (rowid, tokens, words) "
                                f"VALUES (:seq, {tokens}, :words)"), list(rows))
