"""The journal by case: a chain for each, a ledger of their heads; the first journal is closed as it was.

Every entry keeps its number and its link in the first journal, so that it can still be verified as one
chain, and gets its place in the chain of its case. The formulas of that day stand here, for a migration
must do in ten years what it did when it was released.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from alembic import context, op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

OFFICE = UUID(int=0)
CASES_AT_ONCE, ROWS_AT_ONCE = 200, 2000

FIRST = sa.table(
    "journal_first", sa.column("seq", sa.BigInteger), sa.column("work_id", sa.Uuid),
    sa.column("at", sa.DateTime(timezone=True)), sa.column("account_id", sa.Uuid),
    sa.column("case_id", sa.Uuid), sa.column("verb", sa.Text),
    sa.column("undoes", sa.Uuid), sa.column("table_name", sa.Text), sa.column("row_id", sa.Text),
    sa.column("action", sa.Text), sa.column("changes", sa.Text), sa.column("hash", sa.LargeBinary))
Entry = dict[str, Any]


def upgrade() -> None:
    """Make the tables, and bring every entry into its case's chain."""
    _set_the_first_aside()
    journal, chains = _tables()
    connection = op.get_bind()
    origin = bytes(connection.execute(sa.text("SELECT hash FROM journal_head")).scalar_one())
    for some in _by_chain(connection):
        connection.execute(chains.insert(), [_linked(connection, journal, origin, mine) for mine in some])
    op.drop_table("journal_first")


def _set_the_first_aside() -> None:
    op.drop_index("ix_journal_case_id", "journal")
    op.drop_index("ix_journal_work_id", "journal")
    op.rename_table("journal", "journal_first")
    if op.get_bind().dialect.name == "postgresql":  # asked here, for what a database was that day stays so
        op.execute("ALTER TABLE journal_first RENAME CONSTRAINT pk_journal TO pk_journal_first")


def _tables() -> tuple[sa.Table, sa.Table]:
    journal = op.create_table(
        "journal",
        sa.Column("chain", sa.Uuid(), nullable=False),
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=True),
        sa.Column("work_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("verb", sa.Text(), nullable=False),
        sa.Column("undoes", sa.Uuid(), nullable=True),
        sa.Column("table_name", sa.Text(), nullable=False),
        sa.Column("row_id", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("chain", "number", name=op.f("pk_journal")),
    )
    chains = op.create_table(
        "journal_chains",
        sa.Column("chain", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("origin", sa.LargeBinary(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("stamp", sa.LargeBinary(), nullable=False),
        sa.Column("ledgered", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("chain", name=op.f("pk_journal_chains")),
    )
    op.create_table(
        "journal_ledger",
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("stamp", sa.LargeBinary(), nullable=False),
        sa.Column("lines", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_journal_ledger")),
    )
    _indexes()
    return journal, chains


def _indexes() -> None:
    works = ["chain", "work_id", "account_id", "verb", "undoes", "number"]
    op.create_index("ix_journal_works", "journal", works, unique=False)
    old, untold = sa.text("seq IS NOT NULL"), sa.text("number > ledgered")
    op.create_index("ix_journal_seq", "journal", ["seq"], unique=True, sqlite_where=old, postgresql_where=old)
    op.create_index("ix_journal_chains_untold", "journal_chains", ["chain"], unique=False,
                    sqlite_where=untold, postgresql_where=untold)


def _by_chain(connection: sa.Connection) -> Iterator[list[Iterator[list[Entry]]]]:
    """The entries of some chains at a time, each chain in pages; first the office's own."""
    if _any_of_the_office(connection):
        yield [_pages(connection, FIRST.c.case_id.is_(None))]
    known = sa.select(FIRST.c.case_id).where(FIRST.c.case_id.is_not(None)).distinct()
    for keys in _some(sorted(connection.scalars(known))):
        yield [_pages(connection, FIRST.c.case_id == key) for key in keys]


def _any_of_the_office(connection: sa.Connection) -> bool:
    wanted = sa.select(FIRST.c.seq).where(FIRST.c.case_id.is_(None)).limit(1)
    return connection.execute(wanted).first() is not None


def _some(keys: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    for start in range(0, len(keys), CASES_AT_ONCE):
        yield keys[start:start + CASES_AT_ONCE]


def _pages(connection: sa.Connection, mine: sa.ColumnElement[bool]) -> Iterator[list[Entry]]:
    last = 0
    while True:
        page = sa.select(FIRST).where(mine, FIRST.c.seq > last).order_by(FIRST.c.seq).limit(ROWS_AT_ONCE)
        rows = [dict(row) for row in connection.execute(page).mappings()]
        if not rows:
            return
        last = rows[-1]["seq"]
        yield rows


def _linked(connection: sa.Connection, journal: sa.Table, origin: bytes,
            pages: Iterator[list[Entry]]) -> Entry:
    """Write one chain's entries; its head."""
    number, digest, at = 0, origin, datetime.min.replace(tzinfo=UTC)
    chain, case_id = OFFICE, None
    for page in pages:
        for row in page:
            number, at, case_id = number + 1, row["at"], row["case_id"]
            chain = case_id or OFFICE
            row |= {"chain": chain, "number": number}
            digest = row["digest"] = hashlib.sha256(digest + _said(row)).digest()
        connection.execute(journal.insert(), page)
    head = {"chain": chain, "case_id": case_id, "origin": origin, "number": number, "digest": digest,
            "at": at, "ledgered": 0}
    return head | {"stamp": _stamp(head)}


def _said(row: Mapping[str, Any]) -> bytes:
    return _hashed([str(row["chain"]), row["number"], str(row["work_id"]),
                    _instant(row["at"]), str(row["account_id"]), str(row["case_id"]),
                    row["verb"], str(row["undoes"]), row["table_name"], row["row_id"], row["action"],
                    row["changes"]])


def _stamp(head: Mapping[str, Any]) -> bytes:
    content = _hashed([str(head["chain"]), str(head["case_id"]), head["origin"].hex(), head["number"],
                       head["digest"].hex(), _instant(head["at"])])
    return hmac.digest(context.config.attributes["journal_key"], b"head" + content, "sha256")


def _instant(at: datetime) -> str:
    """In UTC; SQLite keeps no zone."""
    return (at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)).isoformat()


def _hashed(parts: list[Any]) -> bytes:
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode("utf-8", "surrogatepass")).digest()
