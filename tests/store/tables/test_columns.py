"""The domain's own types in the store's columns: exact on both engines, refused when they cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import Date, Engine, MetaData, Table, create_engine, insert, select
from sqlalchemy.exc import StatementError

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.money import Money
from mediation_desk.domain.vocabulary import Outcome
from mediation_desk.store.tables import cases, columns  # noqa: F401 - cases declares the tables
from mediation_desk.store.tables.columns import (
    Instant,
    MoneyFen,
    RoleSet,
    TermText,
    as_columns,
    as_fields,
    column_type,
    entity_table,
)

XINING = timezone(timedelta(hours=8))


@dataclass
class Note:
    """A row with every type that the domain has."""

    id: UUID
    case_id: UUID
    amount: Money
    at: datetime
    on: date | None = None
    outcome: Outcome | None = None
    roles: frozenset[Role] = frozenset()
    done: bool = False
    count: int = 0
    sealed: bytes = b""
    lines_all: list[str] = field(default_factory=list)


@pytest.fixture
def table(monkeypatch: pytest.MonkeyPatch) -> Table:
    monkeypatch.setattr(columns, "metadata", MetaData())
    return entity_table("notes", Note, {})


@pytest.fixture(params=["embedded", "shared"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    plain = f"sqlite:///{tmp_path / 'plain.db'}"
    made = create_engine(plain if request.param == "embedded" else request.getfixturevalue("postgres_url"))
    yield made
    made.dispose()


def note(**other: object) -> dict[str, object]:
    return {"id": UUID(int=1), "case_id": UUID(int=9), "amount": Money(430050),
            "at": datetime(2025, 1, 20, 1, tzinfo=UTC), "on": None, "outcome": None, "roles": frozenset(),
            "done": False, "count": 0, "sealed": b"", **other}


def test_every_value_is_read_as_it_was_written(engine: Engine, table: Table) -> None:
    written = note(amount=Money(-10**15), at=datetime(2025, 1, 20, 7, 30, 0, 123456, XINING),
                   on=date(2024, 2, 29), outcome=Outcome.NO_AGREEMENT, done=True, count=2**62,
                   roles=frozenset({Role.SUPERVISOR, Role.MEDIATOR}), sealed=b"\0\xff")
    with engine.begin() as connection:
        table.create(connection)
        connection.execute(insert(table), [written, note(id=UUID(int=2))])
        first, second = (row._asdict() for row in connection.execute(select(table).order_by(table.c.id)))
    assert first == written and first["at"].tzinfo is UTC and first["outcome"] is Outcome.NO_AGREEMENT
    assert second == note(id=UUID(int=2)) and second["on"] is None and second["roles"] == frozenset()


@pytest.mark.parametrize("wrong", [
    {"at": datetime(2025, 1, 20)}, {"outcome": "arbitrated"}, {"amount": 4300}])
def test_what_is_no_such_value_is_never_written(engine: Engine, table: Table,
                                                wrong: dict[str, object]) -> None:
    """A moment without a zone could be any; a word that is no term could be read by nobody."""
    with engine.begin() as connection:
        table.create(connection)
        with pytest.raises((StatementError, AttributeError)):
            connection.execute(insert(table), [note(**wrong)])


def test_two_writings_of_one_instant_are_found_as_one(engine: Engine, table: Table) -> None:
    with engine.begin() as connection:
        table.create(connection)
        connection.execute(insert(table), [note(at=datetime(2025, 1, 20, 9, tzinfo=XINING))])
        same = select(table.c.id).where(table.c.at == datetime(2025, 1, 20, 1, tzinfo=UTC))
        assert connection.execute(same).scalar_one() == UUID(int=1)


def test_a_table_has_a_column_for_each_plain_field_and_none_for_a_list(table: Table) -> None:
    assert [column.name for column in table.columns] == [
        "id", "case_id", "amount", "at", "on", "outcome", "roles", "done", "count", "sealed"]
    assert [column.name for column in table.primary_key] == ["id"]
    assert {column.name for column in table.columns if column.nullable} == {"on", "outcome"}


def test_a_reference_is_checked_at_the_end_and_has_an_index(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(columns, "metadata", MetaData())
    made = entity_table("notes", Note, {"case_id": "cases.id"}, {"at": Date()})
    key, = made.c.case_id.foreign_keys
    assert key.target_fullname == "cases.id" and key.deferrable and key.initially == "DEFERRED"
    assert made.c.case_id.index and not made.c.amount.index and isinstance(made.c.at.type, Date)


def test_an_annotation_finds_its_column_and_an_unknown_one_is_a_slip() -> None:
    assert isinstance(column_type(Money), MoneyFen) and isinstance(column_type(datetime), Instant)
    term = column_type(Outcome | None)
    assert isinstance(term, TermText) and term.kind is Outcome
    assert isinstance(column_type(frozenset[Role]), RoleSet) and column_type(list[str]) is None
    with pytest.raises(KeyError):
        column_type(float)


def test_a_renamed_field_keeps_its_column_in_the_journal() -> None:
    """What a worker asks for is ``asked``; its column is called as it was while it was a number of fen."""
    assert as_columns("claims", {"asked": 430000, "note": ""}) == {"asked_fen": 430000, "note": ""}
    assert as_fields("claims", {"asked_fen": 430000, "note": ""}) == {"asked": 430000, "note": ""}
    assert as_fields("offers", {"terms": ""}) == as_columns("offers", {"terms": ""}) == {"terms": ""}
    assert as_fields("a table that is no more", {"terms": ""}) == {"terms": ""}
