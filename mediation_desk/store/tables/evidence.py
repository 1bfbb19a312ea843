"""The tables of evidence: exhibits of a case, and the content of their files in chunks."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, LargeBinary, Table, Text, Uuid

from mediation_desk.domain.evidence import Exhibit
from mediation_desk.store.engines.kinds import only_where
from mediation_desk.store.tables.cases import OF_CASE, mapping
from mediation_desk.store.tables.columns import Instant, entity_table, metadata

exhibits = entity_table("exhibits", Exhibit, OF_CASE)
mapping.map_imperatively(Exhibit, exhibits)

# A file that is being taken in has no ``finished_at`` yet and is nobody's; a content is kept once.
evidence_files = Table(
    "evidence_files", metadata,
    Column("id", Uuid, primary_key=True),
    Column("sha256", Text, nullable=False, index=True),
    Column("size", BigInteger, nullable=False),
    Column("touched_at", Instant, nullable=False),
    Column("finished_at", Instant))
Index("ix_evidence_files_once", evidence_files.c.sha256, unique=True,
      **only_where(evidence_files.c.finished_at.is_not(None)))

evidence_chunks = Table(
    "evidence_chunks", metadata,
    Column("file_id", Uuid, ForeignKey("evidence_files.id", deferrable=True, initially="DEFERRED"),
           primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("data", LargeBinary, nullable=False))
