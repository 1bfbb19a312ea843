"""What a unit of work is about to write, as the journal will tell it."""

from __future__ import annotations

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
    changes = [_change(row, "insert") for row in session.new]
    changes += [_change(row, "update") for row in session.dirty]
    return sorted((c for c in changes if c.fields), key=lambda c: (c.table, c.row_id))


def _change(row: Any, action: str) -> RowChange:
    state = inspect(row)
    fields = {}
    for attribute in state.mapper.column_attrs:
        if attribute.key in UNWATCHED:
            continue
        past = state.attrs[attribute.key].history
        before = plain(past.deleted[0]) if past.deleted and action == "update" else None
        after = plain(getattr(row, attribute.key))
        if before != after and (action == "insert" or past.has_changes()):
            fields[attribute.key] = [before, after]
    table = str(state.mapper.local_table.name)
    case_id = row.id if table == "cases" else getattr(row, "case_id", None)
    return RowChange(table, str(row.id), case_id, action, fields)
