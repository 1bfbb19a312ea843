"""A store of the first schema gets the table of own statements, and counts the respondents it has."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Connection, MetaData, Table, create_engine, inspect, text

from mediation_desk.store import schema

KEY = b"key"  # of the journal, in which there is nothing
CASES = {UUID(int=1): (("applicant", "person"), ("respondent", "person"), ("respondent", "organisation")),
         UUID(int=2): (("applicant", "person"),)}


@pytest.fixture(params=["embedded", "shared"])
def connection(request: pytest.FixtureRequest) -> Iterator[Connection]:
    """An empty database on each engine, in one transaction."""
    shared = request.param == "shared"
    url = request.getfixturevalue("postgres_url") if shared else "sqlite://"
    engine = create_engine(url)
    with engine.begin() as made:
        yield made
    engine.dispose()


def some(column: Any) -> object:
    """Any value that such a column takes."""
    kind = str(column.type).split("(")[0]
    return {"DATE": date(2024, 11, 25), "TIMESTAMP": datetime(2024, 11, 25, tzinfo=UTC), "BOOLEAN": False,
            "DATETIME": datetime(2024, 11, 25), "BIGINT": 0, "INTEGER": 0}.get(kind, "")


def put(connection: Connection, name: str, **given: object) -> None:
    """A row of a table as it is now, the columns that nobody asked about filled somehow."""
    table = Table(name, MetaData(), autoload_with=connection)
    row = {column.name: some(column) for column in table.columns
           if not column.nullable and column.name != "seq"}
    connection.execute(table.insert().values({**row, **given}))


def test_the_lists_know_how_many_respondents_stand(connection: Connection) -> None:
    schema.upgrade(connection, KEY, "0001")
    plain = connection.dialect.name == "sqlite"
    for case_id, parties in CASES.items():
        key = case_id.hex if plain else case_id
        put(connection, "cases", id=key, mediator_id=key)
        put(connection, "case_rows", case_id=key, mediator_id=key)
        for role, kind in parties:
            put(connection, "parties", id=uuid4().hex if plain else uuid4(), case_id=key, role=role,
                kind=kind)
    removed = datetime(2024, 11, 25) if plain else datetime(2024, 11, 25, tzinfo=UTC)
    put(connection, "parties", id=uuid4().hex if plain else uuid4(), role="respondent", removed_at=removed,
        case_id=UUID(int=2).hex if plain else UUID(int=2))
    schema.upgrade(connection, KEY)
    counts = connection.execute(text("SELECT respondent_count, respondent_units FROM case_rows "
                                     "ORDER BY case_id")).all()
    assert list(counts) == [(2, 1), (0, 0)]
    assert inspect(connection).has_table("respondent_statements")
