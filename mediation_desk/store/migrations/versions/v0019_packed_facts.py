"""Facts packed side by side, so that whatever figures are narrowed to is counted in a moment."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables, which are filled when the store is opened; and let go of the indexes and totals that
    stood in for them."""
    op.create_table(
        "packed_facts", sa.Column("name", sa.Text(), nullable=False),
        sa.Column("chunk", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name", "chunk", name=op.f("pk_packed_facts")))
    op.create_index("ix_packed_facts_chunk", "packed_facts", ["chunk"])
    op.create_table(
        "loose_facts",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True,
                  nullable=False),
        sa.Column("fact", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_loose_facts")))
    op.create_index("ix_loose_facts_fact", "loose_facts", ["fact"])
    op.add_column("case_facts", sa.Column("asked", sa.Text(), nullable=True))
    op.create_index("ix_case_facts_handled", "case_facts", ["mediator_id", "case_id"])
    op.create_index("ix_case_rows_handled", "case_rows", ["case_id", "mediator_id"])
    for narrow in (["mediator_id"], ["source", "kind_of_work"]):
        for day in ("received_on", "decided_on", "closed_on", "last_due_on"):
            op.drop_index(f"ix_case_facts_{narrow[0]}_{day}", "case_facts")
        for day in ("received_on", "closed_on", "decided_on"):
            op.create_index(f"ix_case_facts_{narrow[0]}_{day}", "case_facts", ["counted", *narrow, day])
    op.execute("UPDATE figures_form SET form = 6 WHERE NOT EXISTS (SELECT 1 FROM cases)")
