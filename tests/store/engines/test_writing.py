"""What the program writes into a file's columns is told from what somebody else wrote there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Date,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    Uuid,
    column,
    create_engine,
    insert,
    literal_column,
    select,
    table,
    text,
)
from sqlalchemy.types import TypeEngine

from mediation_desk.domain.money import Money
from mediation_desk.store.engines.writing import otherwise
from mediation_desk.store.tables.columns import Instant, MoneyFen

KEY = "0194813d3e8479f9b46925e340b45f28"
MOMENT = "2025-01-20 01:02:03.000004"
KINDS: dict[str, tuple[TypeEngine[Any], Any, list[str]]] = {
    "key": (Uuid(), UUID(KEY), [
        f"' {KEY[1:]}'", f"'{KEY.upper()}'", f"'{{{KEY}}}'", f"'{KEY}' || char(0)", "1",
        f"CAST('{KEY}' AS BLOB)"]),
    "day": (Date(), date(2025, 1, 20), ["'2025-01-20 '", "'2025-1-20'", "20250120", "'２025-01-2'"]),
    "moment": (Instant(), datetime(2025, 1, 20, tzinfo=UTC), [
        f"'{MOMENT.replace('.', ',')}'", f"'{MOMENT[:19]}'", f"'{MOMENT.replace(' ', 'T')}'"]),
    "yes": (Boolean(), True, ["2", "'yes'", "0.5"]),
    "amount": (MoneyFen(), Money(5), ["5.5", "'5x'", "CAST('5' AS BLOB)"]),
    "number": (Integer(), 5, ["5.5", "'5x'"]),
    "bytes": (LargeBinary(), b"5", ["'5'", "5"]),
    "words": (Text(), "5", ["CAST('5' AS BLOB)"])}


@pytest.fixture
def connection() -> Iterator[Connection]:
    engine = create_engine("sqlite://")
    with engine.connect() as opened:
        yield opened
    engine.dispose()


@pytest.mark.parametrize("name", KINDS)
def test_it_is_told_from_what_somebody_else_wrote(connection: Connection, name: str) -> None:
    kind, own, others = KINDS[name]
    values = Table("things", MetaData(), Column("value", kind))
    values.create(connection)
    connection.execute(insert(values), [{"value": own}, {"value": None}])
    for other in others:
        connection.execute(text(f"INSERT INTO things VALUES ({other})"))
    odd = otherwise(table("things", column("value")).c.value, kind)
    numbers = connection.scalars(select(literal_column("rowid", Integer)).where(odd))
    assert list(numbers) == list(range(3, 3 + len(others)))
