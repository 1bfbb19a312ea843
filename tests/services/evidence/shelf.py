"""What the tests of evidence share: three files, what stands on the shelf, what lies in the store."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import func, select

from mediation_desk.domain.evidence import Exhibit
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence import filing
from mediation_desk.store.tables.evidence import evidence_chunks, evidence_files, exhibits

PNG = b"\x89PNG\r\n\x1a\n" + b"picture" * 40_000
PDF = b"%PDF-1.7\n" + b"page" * 100
MIB = 1024 * 1024


def standing(desk: Desk, case_id: UUID) -> list[Exhibit]:
    return list(filing.exhibits(desk, case_id).exhibits)


def counts(desk: Desk) -> tuple[int, ...]:
    """Exhibits, files and chunks in the store."""
    with desk.store.engine.connect() as connection:
        return tuple(
            connection.scalar(select(func.count()).select_from(table)) or 0
            for table in (exhibits, evidence_files, evidence_chunks)
        )
