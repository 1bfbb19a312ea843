"""The journal's tables: entries, each chain's head, the ledger of heads, the end of the first journal."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, Table, Text, Uuid

from mediation_desk.store.engines.kinds import only_where
from mediation_desk.store.tables.columns import Instant, metadata

# ``chain``: the case's key, or the office's (store/journal/chain.py); ``number`` counts within it.
# ``digest`` links the entry to the one before without any key; ``hash`` vouches for it with the store's.
# ``seq``: its number in the first, store-wide journal, whose link its ``hash`` is; None for all since.
journal = Table(
    "journal", metadata,
    Column("chain", Uuid, primary_key=True),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("seq", BigInteger),
    Column("work_id", Uuid, nullable=False),
    Column("at", Instant, nullable=False),
    Column("account_id", Uuid, nullable=False),
    Column("case_id", Uuid),
    Column("verb", Text, nullable=False),
    Column("undoes", Uuid),
    Column("table_name", Text, nullable=False),
    Column("row_id", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("changes", Text, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False))
Index("ix_journal_works", journal.c.chain, journal.c.work_id, journal.c.account_id, journal.c.verb,
      journal.c.undoes, journal.c.number)  # which units of work there are comes off it alone
Index("ix_journal_seq", journal.c.seq, unique=True, **only_where(journal.c.seq.is_not(None)))

# Where the first journal, one chain for the whole store, was closed; its number is 0 if there was none.
journal_head = Table(
    "journal_head", metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, nullable=False),
    Column("hash", LargeBinary, nullable=False))

# Each chain's last entry, under the lock of its writers. ``origin`` is what its first entry links to,
# ``ledgered`` the number up to which the ledger tells of it.
journal_chains = Table(
    "journal_chains", metadata,
    Column("chain", Uuid, primary_key=True),
    Column("case_id", Uuid),
    Column("origin", LargeBinary, nullable=False),
    Column("number", BigInteger, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    Column("at", Instant, nullable=False),
    Column("stamp", LargeBinary, nullable=False),
    Column("ledgered", BigInteger, nullable=False))
Index("ix_journal_chains_untold", journal_chains.c.chain,
      **only_where(journal_chains.c.number > journal_chains.c.ledgered))

# ``lines``: the heads that moved since the entry before, as JSON [[chain, number, digest], ...];
# ``total``: all entries of all chains that the ledger tells of so far.
journal_ledger = Table(
    "journal_ledger", metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
    Column("total", BigInteger, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    Column("stamp", LargeBinary, nullable=False),
    Column("lines", Text, nullable=False))
