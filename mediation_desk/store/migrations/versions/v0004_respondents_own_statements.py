"""What single respondents state of their own, and in the lists how many respondents there are."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A table for the statements; the lists' lines count the respondents that stand."""
    op.create_table(
        "respondent_statements",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("element", sa.Text(), nullable=False),
        sa.Column("worker_id", sa.Uuid(), nullable=True),
        sa.Column("party_id", sa.Uuid(), nullable=False),
        sa.Column("said", sa.Text(), nullable=True),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        _reference("case_id", "cases"),
        _reference("worker_id", "parties"),
        _reference("party_id", "parties"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_respondent_statements")),
    )
    for name in ("case_id", "worker_id", "party_id"):
        op.create_index(op.f(f"ix_respondent_statements_{name}"), "respondent_statements", [name])
    for name, those in (("respondent_count", ""), ("respondent_units", " AND parties.kind = 'organisation'")):
        op.add_column("case_rows", sa.Column(name, sa.BigInteger(), nullable=False, server_default="0"))
        op.execute(f"UPDATE case_rows SET {name} = (SELECT count(*) FROM parties "
                   "WHERE parties.case_id = case_rows.case_id AND parties.role = 'respondent' "
                   f"AND parties.removed_at IS NULL{those})")


def _reference(column: str, table: str) -> sa.ForeignKeyConstraint:
    """Checked at the end of the transaction, so that rows may be written in any order."""
    return sa.ForeignKeyConstraint([column], [f"{table}.id"], name=op.f(f"fk_respondent_statements_{column}"),
                                   initially="DEFERRED", deferrable=True)
