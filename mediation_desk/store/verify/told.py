"""What the journal says: the entries of some chains, verified as they are read, and the rows they leave."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, MappingResult, select

from mediation_desk.domain.journal_tables import COUNTERS
from mediation_desk.store.journal.chain import OFFICE
from mediation_desk.store.tables.journal import journal
from mediation_desk.store.verify.chains import Known, Strand
from mediation_desk.store.verify.findings import Damage, Finding
from mediation_desk.store.verify.moment import Moment, Unreadable
from mediation_desk.store.verify.reading import Fields, raw


@dataclass
class ToldRow:
    """What the journal last said of one row, and whose journal it was."""

    chain: UUID
    at: datetime | None
    fields: dict[str, Any] = field(default_factory=dict)


@dataclass
class Heard:
    """All that some chains say. ``broken``: those whose own entries are not all as they were written."""

    strands: dict[UUID, Strand]
    rows: dict[tuple[str, str], ToldRow] = field(default_factory=dict)
    counters: dict[tuple[str, str], int] = field(default_factory=dict)
    works: dict[UUID, set[Any]] = field(default_factory=dict)
    entries: int = 0

    @property
    def findings(self) -> Iterator[Finding]:
        """What is amiss with the chains themselves."""
        for strand in self.strands.values():
            yield from strand.findings

    @property
    def broken(self) -> frozenset[UUID]:
        """The chains that cannot be relied on."""
        return frozenset(chain for chain, strand in self.strands.items() if strand.findings)

    @property
    def cases(self) -> list[UUID]:
        """The cases whose chains these are."""
        return [chain for chain in self.strands if chain != OFFICE]

    def latest(self, chain: UUID) -> datetime | None:
        """The instant of the chain's last entry."""
        return self.strands[chain].latest if chain in self.strands else None

    def take(self, row: Fields) -> None:
        """An entry as it stands there, in the order of its chain."""
        self.strands[row["chain"]].take(int(row["number"]), row)
        self.entries += 1
        self.works.setdefault(row["chain"], set()).add(row.get("work_id"))
        name, changes = (str(row.get("table_name")), str(row.get("row_id"))), _afters(row.get("changes"))
        if name[0] in COUNTERS:
            count = changes.get("last")
            self.counters[name] = max(self.counters.get(name, 0), count if type(count) is int else 0)
            return
        said = self.rows.setdefault(name, ToldRow(row["chain"], row.get("at")))
        said.at = row.get("at") or said.at
        said.fields.update(changes)


def _afters(changes: Any) -> Mapping[str, Any]:
    """Each field's value after the change; nothing when the text itself was damaged (the chain tells)."""
    try:
        return {name: pair[1] for name, pair in json.loads(changes).items()}
    except (ValueError, TypeError, LookupError, AttributeError):
        return {}


def hear(moment: Moment, key: bytes, group: Sequence[Known]) -> Heard:
    """Read and verify these chains in one go, or entry by entry where that fails."""
    try:
        with moment.attempt() as connection:
            heard = _started(key, group)
            with closing(_stream(connection, group)) as stream:
                for row in stream:
                    heard.take(row)
    except Unreadable:
        heard = _started(key, group)
        for known in group:
            _piecemeal(moment, known, heard)
    if not moment.worn("journal"):
        for strand in heard.strands.values():
            strand.end()
    return heard


def _started(key: bytes, group: Sequence[Known]) -> Heard:
    return Heard({known.chain: Strand(key, known) for known in group})


def _stream(connection: Connection, group: Sequence[Known]) -> MappingResult:
    wanted = select(journal).where(journal.c.chain.in_([known.chain for known in group]))
    ordered = wanted.order_by(journal.c.chain, journal.c.number).execution_options(yield_per=2000)
    return connection.execute(ordered).mappings()


def _piecemeal(moment: Moment, known: Known, heard: Heard) -> None:
    def read(connection: Connection, numbers: Sequence[int]) -> Iterable[tuple[int, Fields]]:
        wanted = select(journal).where(journal.c.chain == known.chain, journal.c.number.in_(numbers))
        found = connection.execute(wanted.order_by(journal.c.number)).mappings()
        return [(row["number"], row) for row in found]

    for number, row in moment.each("journal", _numbers(moment, known), read):
        heard.take(row or {"chain": known.chain, "number": number, "at": _day(moment, known, number)})


def _numbers(moment: Moment, known: Known) -> list[int]:
    """The numbers of the chain's entries, out of the index alone; else as many as there should be."""
    try:
        with moment.attempt() as connection:
            there = connection.scalars(select(raw(journal, "number")).where(journal.c.chain == known.chain))
            return sorted(number for number in there if type(number) is int and number > 0)
    except Unreadable:
        return list(range(1, known.length + 1))


def _day(moment: Moment, known: Known, number: int) -> datetime | None:
    try:
        with moment.attempt() as connection:
            here = journal.c.chain == known.chain, journal.c.number == number
            at: datetime | None = connection.scalars(select(journal.c.at).where(*here)).one()
            return at
    except Unreadable:
        return None


def worn(moment: Moment) -> Iterator[Finding]:
    """The journal itself is so damaged that it was not read to its end."""
    if moment.worn("journal"):
        yield Finding(Damage.TABLE_UNREADABLE, table="journal")
