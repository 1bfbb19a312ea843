"""Every bit of every sign of a value is tried: what is then read as if nothing were wrong is found by its
writing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import Column, Connection, select, text, update
from sqlalchemy.exc import DBAPIError

from mediation_desk.store.tables.cases import cases, parties, sessions
from mediation_desk.store.tables.columns import metadata
from mediation_desk.store.tables.desk import accounts
from mediation_desk.store.tables.reports import case_facts
from mediation_desk.store.verify.findings import Damage
from mediation_desk.store.verify.moment import Moment
from mediation_desk.store.verify.reading import untyped
from mediation_desk.store.verify.writings import writings
from tests.offices import Office
from tests.store.tampering import behind_the_back, findings

shares = metadata.tables["shares"]
FIELDS: tuple[Column[Any], ...] = (
    cases.c.id, shares.c.agreement_id, parties.c.case_id, cases.c.received_on, cases.c.created_at,
    sessions.c.starts_at, cases.c.version, shares.c.amount, case_facts.c.counted, cases.c.status,
    accounts.c.roles, accounts.c.public_key, cases.c.number)


@dataclass(frozen=True)
class Place:
    """A field of one row: where it stands, what stands there as it is, and as it is read."""

    column: Column[Any]
    rowid: int
    stands: Any
    read: Any

    def put(self, connection: Connection, value: Any) -> None:
        """Put that there; a text by its bytes."""
        made = "CAST(:value AS TEXT)" if isinstance(self.stands, str) else ":value"
        connection.execute(update(self.column.table).where(text("rowid = :rowid")).values(
            {self.column.name: text(made)}), {"value": value, "rowid": self.rowid})

    @property
    def bytes(self) -> Any:
        """What stands there, as it is put."""
        return self.stands.encode() if isinstance(self.stands, str) else self.stands

    def reads(self, connection: Connection) -> bool:
        """Whether it is read as before."""
        try:
            return bool(connection.execute(select(self.column).where(text("rowid = :rowid")),
                                           {"rowid": self.rowid}).scalar_one() == self.read)
        except Exception:  # whatever stands in an altered row
            return False


def place(connection: Connection, column: Column[Any]) -> Place:
    """The field in the row that has the most there: a yes rather than a no."""
    there = untyped(column.table).c[column.name]
    rowid, stands = connection.execute(
        select(text("rowid"), there).where(there.is_not(None)).order_by(there.desc())).first() or (0, 0)
    read = connection.execute(select(column).where(text("rowid = :rowid")), {"rowid": rowid}).scalar_one()
    return Place(column, rowid, stands, read)


def flips(stands: Any) -> Iterator[Any]:
    """The value with each of its bits the other way, and a number also as what is nearly the number."""
    if isinstance(stands, int):
        yield from (stands ^ 1 << bit for bit in range(62))
        yield from (stands + 0.5, str(stands).encode(), f"{stands}x")
        return
    content = stands if isinstance(stands, bytes) else stands.encode()
    for at in range(len(content)):
        for bit in range(8):
            yield content[:at] + bytes([content[at] ^ 1 << bit]) + content[at + 1:]
    if isinstance(stands, str):
        yield from (content + more for more in (b" ", b"\0", b"\0x", b"0"))
        yield from (b" " + content, content[1:])


@pytest.fixture
def embedded(busy: Office) -> Office:
    if busy.place.folder is None:
        pytest.skip("PostgreSQL refuses such a value itself")
    return busy


def test_whatever_bit_is_flipped_is_read_otherwise_or_found_by_its_writing(embedded: Office) -> None:
    """The rest of the verification compares what is read; of what is read as before each is found here."""
    odd = [(field, value) for field in FIELDS for value in read_as_before(embedded, field)]
    assert {field.name for field, _ in odd} >= {
        "id", "agreement_id", "case_id", "starts_at", "amount", "counted"}
    for field, value in odd:
        with behind_the_back(embedded.first) as connection:
            here = place(connection, field)
            here.put(connection, value)
        try:
            with Moment(embedded.first.store) as moment:
                found = list(writings(moment))
        finally:
            with behind_the_back(embedded.first) as connection:
                here.put(connection, here.bytes)
        assert [(one.damage, one.table, one.fields) for one in found] == [
            (Damage.ROW_ALTERED, field.table.name, (field.name,))], (str(field), value)


def read_as_before(office: Office, field: Column[Any]) -> list[Any]:
    """All that could stand there and is read as if nothing were wrong."""
    found = []
    with behind_the_back(office.first) as connection:
        here = place(connection, field)
        for value in flips(here.stands):
            step = connection.begin_nested()
            try:
                here.put(connection, value)
                if here.reads(connection):
                    found.append(value)
            except DBAPIError:
                pass  # the database does not take it
            step.rollback()
    return found


def test_a_verification_tells_the_row_and_its_field(embedded: Office) -> None:
    def change(connection: Connection) -> None:
        key = connection.execute(text("SELECT min(id) FROM shares")).scalar_one()
        connection.execute(text("UPDATE shares SET agreement_id = upper(agreement_id) || ' ' "
                                "WHERE id = :key"), {"key": key})
        connection.execute(text("UPDATE accounts SET roles = roles || ','"))

    found = findings(embedded.first, change)
    assert {(one.damage, one.table, one.fields) for one in found} == {
        (Damage.ROW_ALTERED, "shares", ("agreement_id",)), (Damage.ROW_ALTERED, "accounts", ("roles",))}


def test_an_office_that_nobody_touched_is_written_as_the_program_writes(busy: Office) -> None:
    with Moment(busy.first.store) as moment:
        assert not list(writings(moment))
