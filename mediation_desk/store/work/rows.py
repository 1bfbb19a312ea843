"""Reads and writes fields of any mapped row by the names that the journal uses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import inspect

from mediation_desk.domain.journal_tables import UNWATCHED
from mediation_desk.domain.words import NotThere
from mediation_desk.store.tables.cases import mapping
from mediation_desk.store.values import plain, restored
from mediation_desk.store.work.work import Work


def _entity(table: str) -> type:
    for mapper in mapping.mappers:
        if mapper.local_table is not None and mapper.local_table.name == table:  # type: ignore[attr-defined]
            return mapper.class_
    raise KeyError(table)


def apply_fields(work: Work, table: str, row_id: str, fields: Mapping[str, Any], *,
                 case_id: UUID | None = None) -> None:
    """Set the fields to the values that the journal kept; with ``case_id``, only in that case."""
    kind = _entity(table)
    columns: Any = inspect(kind).columns
    row = work.row(kind, UUID(row_id))
    if case_id is not None and row.case_id != case_id:
        raise NotThere(row_id)
    for name, value in fields.items():
        setattr(row, name, restored(columns[name], value))


def fields_of(work: Work, table: str, row_id: str) -> dict[str, object]:
    """All fields of the row as it is now in this unit of work, as the journal would keep them."""
    row = work.row(_entity(table), UUID(row_id))
    return {attribute.key: plain(getattr(row, attribute.key))
            for attribute in inspect(row).mapper.column_attrs if attribute.key not in UNWATCHED}


def table_of(row: object) -> str:
    """The table that keeps such a row."""
    return str(inspect(type(row)).local_table.name)
