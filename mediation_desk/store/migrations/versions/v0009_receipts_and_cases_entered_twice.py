"""What the receipt of a homecoming says, and that a case was entered twice."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add columns that stand empty in every row there is, as the journal has them."""
    op.add_column("homecomings", sa.Column("bringing", sa.Uuid(), nullable=True))
    op.add_column("homecomings", sa.Column("receipt", sa.Text(), nullable=True))
    op.add_column("bags", sa.Column("receipts", sa.Text(), nullable=True))
    op.add_column("cases", sa.Column("goes_on_as", sa.Text(), nullable=True))
    op.add_column("cases", sa.Column("entered_twice_as", sa.Text(), nullable=True))
