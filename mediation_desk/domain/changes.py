"""What a verb changed, and what the journal keeps of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

RowKey = tuple[str, str]  # a row's table and its key, as the journal names them


@dataclass(frozen=True, kw_only=True)
class Touched:
    """What one unit of work did to a case: who, when, by which verb, the rows that were written, and the
    version that it left the case at."""

    work_id: UUID
    at: datetime
    account_id: UUID
    verb: str
    version: int
    rows: frozenset[RowKey]


@dataclass(frozen=True)
class Changes:
    """Told to every open page: which cases changed, and which lists besides.

    ``touched`` says of each case what was written, so that a case that is open is read anew only there.
    """

    cases: frozenset[UUID] = frozenset()
    lists: frozenset[str] = frozenset()
    result: UUID | None = None  # the row that the verb made, when it made one
    touched: Mapping[UUID, Touched] = field(default_factory=dict, compare=False)

    def then(self, later: Changes) -> Changes:
        """Both as one, told once; of a case that both touched the later counts, and no row is the result."""
        return Changes(self.cases | later.cases, self.lists | later.lists, None,
                       {**self.touched, **later.touched})


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
