"""Each respondent's own consent, the office that takes over, and the day on which a case was voided."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add columns that stand empty in every row there is, as the journal has them."""
    for name in ("agreed_on", "declined_on"):
        op.add_column("parties", sa.Column(name, sa.Date(), nullable=True))
    op.add_column("cases", sa.Column("referred_to", sa.Text(), nullable=True))
    op.add_column("cases", sa.Column("voided_on", sa.Date(), nullable=True))
