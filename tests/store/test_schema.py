"""The migrations make exactly the tables that the program works with, on both engines."""

from __future__ import annotations

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Column, Integer, MetaData, Table

from mediation_desk.store.tables import desk  # noqa: F401 - every table is known once this is read
from mediation_desk.store.tables.columns import metadata
from tests.offices import Office

# The search index is the engine's own, and the key file of a shared store lies beside the tables.
OF_THE_ENGINE = ("alembic_version", "case_search", "vault")


def differences(office: Office, wanted: MetaData) -> list[object]:
    def ours(name: str | None, kind: str, *_others: object) -> bool:
        return kind != "table" or not str(name).startswith(OF_THE_ENGINE)

    with office.first.store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={
            "include_name": lambda name, kind, _parents: ours(name, kind), "compare_type": True})
        return [one for one in compare_metadata(context, wanted) if not _search_index(one)]


def _search_index(one: object) -> bool:
    return isinstance(one, tuple) and one[0] == "remove_index" and "case_search" in str(one[1].name)


def test_a_new_store_has_exactly_the_tables_of_the_program(office: Office) -> None:
    assert differences(office, metadata) == []


def test_a_forgotten_migration_would_be_noticed(office: Office) -> None:
    with_one_more = MetaData(naming_convention=metadata.naming_convention)
    for table in metadata.tables.values():
        table.to_metadata(with_one_more)
    Table("forgotten", with_one_more, Column("id", Integer, primary_key=True))
    (found,) = differences(office, with_one_more)
    assert isinstance(found, tuple)
    assert found[0] == "add_table"


@pytest.mark.parametrize("table", ["exhibits", "evidence_files", "evidence_chunks"])
def test_evidence_is_part_of_every_copy_of_the_metadata(table: str) -> None:
    assert table in metadata.tables
