"""Who owes what is agreed, whether it can be paid, and what is done so that it is."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add columns that stand empty in every row there is, and tables that stand empty."""
    for name in ("owed_how", "paid_from", "account_holder", "other_debts"):
        op.add_column("agreements", sa.Column(name, sa.Text(), nullable=True))
    op.add_column("payments", sa.Column("paid_by", sa.Uuid(), nullable=True))
    _table("debtors", {"case_id": "cases", "agreement_id": "agreements", "party_id": "parties"},
           sa.Column("duty", sa.Text(), nullable=False), sa.Column("amount", sa.BigInteger(), nullable=True),
           sa.Column("position", sa.BigInteger(), nullable=False))
    _table("payment_notes", {"case_id": "cases"}, sa.Column("spoken_on", sa.Date(), nullable=False),
           sa.Column("party_id", sa.Uuid(), nullable=True),
           sa.Column("spoken_with", sa.Text(), nullable=False), sa.Column("text", sa.Text(), nullable=False),
           sa.Column("promised_on", sa.Date(), nullable=True),
           sa.Column("promised", sa.BigInteger(), nullable=True),
           sa.Column("remind_on", sa.Date(), nullable=True))
    op.create_index("ix_payment_notes_remind_on", "payment_notes", ["remind_on"])
    _table("reminders", {"case_id": "cases"}, sa.Column("instalment", sa.BigInteger(), nullable=False),
           sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
           sa.Column("sent_by", sa.Uuid(), nullable=False), sa.Column("manner", sa.Text(), nullable=False),
           sa.Column("party_id", sa.Uuid(), nullable=True), sa.Column("text", sa.Text(), nullable=False))


def _table(name: str, hangs: dict[str, str], *columns: sa.Column[object]) -> None:
    """A table whose rows hang on others, which is checked when a transaction ends."""
    op.create_table(
        name, sa.Column("id", sa.Uuid(), nullable=False),
        *(sa.Column(key, sa.Uuid(), nullable=False) for key in hangs), *columns,
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        *(sa.ForeignKeyConstraint([key], [f"{table}.id"], name=f"fk_{name}_{key}", initially="DEFERRED",
                                  deferrable=True) for key, table in hangs.items()),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"))
    for key in hangs:
        op.create_index(f"ix_{name}_{key}", name, [key])
