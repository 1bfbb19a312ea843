"""What vouches for a wrapped case key that was here when the store key was renewed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Empty in every row there is: no store key was renewed yet."""
    op.add_column("case_key_wraps", sa.Column("vouched", sa.LargeBinary(), nullable=True))
