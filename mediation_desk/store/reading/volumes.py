"""Which volume numbers the archive has already."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import Connection, select

from mediation_desk.store.tables.cases import cases


def of_year(connection: Connection, year: int) -> list[tuple[UUID, str]]:
    """The cases whose files were put away in that year and have a volume, with its number."""
    wanted = select(cases.c.id, cases.c.file_volume).where(
        cases.c.archived_on >= date(year, 1, 1), cases.c.archived_on <= date(year, 12, 31),
        cases.c.file_volume.is_not(None), cases.c.removed_at.is_(None))
    return [(row[0], row[1]) for row in connection.execute(wanted)]
