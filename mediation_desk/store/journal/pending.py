"""What a unit of work is about to write, as the journal will tell it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import inspect
from sqlalchemy.orm import Session

from mediation_desk.domain.journal_tables import UNWATCHED
from mediation_desk.store.values import plain


@dataclass(frozen=True)
class RowChange:
    """One row about to be written: each changed field before and after. Without ``case_id``, the office's."""

    table: str
    row_id: str
    case_id: UUID | None
    action: str  # "insert" or "update"
    fields: dict[str, list[Any]]


def pending(session: Session) -> list[RowChange]:
    """What the session is about to write, in a stable order."""
    changes = [_told(row, "insert", _made(row)) for row in session.new]
    changes += [_told(row, "update", _changed(row)) for row in session.dirty]
    return sorted((c for c in changes if c.fields), key=lambda c: (c.table, c.row_id))


def _watched(row: Any) -> Iterator[str]:
    return (one.key for one in inspect(row).mapper.column_attrs if one.key not in UNWATCHED)


def _made(row: Any) -> dict[str, list[Any]]:
    """What a new row holds; nothing stood there before."""
    values = ((name, plain(getattr(row, name))) for name in _watched(row))
    return {name: [None, value] for name, value in values if value is not None}


def _changed(row: Any) -> dict[str, list[Any]]:
    attributes, fields = inspect(row).attrs, {}
    for name in _watched(row):
        past = attributes[name].history
        if past.has_changes():
            before, after = plain(past.deleted[0]) if past.deleted else None, plain(getattr(row, name))
            if before != after:
                fields[name] = [before, after]
    return fields


def _told(row: Any, action: str, fields: dict[str, list[Any]]) -> RowChange:
    table = str(inspect(row).mapper.local_table.name)
    case_id = row.id if table == "cases" else getattr(row, "case_id", None)
    return RowChange(table, str(row.id), case_id, action, fields)
