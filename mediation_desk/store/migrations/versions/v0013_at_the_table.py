"""What happens at the table: who came, how long, what was told, asked, consented to, said and may be told."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

TEXT, DAY, YES, KEY, COUNT = sa.Text(), sa.Date(), sa.Boolean(), sa.Uuid(), sa.BigInteger()
INSTANT, HOUR = sa.DateTime(timezone=True), sa.DateTime()


def upgrade() -> None:
    """Add columns that stand empty in every row there is, and tables that stand empty."""
    _add("sessions", ("state", TEXT), ("until", HOUR), ("mediator_id", KEY), ("continues_id", KEY),
         ("result", TEXT), ("no_result", TEXT))
    op.create_index("ix_sessions_starts_at", "sessions", ["starts_at"])
    op.create_index("ix_return_visits_visited_on", "return_visits", ["visited_on"])
    _add("attendees", ("language", TEXT))
    _add("offers", ("first_share", COUNT), ("last_on", DAY), ("released_by", KEY), ("sealed_id", KEY),
         ("shown_at", INSTANT))
    _add("accounts", ("pin", sa.LargeBinary()))
    _of_a_session()
    _of_a_case()
    op.create_table("office_places", *_columns(
        ("id", KEY), ("kind", TEXT), ("name", TEXT), ("address", TEXT)), _removed(),
        sa.PrimaryKeyConstraint("id", name="pk_office_places"))


def _add(table: str, *columns: tuple[object, ...]) -> None:
    for column in _columns(*((name, kind, True) for name, kind in columns)):
        op.add_column(table, column)


def _of_a_session() -> None:
    _table("session_presences", ("session_id", "party_id"), ("presence", TEXT), ("by", TEXT),
           ("authority", TEXT, True), ("authority_seen", YES, True))
    _table("session_stretches", ("session_id",), ("side", TEXT, True), ("began_at", INSTANT),
           ("ended_at", INSTANT, True))
    _table("minute_entries", ("session_id",), ("kind", TEXT), ("party_id", KEY, True), ("about", TEXT),
           ("text", TEXT), ("position", COUNT))


def _of_a_case() -> None:
    _table("rights_told", ("party_id",), ("told_on", DAY), ("told_by", TEXT), ("answer", TEXT),
           ("session_id", KEY, True), ("note", TEXT))
    _table("recusals", ("party_id",), ("asked_on", DAY), ("of_whom", TEXT), ("reason", TEXT),
           ("decided_on", DAY, True), ("decided_by", TEXT), ("granted", YES, True), ("decision", TEXT))
    _table("extension_consents", ("party_id",), ("agreed_on", DAY), ("until", DAY))
    _table("told_facts", (), ("side", TEXT), ("text", TEXT), ("released_at", INSTANT), ("released_by", KEY),
           ("sealed_id", KEY, True), ("shown_at", INSTANT, True))


REFERRED = {"case_id": "cases", "session_id": "sessions", "party_id": "parties"}


def _table(name: str, keys: Sequence[str], *columns: tuple[object, ...]) -> None:
    """A table of rows that hang on a case and on ``keys``, which are checked when a transaction ends."""
    hangs = ("case_id", *keys)
    op.create_table(
        name, *_columns(("id", KEY), *((key, KEY) for key in hangs), *columns), _removed(),
        *(sa.ForeignKeyConstraint([key], [f"{REFERRED[key]}.id"], name=f"fk_{name}_{key}",
                                  initially="DEFERRED", deferrable=True) for key in hangs),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"))
    for key in hangs:
        op.create_index(f"ix_{name}_{key}", name, [key])


def _columns(*columns: tuple[object, ...]) -> list[sa.Column[object]]:
    return [sa.Column(name, kind, nullable=bool(nullable)) for name, kind, *nullable in columns]  # type: ignore[arg-type]


def _removed() -> sa.Column[object]:
    return sa.Column("removed_at", INSTANT, nullable=True)
