"""Work orders, referrals, packages, who is known across cases, companies, and the sites of one centre."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add columns and tables that stand empty."""
    for table in ("cases", "accounts", "office_places", "case_rows"):
        op.add_column(table, sa.Column("site_id", sa.Uuid(), nullable=True))
    op.create_index("ix_case_rows_site", "case_rows", ["site_id", "removed", "received_on", "seq"])
    _figures()
    _orders()
    _referrals()
    _office()
    op.create_table(
        "party_marks",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True,
                  nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False), sa.Column("party_id", sa.Uuid(), nullable=False),
        *_texts("kind", "mark"), sa.PrimaryKeyConstraint("seq", name=op.f("pk_party_marks")))
    op.create_index("ix_party_marks_mark", "party_marks", ["kind", "mark"])
    op.create_index("ix_party_marks_case_id", "party_marks", ["case_id"])
    _overviews()
    if op.get_bind().dialect.name == "postgresql":  # as a new one is made
        op.execute("ALTER TABLE case_search ALTER COLUMN tokens SET STATISTICS 500")


def _overviews() -> None:
    """What figures tell of a mediator's cases, or of a source's and a kind of work's, is read from an index
    alone."""
    handled = ["source", "kind_of_work", "cause", "claim", "platform", "station", "site_id",
               "collective", "people", "women", "men"]
    money = ["claimed", "computed", "agreed", "paid", "outstanding"]
    for narrow in (["mediator_id"], ["source", "kind_of_work"]):
        for day in ("received_on", "closed_on", "decided_on"):
            op.drop_index(f"ix_case_facts_{narrow[0]}_{day}", "case_facts")
        for day, told in {"received_on": ["same_day", "days_to_registration"],
                          "decided_on": ["days_to_decision"],
                          "closed_on": ["outcome", "over", "days_to_end", *money],
                          "last_due_on": ["kept", *money]}.items():
            op.create_index(f"ix_case_facts_{narrow[0]}_{day}", "case_facts",
                            list(dict.fromkeys(["counted", *narrow, day, *handled, *told])))


def _figures() -> None:
    """Every case is the office's own so far; all is counted anew when the store is opened, as its form is
    older."""
    nowhere = "0" * 32 if op.get_bind().dialect.name == "sqlite" else str(UUID(int=0))
    op.add_column("case_facts", sa.Column("site_id", sa.Uuid(), server_default=nowhere, nullable=False))
    for day in ("received_on", "closed_on", "decided_on"):
        op.create_index(f"ix_case_facts_site_id_{day}", "case_facts", ["counted", "site_id", day])
    op.execute("UPDATE figures_form SET form = 5 WHERE NOT EXISTS (SELECT 1 FROM cases)")


def _orders() -> None:
    _table("work_orders", {"case_id": "cases"}, *_texts("source", "rule", "terms", "number"),
           _hour("arrived_at"), _hour("given_until", optional=True),
           *_texts("title", "content", "kind", "urgency", "caller", "caller_phone"),
           *_flags("confidential", "reply_wanted", "supervised"),
           *_texts("former_number", "came_by", "original", "row_sha256"))
    for name in ("number", "row_sha256"):
        op.create_index(f"ix_work_orders_{name}", "work_orders", [name])
    op.create_index("ix_cases_source_reference", "cases", ["source_reference"])
    _table("order_steps", {"case_id": "cases", "order_id": "work_orders"}, *_texts("kind"), _hour("at"),
           _hour("until", optional=True), *_texts("reason", "by"))
    _table("order_replies", {"case_id": "cases", "order_id": "work_orders"},
           sa.Column("found_true", sa.Text(), nullable=True), sa.Column("beyond_duty", sa.Boolean()),
           *_texts("beyond_kind"), sa.Column("contacted", sa.Boolean()), *_texts("contacted_number"),
           _hour("contacted_at", optional=True), sa.Column("solved", sa.Boolean()),
           *_texts("unsolved_why", "handling", "public_answer", "proofs_of_identity", "proofs_of_contact",
                   "proofs_of_result"),
           _instant("released_at", optional=True), sa.Column("released_by", sa.Uuid(), nullable=True),
           *_texts("public_sha256"))
    op.add_column("return_visits", sa.Column("order_id", sa.Uuid(), nullable=True))
    op.add_column("return_visits", sa.Column("connected", sa.Boolean(), nullable=True))
    _table("person_links", {"case_id": "cases", "party_id": "parties"},
           *(sa.Column(name, sa.Uuid(), nullable=False) for name in ("same_as", "joined_by")),
           _instant("joined_at"))
    op.create_index("ix_person_links_same_as", "person_links", ["same_as"])


def _referrals() -> None:
    _table("referrals", {"case_id": "cases"}, *_texts("number"),
           sa.Column("office_id", sa.Uuid(), nullable=True), *_texts("office", "office_kind"),
           *_flags("whole"), *_texts("part", "claims", "reason", "asked", "papers", "exhibits"),
           sa.Column("drafted_on", sa.Date(), nullable=False), *_days("due_on"),
           sa.Column("manner", sa.Text(), nullable=True), *_days("handed_on"), *_texts("handed_by"),
           sa.Column("package_id", sa.Uuid(), nullable=True), *_texts("package_sha256", "answer_key"),
           *_days("received_on"), *_texts("received_by", "number_there"),
           *_days("urged_on", "answered_on"),
           *_texts("result"), *_days("returned_on"), *_texts("returned_why"))
    for name in ("due_on", "package_id"):
        op.create_index(f"ix_referrals_{name}", "referrals", [name])
    _table("case_origins", {"case_id": "cases"},
           *(sa.Column(name, sa.Uuid(), nullable=False) for name in ("package_id", "store_id")),
           *_texts("office", "sender", "number", "reason", "part", "asked"), _instant("sent_at"),
           *_days("due_on"), *_texts("sha256", "signing_key", "public_key"), _instant("taken_at"),
           _instant("receipt_at", optional=True), _instant("answered_at", optional=True),
           *_texts("result", "returned_why"))
    op.create_index("ix_case_origins_package_id", "case_origins", ["package_id"])


def _office() -> None:
    _table("office_sites", {}, *_texts("name", "address", "phone"))
    _table("receiving_offices", {}, *_texts("kind", "name", "takes", "contact", "phone", "address"),
           sa.Column("answer_days", sa.BigInteger(), nullable=True),
           sa.Column("store_id", sa.Uuid(), nullable=True), *_texts("public_key", "signing_key"))
    _table("companies", {}, *_texts("name", "credit_code", "legal_representative",
                                    "legal_representative_post"),
           sa.Column("business", sa.Text(), nullable=True), *_texts("phone", "address"))
    _table("order_layouts", {}, *_texts("source", "name", "columns"))
    _table("waiting_matters", {}, _instant("came_at"), *_texts("source", "title", "content"),
           sa.Column("kept_by", sa.Uuid(), nullable=False),
           sa.Column("registered_as", sa.Uuid(), nullable=True), *_texts("dropped_why"))


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _days(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Date(), nullable=True) for name in names]


def _flags(*names: str) -> list[sa.Column[bool]]:
    return [sa.Column(name, sa.Boolean(), nullable=False) for name in names]


def _hour(name: str, *, optional: bool = False) -> sa.Column[Any]:
    """An hour in the office's zone."""
    return sa.Column(name, sa.DateTime(), nullable=optional)


def _instant(name: str, *, optional: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=optional)


def _table(name: str, hangs: dict[str, str], *columns: sa.Column[Any]) -> None:
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
