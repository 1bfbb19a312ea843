"""What a verb changed, and what the journal keeps of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class Changes:
    """Told to every open page: which cases changed, and which lists besides."""

    cases: frozenset[UUID] = frozenset()
    lists: frozenset[str] = frozenset()
    result: UUID | None = None  # the row that the verb made, when it made one


@dataclass(frozen=True, kw_only=True)
class JournalEntry:
    """One changed row: who, when, and each field before and after as plain JSON values."""

    seq: int
    work_id: UUID
    at: datetime
    account_id: UUID
    case_id: UUID | None
    verb: str
    undoes: UUID | None
    table: str
    row_id: str
    action: str  # "insert" or "update"
    fields: Mapping[str, tuple[object, object]] = field(default_factory=dict)
