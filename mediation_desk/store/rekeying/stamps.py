"""Vouches anew, under a renewed store key, for all that the former one vouched for; and for nothing else.

What somebody altered without the key had no stamp that fits, and gets none: the verification finds after
the renewal what it found before. Digests stay as they are, and with them every mark that was noted down.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Column, Connection, Row, Table, bindparam, func, select, tuple_, update

from mediation_desk.store.journal import heads, ledger
from mediation_desk.store.journal.chain import (
    entry_stamp,
    head_stamp,
    journal_key,
    ledger_said,
    ledger_stamp,
    said,
    same,
)
from mediation_desk.store.pace import Pace
from mediation_desk.store.tables.cases import case_key_wraps
from mediation_desk.store.tables.journal import journal, journal_chains, journal_ledger
from mediation_desk.store.values import plain
from mediation_desk.store.vault.former_wraps import voucher
from mediation_desk.store.vault.keys import Key

AT_ONCE = 1000
TABLES = (case_key_wraps.name, journal_chains.name, journal.name, journal_ledger.name)
"""Those that are written, in the order in which a save takes them."""
_WRAPS = case_key_wraps.name
Renewed = Callable[[Row[Any]], bytes | None]
"""The new stamp of a row; None where the one it has is let be."""


@dataclass
class Stamps:
    """One renewal: from the former store key to the new one. ``told``: each wrap as its journal has it."""

    connection: Connection
    former: Key
    new: Key
    pace: Pace
    total: int = 0
    done: int = 0
    told: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._old_journal, self._new_journal = journal_key(self.former), journal_key(self.new)

    def renew(self) -> None:
        """All of it. Stopped when the person asks to."""
        tables = (journal, journal_chains, journal_ledger, case_key_wraps)
        self.total = sum(self.connection.scalar(select(func.count()).select_from(one)) or 0 for one in tables)
        self._each(journal, [journal.c.chain, journal.c.number], "hash", self._entry)
        self._each(journal_chains, [journal_chains.c.chain], "stamp", self._head)
        self._each(journal_ledger, [journal_ledger.c.number], "stamp", self._ledgered)
        self._each(case_key_wraps, [case_key_wraps.c.id], "vouched", self._wrap)

    def _entry(self, entry: Row[Any]) -> bytes | None:
        """Those of the first journal keep their links, under the key of that day (verify/remainder.py)."""
        row = entry._mapping
        content, digest = said(row), bytes(row["digest"])
        if row["seq"] is None and not same(entry_stamp(self._old_journal, content, digest), row["hash"]):
            return None
        if row["table_name"] == _WRAPS and "wrapped" in (changes := json.loads(row["changes"])):
            self.told[row["row_id"]] = changes["wrapped"][1]
        return entry_stamp(self._new_journal, content, digest) if row["seq"] is None else None

    def _head(self, row: Row[Any]) -> bytes | None:
        head = heads.head_of(row._mapping)
        if not same(head_stamp(self._old_journal, head), row.stamp):
            return None
        return head_stamp(self._new_journal, head)

    def _ledgered(self, row: Row[Any]) -> bytes | None:
        if not ledger.is_genuine(self._old_journal, row):
            return None
        content = ledger_said(row.number, row.at, row.total, row.lines)
        return ledger_stamp(self._new_journal, content, bytes(row.digest))

    def _wrap(self, row: Row[Any]) -> bytes | None:
        """Only as its journal tells, which nobody without the key could write."""
        if not row.wrapped or self.told.get(str(row.id)) != plain(row.wrapped):
            return None
        return voucher(row.wrapped, row.case_id.bytes, row.account_id.bytes, self.new)

    def _each(self, table: Table, key: Sequence[Column[Any]], column: str, renewed: Renewed) -> None:
        here = [one == bindparam(f"at_{one.name}") for one in key]
        written = update(table).where(*here).values({column: bindparam("renewed")})
        for rows in self._gathered(table, key):
            changed = [{f"at_{one.name}": row._mapping[one.name] for one in key} | {"renewed": stamp}
                       for row in rows if (stamp := _tried(renewed, row)) is not None]
            if changed:
                self.connection.execute(written, changed)
            self.done += len(rows)
            self.pace.step(self.done, self.total)

    def _gathered(self, table: Table, key: Sequence[Column[Any]]) -> Iterator[Sequence[Row[Any]]]:
        ordered = select(table).order_by(*key).limit(AT_ONCE)
        rows = self.connection.execute(ordered).all()
        while rows:
            yield rows
            last = tuple_(*(bindparam(None, rows[-1]._mapping[one.name], one.type) for one in key))
            rows = self.connection.execute(ordered.where(tuple_(*key) > last)).all()


def _tried(renewed: Renewed, row: Row[Any]) -> bytes | None:
    """A row in which somebody put what no program writes is left as it is."""
    try:
        return renewed(row)
    except Exception:  # everything: what stands in an altered row is nobody's to foresee
        return None
