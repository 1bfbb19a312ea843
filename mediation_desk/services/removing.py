"""Taking a row out of a case, with all that leans on it; together they are restored again."""

from __future__ import annotations

from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.leaning import tables_of, taken_out_with
from mediation_desk.domain.words import NotThere
from mediation_desk.store.work.work import Work


def take_out(work: Work, case: Case, table: str, row_id: UUID) -> None:
    """Mark the row and what goes out with it as removed; refused in words when something holds it.

    One that is out already stays so: both wanted the same.
    """
    tables = tables_of(case, work.evidence.of(case.id, removed_too=True))
    row = next((one for one in tables[table] if one.id == row_id), None)
    if row is None:
        raise NotThere(row_id)
    if row.removed_at is None:
        for _table, gone in list(taken_out_with(table, row, tables)):
            gone.removed_at = work.who.now
