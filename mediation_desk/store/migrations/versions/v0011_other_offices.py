"""Cases handed over to another office: whose desk there, and why."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Empty in every row there is: all of them are laptops of the office, and their bags."""
    op.add_column("laptops", sa.Column("office", sa.Text(), nullable=True))
    op.add_column("laptops", sa.Column("store_id", sa.Uuid(), nullable=True))
    op.add_column("bags", sa.Column("reason", sa.Text(), nullable=True))
