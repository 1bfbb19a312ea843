"""The ledger against its own links, and what it tells of each chain; the backups against the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from mediation_desk.store.journal import heads
from mediation_desk.store.journal.chain import ledger_said, linked
from mediation_desk.store.journal.ledger import Line, is_genuine, lines_of
from mediation_desk.store.tables.journal import journal
from mediation_desk.store.tables.journal import journal_ledger as ledger
from mediation_desk.store.verify.findings import Damage, Finding
from mediation_desk.store.verify.moment import Moment, Unreadable


@dataclass(frozen=True)
class Anchor:
    """How far the journal had come when a backup was made, and its digest there: nobody can take the
    store back behind it unseen. Without ``at``, a mark that somebody noted down, with its first digits."""

    seq: int
    hash: str
    at: datetime | None


@dataclass(frozen=True)
class ToldHead:
    """The last that the ledger tells of a chain, and when."""

    line: Line
    at: datetime


@dataclass
class Ledger:
    """All that the ledger tells; ``whole`` unless an entry of it is missing, altered or unreadable."""

    key: bytes
    told: dict[UUID, ToldHead] = field(default_factory=dict)
    whole: bool = True
    _before: bytes | None = None
    _expected: int = 1

    def read(self, moment: Moment) -> Iterator[Finding]:
        """Walk the ledger from its first entry to its last."""
        try:
            with moment.attempt() as connection:
                there = connection.scalars(select(ledger.c.number).order_by(ledger.c.number)).all()
        except Unreadable:
            yield self._broken(Finding(Damage.TABLE_UNREADABLE, table="journal_ledger"))
            return
        self._before = _origin(moment)
        for number, row in moment.each("journal_ledger", there, _entries):
            if number != self._expected:
                yield self._broken(Finding(Damage.LEDGER, str(self._expected), "journal_ledger"))
            self._expected = number + 1
            if not self._took(row):
                yield self._broken(Finding(Damage.LEDGER, str(number), "journal_ledger", at=_at(row)))

    def _broken(self, finding: Finding) -> Finding:
        self.whole, self._before = False, None
        return finding

    def _took(self, row: Any) -> bool:
        """Whether the entry is as it was written; what it tells is noted then."""
        try:
            digest = bytes(row.digest)
            content = ledger_said(row.number, row.at, row.total, row.lines)
            follows = self._before is None or digest == linked(self._before, content)
            if not (follows and is_genuine(self.key, row)):
                return False
            self.told.update((line.chain, ToldHead(line, row.at)) for line in lines_of(row.lines))
        except Exception:
            return False
        self._before = digest
        return True


def _origin(moment: Moment) -> bytes | None:
    """What the first entry of the ledger links to; None where that cannot be relied on."""
    try:
        with moment.attempt() as connection:
            return heads.closed(connection)[1]
    except Unreadable:
        return None


def _at(row: Any) -> datetime | None:
    return row.at if row is not None and isinstance(row.at, datetime) else None


def _entries(connection: Connection, numbers: Sequence[int]) -> Iterable[tuple[int, Any]]:
    wanted = select(ledger).where(ledger.c.number.in_(numbers)).order_by(ledger.c.number)
    return [(row.number, row) for row in connection.execute(wanted)]


def anchored(moment: Moment, anchors: Sequence[Anchor]) -> Iterator[Finding]:
    """What genuine backups and noted marks know of the journal, and the store no longer does."""
    for anchor in anchors:
        if anchor.seq and not _holds(moment, anchor):
            damage = Damage.ROLLED_BACK if anchor.at else Damage.MARK_UNKNOWN
            yield Finding(damage, str(anchor.seq), "journal", at=anchor.at)


def _holds(moment: Moment, anchor: Anchor) -> bool:
    """In the ledger; before its first entry, and in a backup of the first schema, in the first journal."""
    try:
        with moment.attempt() as connection:
            told = connection.scalars(select(ledger.c.digest).where(ledger.c.total == anchor.seq)).all()
            first = connection.scalars(select(journal.c.hash).where(journal.c.seq == anchor.seq)).all()
            return any(bytes(link).hex().startswith(anchor.hash) for link in (*told, *first))
    except Unreadable:
        return True  # what cannot be read is told by whoever walks it
