"""Somebody who has the store open, and no respect for its rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Date,
    DateTime,
    Executable,
    LargeBinary,
    Table,
    Text,
    Uuid,
    inspect,
    literal_column,
    select,
    text,
    update,
)
from sqlalchemy.exc import DBAPIError

from mediation_desk.demonstration import streamers
from mediation_desk.domain.money import ZERO, Money
from mediation_desk.domain.vocabulary import Role
from mediation_desk.services import editing
from mediation_desk.services.desk import Desk
from mediation_desk.services.editing import Edit
from mediation_desk.services.evidence import filing
from mediation_desk.services.intake import registering
from mediation_desk.services.travel import bringing, leaving, opening, returning
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.store import Place, Store
from mediation_desk.store.tables.columns import Instant, MoneyFen, RoleSet, TermText, metadata
from mediation_desk.store.vault.keys import Opened
from mediation_desk.store.verify.findings import Damage, Finding
from mediation_desk.store.work.frozen_reports import Closed, Edition, digest, keep
from tests import offices
from tests.offices import Office

DAY = "2025-01-20"
SETTLED, OPEN = "马晓岚", "扎西东智"  # the applicants by whom the two cases are known


@contextmanager
def busy_office(request: pytest.FixtureRequest, folder: Path) -> Iterator[Office]:
    """An office on the engine of ``request.param`` with a closed case, an open one and evidence, and a
    ledger that has told of them. Tests mend what they damage."""
    server = request.getfixturevalue("postgres_server") if request.param == "shared" else None
    name = server.create() if server else ""
    place = offices.shared_place(server.url(name)) if server else offices.embedded_place(folder)
    with offices.office(place, folder / "notes") as made:
        for _stop in streamers.walk(made.first):
            pass
        opened = registering.register(made.first, registering.IntakeDraft(date(2025, 1, 15), parties=[
            registering.PartyDraft(Role.APPLICANT, OPEN)])).result
        assert opened
        (folder / "录音.m4a").write_bytes(b"sound" * 100_000)
        filing.add_files(made.first, opened, [folder / "录音.m4a"])
        _there_and_back(made, opened, folder)
        _close_december(made.first)
        made.first.store.tell_ledger(made.first.now)
        yield made
    if server:
        server.drop(name)


def _close_december(desk: Desk) -> None:
    """A month of figures is closed."""
    numbers = b"numbers of December"
    with desk.work("freeze_report") as work:
        edition = Edition(work.new_key(), 1, desk.who.account_id, work.who.now, digest(numbers))
        month = Closed("monthly", date(2024, 12, 1), date(2024, 12, 31))
        keep(work.connection, work.note, month, edition, numbers)
        work.commit()


def _there_and_back(office: Office, case_id: UUID, folder: Path) -> None:
    """The open case is taken along, something is done to it on the laptop, and it comes home."""
    leaving.pack(office.first, leaving.Leaving((case_id,), laptop="小白"), folder / "out.mdbag")
    laptop = opening.found(folder / "laptop", folder / "out.mdbag", offices.PASSWORD, office.around)
    editing.save(laptop, case_id, [Edit("case", case_id, "source_reference", "", "12345-7")])
    returning.pack(laptop, folder / "home.mdbag")
    laptop.store.close()
    bringing.bring_home(office.first, folder / "home.mdbag")


def another(keys: Opened) -> Opened:
    """The same keys in hands of their own: closing a store takes them from whoever opened it."""
    return Opened(keys.account_id, keys.store_key, keys.private_key, keys.must_change)


def opened_again(place: Place, keys: Opened) -> Store:
    """The store at a place, whatever stands there, with keys at hand."""
    own = another(keys)
    return Store(place, place.connect(lambda: own.store_key), own)


@contextmanager
def behind_the_back(desk: Desk) -> Iterator[Connection]:
    """A connection for which neither references nor anything else of the store's rules hold."""
    engine = desk.store.engine
    careless = ("PRAGMA foreign_keys = OFF" if engine.dialect.name == "sqlite"
                else "SET session_replication_role = replica")
    with engine.connect() as connection:
        connection.connection.cursor().execute(careless)
        connection.connection.commit()
        yield connection
        connection.commit()
        connection.invalidate()  # nobody else works carelessly


def findings(desk: Desk, change: Callable[[Connection], object]) -> list[Finding]:
    """What a verification finds after the change; the store is as before afterwards."""
    with desk.store.engine.connect() as connection:
        kept = {table.name: as_it_stands(connection, table.name) for table in metadata.sorted_tables}
        beyond = beside(connection)
    try:
        with behind_the_back(desk) as connection:
            change(connection)
        return upkeep.prove(desk)
    finally:
        with behind_the_back(desk) as connection:
            for name, rows in kept.items():
                if as_it_stands(connection, name) != rows:
                    lay_again(connection, name, rows)
            for name, columns in BESIDE.items():
                if name in beyond and beside(connection)[name] != beyond[name]:
                    put_again(connection, name, columns, beyond[name])


