"""The tables of a case, and that every reference among them is known to the domain."""

from sqlalchemy import inspect

from mediation_desk.domain.journal_tables import TABLES
from mediation_desk.domain.leaning import PLACES, REFERENCES
from mediation_desk.domain.verbs import VERBS
from mediation_desk.services.history import KEPT_BY
from mediation_desk.store.tables import cases, desk
from mediation_desk.store.tables.columns import as_fields, metadata
from mediation_desk.store.verify.rows import watched

OF_THE_STORE = {"evidence_chunks", "bags"}  # the content of files, and the register of the road


def test_every_reference_from_one_row_of_a_case_to_another_is_declared() -> None:
    """A new column that names a row must say what becomes of it when that row is taken out."""
    assert cases.cases is not None and desk.accounts is not None
    keys = {(table.name, key.parent.name, key.column.table.name)
            for table in metadata.tables.values() if table.name not in OF_THE_STORE
            for key in table.foreign_keys if key.column.table.name != "cases"}
    declared = {(one.table, one.field, one.on) for one in REFERENCES}
    assert keys <= declared


def test_places_for_one_row_are_told_by_columns_that_there_are() -> None:
    for table, fields in PLACES.items():
        assert set(fields) <= set(metadata.tables[table].columns.keys())


def test_every_table_and_column_that_the_journal_watches_is_declared() -> None:
    """A new table or column must say what a reader of the timeline is told of it."""
    watched_tables = {table.name: set(as_fields(table.name, dict(table.columns))) for table in watched()}
    assert {name: set(table.columns) for name, table in TABLES.items()} == watched_tables


def test_a_declared_table_is_of_the_class_that_is_mapped_to_it() -> None:
    mapped = {inspect(one.class_).local_table.name: one.class_ for one in cases.mapping.mappers}
    assert {name: table.entity for name, table in TABLES.items() if table.entity} == mapped


def test_the_bin_gives_back_by_verbs_that_there_are() -> None:
    assert set(KEPT_BY.values()) <= set(VERBS)
    assert set(KEPT_BY) <= set(metadata.tables)
