"""Reads and writes fields of any mapped row by the names that the journal uses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from mediation_desk.domain.words import N_, DeskError
from mediation_desk.store.tables.cases import mapping
from mediation_desk.store.values import plain, restored
from mediation_desk.store.work.work import Work


def _entity(table: str) -> tuple[type, Any]:
    for mapper in mapping.mappers:
        if mapper.local_table is not None and mapper.local_table.name == table:  # type: ignore[attr-defined]
            return mapper.class_, mapper.local_table
    raise KeyError(table)


def apply_fields(work: Work, table: str, row_id: str, fields: Mapping[str, Any], *,
                 case_id: UUID | None = None) -> None:
    """Set the fields to the values that the journal kept; with ``case_id``, only in that case."""
    kind, columns = _entity(table)
    row = work.row(kind, UUID(row_id))
    if case_id is not None and row.case_id != case_id:
        raise DeskError(N_("That entry is no longer there; it may have been removed."))
    for name, value in fields.items():
        setattr(row, name, restored(columns.c[name], value))


def same_now(work: Work, table: str, row_id: str, fields: Mapping[str, Any]) -> bool:
    """Whether the row still shows these journal values."""
    kind, _columns = _entity(table)
    row = work.row(kind, UUID(row_id))
    return all(plain(getattr(row, name)) == value for name, value in fields.items())