Raw = list[tuple[Any, ...]]


def as_it_stands(connection: Connection, name: str) -> Raw | None:
    """The rows of a table as the driver reads them; None where it reads none of them any more."""
    try:
        return [tuple(row) for row in connection.exec_driver_sql(f"SELECT * FROM {name}")]
    except DBAPIError:
        return None


def lay_again(connection: Connection, name: str, rows: Raw | None) -> None:
    """Put back the rows that stood there; there is nothing to put back where none could be read."""
    assert rows is not None, name
    connection.exec_driver_sql(f"DELETE FROM {name}")
    if rows:
        place = "?" if connection.dialect.paramstyle == "qmark" else "%s"
        connection.exec_driver_sql(f"INSERT INTO {name} VALUES ({', '.join([place] * len(rows[0]))})", rows)


BESIDE = {"case_search": ("rowid", "tokens", "words"), "case_search_form": ("form",),
          "alembic_version": ("version_num",), "vault": ("content",)}
"""Tables that are not among the program's own: the engine's search, and what lies beside the tables."""


def beside(connection: Connection) -> dict[str, list[tuple[Any, ...]]]:
    """What stands in them."""
    there = set(inspect(connection).get_table_names()) | {"case_search"}
    return {name: [tuple(row) for row in connection.execute(text(
        f"SELECT {', '.join(_read(connection, one) for one in columns)} FROM {name} ORDER BY 1"))]
        for name, columns in BESIDE.items() if name in there}


def put_again(connection: Connection, name: str, columns: tuple[str, ...],
              rows: list[tuple[Any, ...]]) -> None:
    """Put back what stood there."""
    server = connection.dialect.name != "sqlite"
    values = [f"CAST(:{one} AS tsvector)" if server and one == "tokens" else f":{one}" for one in columns]
    connection.execute(text(f"DELETE FROM {name}"))
    for row in rows:
        connection.execute(text(f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({', '.join(values)})"),
                           dict(zip(columns, row, strict=True)))


def _read(connection: Connection, column: str) -> str:
    server = connection.dialect.name != "sqlite"
    return f"CAST({column} AS text)" if server and column == "tokens" else column


def case_of(desk: Desk, applicant: str) -> UUID:
    """The case by one of its applicants."""
    with desk.reading() as work:
        return work.lists.find(applicant)[0].case_id


def run(connection: Connection, statement: Executable) -> None:
    """Do it."""
    connection.execute(statement)


def key_of(table: Table) -> Column[Any]:
    """The column by which a row is named."""
    key: Column[Any]
    key, *_ = table.primary_key.columns
    return key


def keys(desk: Desk, table: Table) -> list[Any]:
    """All keys, in order."""
    with behind_the_back(desk) as connection:
        return list(connection.scalars(select(key_of(table)).order_by(key_of(table))))


def named(found: list[Finding], *damages: Damage) -> set[tuple[str, str, tuple[str, ...]]]:
    """Which rows and fields have that kind of finding."""
    return {(one.table, one.row, one.fields) for one in found if one.damage in damages}


def tamper(connection: Connection, table: Table, key: Any, column: Column[Any]) -> None:
    """Make a field something else, by as little as its kind allows."""
    name = key_of(table)
    value = connection.execute(select(column).where(name == key)).scalar_one()
    connection.execute(update(table).where(name == key).values({column.name: otherwise(column, value)}))


def otherwise(column: Column[Any], value: Any) -> Any:
    """Another value of the column's kind."""
    kind = column.type
    if isinstance(kind, Text | TermText | RoleSet):
        return literal_column(f"coalesce({column.table.name}.\"{column.name}\", '') || 'x'")
    if isinstance(kind, LargeBinary):
        return bytes([value[0] ^ 1]) + value[1:] if value else b"x"
    if isinstance(kind, Uuid):
        return UUID(int=(value.int ^ 1) if value else 7)
    if isinstance(kind, Instant | DateTime):
        moment = value or datetime(2025, 1, 20, tzinfo=UTC if isinstance(kind, Instant) else None)
        return moment + timedelta(milliseconds=1)
    if isinstance(kind, Date):
        return (value or date(2025, 1, 20)) + timedelta(days=1)
    if isinstance(kind, Boolean):
        return not value
    return Money((value or ZERO).fen + 1) if isinstance(kind, MoneyFen) else (value or 0) + 1
