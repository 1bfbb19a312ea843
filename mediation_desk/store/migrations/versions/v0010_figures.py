"""Figures: a row of facts beside each case, what is added up day by day, and what a case has for them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add tables that are filled when the store is opened, and columns that say nothing of older cases."""
    op.add_column("cases", sa.Column("registered_on", sa.Date(), nullable=True))
    op.add_column("cases", sa.Column("computed", sa.BigInteger(), nullable=True))
    op.add_column("return_visits", sa.Column("contacted", sa.Boolean(), nullable=True))
    op.add_column("return_visits", sa.Column("solved", sa.Boolean(), nullable=True))
    _case_facts()
    _day_totals()
    op.create_table("figures_form", sa.Column("form", sa.Integer(), nullable=False))
    op.execute("INSERT INTO figures_form (form) "
               "SELECT CASE WHEN EXISTS (SELECT 1 FROM cases) THEN 0 ELSE 1 END")


def _case_facts() -> None:
    text, day = ("source", "kind_of_work", "cause", "claim", "platform", "company", "station"), sa.Date()
    op.create_table(
        "case_facts",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True,
                  nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("counted", sa.Boolean(), nullable=False),
        sa.Column("mediator_id", sa.Uuid(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in text),
        sa.Column("received_on", day, nullable=False),
        *(sa.Column(name, day, nullable=True) for name in (
            "registered_on", "decided_on", "accepted_on", "closed_on")),
        sa.Column("outcome", sa.Text(), nullable=True),
        *(sa.Column(name, sa.BigInteger(), nullable=True) for name in (
            "days_to_registration", "days_to_decision", "days_to_end")),
        sa.Column("same_day", sa.Boolean(), nullable=False),
        sa.Column("over", sa.Boolean(), nullable=False),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in ("people", "women", "men")),
        sa.Column("collective", sa.Boolean(), nullable=False),
        sa.Column("claimed", sa.BigInteger(), nullable=False),
        sa.Column("computed", sa.BigInteger(), nullable=True),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in ("agreed", "paid", "outstanding")),
        *(sa.Column(name, day, nullable=True) for name in ("signed_on", "last_due_on")),
        sa.Column("kept", sa.Boolean(), nullable=False),
        sa.Column("visited_on", day, nullable=True),
        *(sa.Column(name, sa.Boolean(), nullable=True) for name in ("contacted", "solved", "satisfied")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_case_facts")),
    )
    op.create_index("ix_case_facts_case_id", "case_facts", ["case_id"], unique=True)
    for name in ("received_on", "decided_on", "closed_on", "signed_on", "last_due_on", "visited_on"):
        op.create_index(f"ix_case_facts_{name}", "case_facts", ["counted", name])
    for narrow in (["mediator_id"], ["cause"], ["claim"], ["platform"], ["source", "kind_of_work"]):
        for of in ("received_on", "closed_on"):
            op.create_index(f"ix_case_facts_{narrow[0]}_{of}", "case_facts", ["counted", *narrow, of])
    op.create_index("ix_case_facts_company", "case_facts", ["company", "received_on"])


def _day_totals() -> None:
    measures = ("cases", "people", "women", "men", "claimed", "computed", "uncomputed", "agreed", "paid",
                "outstanding")
    op.create_table(
        "day_totals",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True,
                  nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("event", "dim", "value", "outcome")),
        sa.Column("collective", sa.Boolean(), nullable=False),
        sa.Column("flag", sa.Boolean(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=True),
        sa.Column("folded", sa.Boolean(), nullable=False),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in measures),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_day_totals")),
    )
    op.create_index("ix_day_totals_day", "day_totals", ["dim", "event", "day"])
    op.create_index("ix_day_totals_fresh", "day_totals", ["folded", "day"])
