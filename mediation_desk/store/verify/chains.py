"""Each chain against its own digests and stamps, its head, and what the ledger knew of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from mediation_desk.store.journal import heads
from mediation_desk.store.journal.chain import Head, entry_stamp, head_stamp, linked, said, same
from mediation_desk.store.tables.journal import journal, journal_chains
from mediation_desk.store.verify.findings import Damage, Finding
from mediation_desk.store.verify.ledger import Ledger, ToldHead
from mediation_desk.store.verify.moment import Moment
from mediation_desk.store.verify.reading import (
    Fields,
    raw,
    raw_keys,
    raw_values,
    rows,
    uuid_of,
)


@dataclass(frozen=True)
class Known:
    """What is known of a chain before it is walked: its head, whether that is genuine, the ledger's word."""

    chain: UUID
    head: Head | None = None
    genuine: bool = False
    ledgered: int = 0
    told: ToldHead | None = None

    @property
    def length(self) -> int:
        """How many entries it should have."""
        return max(self.head.number if self.head and self.genuine else 0,
                   self.told.line.number if self.told else 0)


@dataclass
class Strand:
    """Walks one chain from its first entry; the findings are gathered as it goes."""

    key: bytes
    known: Known
    findings: list[Finding] = field(default_factory=list)
    last: int = 0
    latest: datetime | None = None
    _digest: bytes | None = None  # of the entry before; None where that cannot be relied on

    def __post_init__(self) -> None:
        if self.known.head is not None and self.known.genuine:
            self._digest = self.known.head.origin

    def take(self, number: int, row: Fields | None) -> None:
        """The next entry there is; None when it cannot be read."""
        if number > self.last + 1:
            self._gap(number)
        self.last = number
        digest = self._sound(row) if row is not None else None
        at = row.get("at") if row is not None else None
        if digest is None or self._otherwise_ledgered(number, digest):
            self._find(Damage.JOURNAL, number, at)
        self._digest = digest
        self.latest = at or self.latest

    def _gap(self, number: int) -> None:
        first, last = self.last + 1, number - 1
        row = str(first) if first == last else f"{first}–{last}"
        self.findings.append(Finding(Damage.JOURNAL_GAP, row, "journal", at=self.latest,
                                     chain=self.known.chain))
        self._digest = None

    def _sound(self, row: Fields) -> bytes | None:
        """The entry's digest, when it vouches for all that the entry says and follows on the one before."""
        try:
            content, digest = said(row), bytes(row["digest"])
            vouched = row["seq"] is not None or same(entry_stamp(self.key, content, digest), row["hash"])
            follows = self._digest is None or digest == linked(self._digest, content)
        except Exception:  # whatever stands in an altered row
            return None
        return digest if vouched and follows else None

    def _otherwise_ledgered(self, number: int, digest: bytes) -> bool:
        told = self.known.told
        return told is not None and told.line.number == number and told.line.digest != digest

    def end(self) -> None:
        """After the last entry there is: is it where the head and the ledger say?"""
        head, told = self.known.head, self.known.told
        if self.last == 0 and self.known.length:
            self._find(Damage.JOURNAL_GONE, 0, told.at if told else head.at if head else None)
        elif self.last < self.known.length:
            at = told.at if told and told.line.number > self.last else head.at if head else None
            self._find(Damage.JOURNAL_END, self.last + 1, at)
        elif head is not None and self.known.genuine and self._digest is not None \
                and (head.number, head.digest) != (self.last, self._digest):
            self._head(Damage.ROW_ALTERED, "number", "digest")
        if head is None and self.last:
            self._head(Damage.ROW_MISSING)
        elif head is not None and not self.known.genuine:
            self._head(Damage.ROW_ALTERED)

    def _head(self, damage: Damage, *fields: str) -> None:
        self.findings.append(Finding(damage, str(self.known.chain), "journal_chains", fields, self.latest))

    def _find(self, damage: Damage, number: int, at: datetime | None) -> None:
        row = str(number) if number else ""
        self.findings.append(Finding(damage, row, "journal", at=at, chain=self.known.chain))


@dataclass
class Chains:
    """All chains of the store: those that have a head, those of the ledger, those that have entries."""

    key: bytes
    ledger: Ledger
    known: dict[UUID, Known] = field(default_factory=dict)

    def gather(self, moment: Moment) -> Iterator[Finding]:
        """Learn of every chain."""
        self.known = {chain: Known(chain, told=told) for chain, told in self.ledger.told.items()}
        keys, entered = raw_keys(moment, journal_chains), _entered(moment)
        for table, values in (("journal_chains", keys), ("journal", entered)):
            if values is None:
                yield Finding(Damage.TABLE_UNREADABLE, table=table)
            for value in values or ():
                chain = uuid_of(value)
                if chain is None:
                    yield Finding(Damage.ROW_UNKNOWN, str(value), table)
                else:
                    self.known.setdefault(chain, Known(chain))
        for chain, row in rows(moment, journal_chains, list(journal_chains.columns), list(self.known)):
            self.known[chain] = known = self._known(chain, row)
            yield from self._ledgering(known)

    def origin(self, chain: UUID) -> bytes | None:
        """What the chain began with, as its head vouches; None where no genuine head says."""
        known = self.known.get(chain)
        return known.head.origin if known is not None and known.head is not None and known.genuine else None

    def _known(self, chain: UUID, row: Fields | None) -> Known:
        told = self.ledger.told.get(chain)
        try:
            head = heads.head_of(row or {})
            genuine = same(head_stamp(self.key, head), bytes((row or {})["stamp"]))
            return Known(chain, head, genuine, int((row or {})["ledgered"]), told)
        except Exception:  # whatever stands in an altered row
            return Known(chain, Head(chain=chain, case_id=None, origin=b"", number=0, digest=b"",
                                     at=datetime.min.replace(tzinfo=UTC)), False, 0, told)

    def _ledgering(self, known: Known) -> Iterator[Finding]:
        """A head notes how far the ledger knows it, so a ledger that knows less was cut."""
        told = known.told.line.number if known.told else 0
        if not self.ledger.whole or known.ledgered == told:
            return
        if known.ledgered > told:
            yield Finding(Damage.LEDGER_END, table="journal_ledger")
        else:
            yield Finding(Damage.ROW_ALTERED, str(known.chain), "journal_chains", ("ledgered",))


def _entered(moment: Moment) -> list[Any] | None:
    """Every chain that has an entry."""
    return raw_values(moment, select(moment.database.as_it_stands(raw(journal, "chain"))).distinct())
