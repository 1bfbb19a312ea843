"""Who last wrote one of the office's own rows."""

from __future__ import annotations

from sqlalchemy import Connection, select

from mediation_desk.domain.changes import JournalEntry
from mediation_desk.store.journal import entry
from mediation_desk.store.tables.desk import journal


def last_of_row(connection: Connection, table: str, row_id: str) -> JournalEntry | None:
    """The latest entry about a row that belongs to no case."""
    found = select(journal).where(journal.c.case_id.is_(None), journal.c.table_name == table,
                                  journal.c.row_id == row_id).order_by(journal.c.seq.desc()).limit(1)
    row = connection.execute(found).one_or_none()
    return entry(row) if row is not None else None
