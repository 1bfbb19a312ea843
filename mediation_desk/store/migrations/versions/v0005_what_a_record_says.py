"""What a record of mediation says besides what was spoken, and which terms a paper was printed of."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add columns that stand empty in every row there is, as the journal has them."""
    op.add_column("sessions", sa.Column("ended_at", sa.DateTime(), nullable=True))
    op.add_column("sessions", sa.Column("recorder", sa.Text(), nullable=True))
    op.add_column("sessions", sa.Column("rights_told", sa.Boolean(), nullable=True))
    op.add_column("sessions", sa.Column("change_asked", sa.Boolean(), nullable=True))
    op.add_column("papers", sa.Column("drafted_id", sa.Uuid(), nullable=True))
