"""What was served on whom, inquiries, the office's own forms and typefaces, and the file in the archive."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

TEXTS = {"parties": ("id_kind",), "exhibits": ("source", "opinion"),
         "cases": ("file_volume", "file_box", "file_note")}
DAYS = {"exhibits": ("returned_on",), "cases": ("archived_on",)}
COUNTS = {"exhibits": ("pages",), "cases": ("retention_years",)}


def upgrade() -> None:
    """Add columns and tables that stand empty."""
    for kind, tables in ((sa.Text, TEXTS), (sa.Date, DAYS), (sa.BigInteger, COUNTS)):
        for table, names in tables.items():
            for name in names:
                op.add_column(table, sa.Column(name, kind(), nullable=True))
    _table("service_receipts", {"case_id": "cases", "party_id": "parties"},
           *_texts("recipient", "template", "title", "number"),
           sa.Column("copies", sa.BigInteger(), nullable=False), *_texts("manner", "place", "sent_by"),
           sa.Column("sent_on", sa.Date(), nullable=True), sa.Column("due_on", sa.Date(), nullable=True),
           sa.Column("served_at", sa.DateTime(), nullable=True),
           *_texts("signed_by", "relation", "refused_why", "witness", "note"), optional=("party_id",))
    op.create_index("ix_service_receipts_due_on", "service_receipts", ["due_on"])
    _table("inquiries", {"case_id": "cases", "party_id": "parties"},
           sa.Column("held_on", sa.Date(), nullable=False),
           *_texts("began", "ended", "place", "asked_by", "recorder", "person", "person_is", "text"),
           optional=("party_id",))
    _table("copied_fields", {"case_id": "cases"}, *_texts("platform", "field", "sha256"),
           sa.Column("copied_by", sa.Uuid(), nullable=False),
           sa.Column("copied_at", sa.DateTime(timezone=True), nullable=False))
    _table("own_forms", {}, *_texts("path", "text"))
    _table("own_typefaces", {}, *_texts("name", "sha256"),
           sa.Column("size", sa.BigInteger(), nullable=False),
           sa.Column("position", sa.BigInteger(), nullable=False))


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _table(name: str, hangs: dict[str, str], *columns: sa.Column[Any],
           optional: tuple[str, ...] = ()) -> None:
    """A table whose rows hang on others, which is checked when a transaction ends."""
    op.create_table(
        name, sa.Column("id", sa.Uuid(), nullable=False),
        *(sa.Column(key, sa.Uuid(), nullable=key in optional) for key in hangs), *columns,
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        *(sa.ForeignKeyConstraint([key], [f"{table}.id"], name=f"fk_{name}_{key}", initially="DEFERRED",
                                  deferrable=True) for key, table in hangs.items()),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"))
    for key in hangs:
        op.create_index(f"ix_{name}_{key}", name, [key])
