"""Totals of whole months beside those of days, so that eight years are read as quickly as one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Every total there is is a day's; all is counted anew when the store is opened, as its form is older.
    What rests too long is found by an index."""
    op.add_column("day_totals", sa.Column("grain", sa.Text(), server_default="day", nullable=False))
    op.execute("UPDATE figures_form SET form = 3 WHERE NOT EXISTS (SELECT 1 FROM cases)")
    op.drop_index("ix_day_totals_day", "day_totals")
    op.create_index("ix_day_totals_grain", "day_totals", ["grain", "dim", "event", "day"])
    op.create_index("ix_day_totals_value", "day_totals", ["grain", "dim", "value", "event", "day"])
    for narrow in (["mediator_id"], ["cause"], ["claim"], ["platform"], ["source", "kind_of_work"]):
        op.create_index(f"ix_case_facts_{narrow[0]}_decided_on", "case_facts",
                        ["counted", *narrow, "decided_on"])
    op.create_index("ix_case_rows_resting", "case_rows", ["removed", "status", "updated_at", "mediator_id"])
