"""The lists of those who hold the cases' keys, each account's standing, and what holders pinned."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """An empty table, since only a holder can begin a list; columns that stand empty in every row there is,
    as the journal has them."""
    op.create_table(
        "case_holders",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("generation", sa.BigInteger(), nullable=False),
        sa.Column("seals", sa.BigInteger(), nullable=False),
        sa.Column("holders", sa.Text(), nullable=False),
        sa.Column("former", sa.LargeBinary(), nullable=False),
        sa.Column("former_key", sa.LargeBinary(), nullable=False),
        sa.Column("written_by", sa.Uuid(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("mac", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_case_holders_case_id"),
                                initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_holders")),
    )
    op.create_index(op.f("ix_case_holders_case_id"), "case_holders", ["case_id"])
    op.add_column("accounts", sa.Column("standing", sa.BigInteger(), nullable=True))
    op.add_column("case_key_wraps", sa.Column("pinned", sa.LargeBinary(), nullable=True))
