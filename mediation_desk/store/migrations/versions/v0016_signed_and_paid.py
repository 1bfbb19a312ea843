"""What was signed on a screen, what changes it, which line of a statement paid it, and the review."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

TEXTS = {"payments": ("bank_line", "reversed_why"), "agreements": ("supplements_why", "tax"),
         "return_visits": ("occasion", "visited_by", "spoken_with", "result"),
         "papers": ("made_from", "form_sha256", "program")}
KEYS = {"payments": ("transfer_id", "exhibit_id"), "agreements": ("supplements_id",)}


def upgrade() -> None:
    """Add columns that stand empty in every row there is, and tables that stand empty. The visits to make are
    filed when the store is opened; where there is no case, there is none to file."""
    op.execute("UPDATE figures_form SET form = 4 WHERE NOT EXISTS (SELECT 1 FROM cases)")
    for table, names in TEXTS.items():
        for name in names:
            op.add_column(table, sa.Column(name, sa.Text(), nullable=True))
    for table, names in KEYS.items():
        for name in names:
            op.add_column(table, sa.Column(name, sa.Uuid(), nullable=True))
    op.add_column("instalments", sa.Column("paid_before", sa.Boolean(), nullable=True))
    op.add_column("agreements", sa.Column("penalty", sa.BigInteger(), nullable=True))
    op.create_index("ix_payments_bank_line", "payments", ["bank_line"])
    _table("claim_terms", {"case_id": "cases", "worker_id": "parties", "agreement_id": "agreements"},
           *_texts("claim", "handling", "note"), sa.Column("amount", sa.BigInteger(), nullable=True),
           sa.Column("in_kind", sa.Text(), nullable=True), sa.Column("by", sa.Date(), nullable=True),
           sa.Column("position", sa.BigInteger(), nullable=False))
    _table("signatures", {"case_id": "cases", "party_id": "parties", "agreement_id": "agreements"},
           *_texts("signer", "line", "strokes", "paper_sha256"),
           sa.Column("signed_at", sa.DateTime(timezone=True), nullable=False),
           optional=("party_id",))  # a mediator signs for no party
    _table("file_points", {"case_id": "cases"}, *_texts("point", "note"),
           sa.Column("holds", sa.Boolean(), nullable=True))
    _table("bank_layouts", {}, *_texts("bank", "columns"))


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
