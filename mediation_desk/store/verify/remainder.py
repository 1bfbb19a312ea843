"""What is left: the running case numbers, unsaved typing, the schema, and where the first journal closed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select, text

from mediation_desk.store import schema
from mediation_desk.store.journal.chain import ORIGIN, same
from mediation_desk.store.journal.first import first_link
from mediation_desk.store.journal.heads import closed
from mediation_desk.store.tables.desk import accounts, drafts, serials
from mediation_desk.store.tables.journal import journal, journal_head
from mediation_desk.store.verify.findings import Damage, Finding
from mediation_desk.store.verify.moment import Moment, Unreadable


def numbers(moment: Moment, counters: Mapping[tuple[str, str], int]) -> Iterator[Finding]:
    """Each year's last case number against the cases that took them; ``counters``: what their journals say.

    Of a year whose cases all took their numbers before the journal told of them, nothing is known.
    """
    told = {year: last for (table, year), last in counters.items() if table == "serials"}
    try:
        with moment.attempt() as connection:
            there = {str(year): last for year, last in connection.execute(select(serials))}
            old = closed(connection)[0] > 0
    except Unreadable:
        yield Finding(Damage.TABLE_UNREADABLE, table="serials")
        return
    for year in sorted(told.keys() | there.keys()):
        if year not in there:
            yield Finding(Damage.ROW_MISSING, year, "serials")
        elif year not in told and not old:
            yield Finding(Damage.ROW_UNKNOWN, year, "serials")
        elif told.get(year, there[year]) != there[year]:
            yield Finding(Damage.ROW_ALTERED, year, "serials", ("last",))


def typing(moment: Moment) -> Iterator[Finding]:
    """Unsaved typing: that each piece can be read, and belongs to somebody. What it says is sealed."""
    try:
        with moment.attempt() as connection:
            known = set(connection.scalars(select(accounts.c.id)))
            found = connection.execute(select(drafts)).all()
    except Unreadable:
        yield Finding(Damage.TABLE_UNREADABLE, table="drafts")
        return
    for draft in found:
        if draft.account_id not in known:
            yield Finding(Damage.ROW_UNKNOWN, f"{draft.account_id} {draft.place}", "drafts")


def revision(moment: Moment) -> Iterator[Finding]:
    """The schema's own note of its revision."""
    try:
        with moment.attempt() as connection:
            noted = connection.scalars(text("SELECT version_num FROM alembic_version")).all()
    except Unreadable:
        noted = []
    if list(noted) != [schema.NEWEST]:
        yield Finding(Damage.ROW_ALTERED, ", ".join(map(str, noted)), "alembic_version", ("version_num",))


def first_journal(moment: Moment, key: bytes, *, chains_whole: bool,
                  origin: bytes | None = None) -> Iterator[Finding]:
    """The first, store-wide journal by the links it had, from its first entry to where it was closed.

    An entry that is missing is missed by its case's own chain, so that only what is there is judged here;
    ``chains_whole``: none was missed. ``key``: that of its day; whoever holds it since the store key was
    renewed could link it anew, but not to the ``origin`` that the present key vouches for.
    """
    try:
        with moment.attempt() as connection:
            seqs = connection.scalars(select(journal.c.seq).where(journal.c.seq.is_not(None))
                                      .order_by(journal.c.seq)).all()
            closings = connection.execute(select(journal_head)).all()
    except Unreadable:
        yield Finding(Damage.TABLE_UNREADABLE, table="journal")
        return
    known, strange = _numbers(seqs, least=1)
    for seq in strange:
        yield Finding(Damage.ROW_ALTERED, repr(seq), "journal", ("seq",))
    closed_at, _ = _numbers([one.seq for one in closings], least=0)
    walk = _FirstWalk(key, closed_at[0] if closed_at else len(known))
    for seq, row in moment.each("journal", known, _first_entries):
        yield from walk.take(seq, row)
    there = [(one.id, one.seq, one.hash) for one in closings]
    closing = [(1, walk.seq, walk.link if origin is None else origin)]
    if not (there == [(1, walk.seq, walk.link)] == closing) and chains_whole and walk.sound:
        yield Finding(Damage.ROW_ALTERED if there else Damage.ROW_MISSING, "1", "journal_head",
                      ("seq", "hash"))


def _numbers(found: Sequence[Any], least: int) -> tuple[list[int], list[Any]]:
    """What is a number from the least one on, and what stands there in a number's place (SQLite takes
    anything)."""
    numbers = [one for one in found if isinstance(one, int) and one >= least]
    return numbers, [one for one in found if not (isinstance(one, int) and one >= least)]


class _FirstWalk:
    def __init__(self, key: bytes, length: int) -> None:
        self._key, self._length = key, length
        self.seq, self.link, self.sound = 0, ORIGIN, True
        self._relied = True  # whether the link before can be relied on

    def take(self, seq: int, row: Any) -> Iterator[Finding]:
        """The next entry there is; None when it cannot be read (its chain tells)."""
        gap, self.seq = seq != self.seq + 1, seq
        if row is None or (gap and seq <= self._length):
            self._relied = self.sound = False
        if row is None:
            return
        link = row["hash"]
        if seq > self._length or (self._relied and not self._follows(row)):
            self.sound = False
            yield Finding(Damage.JOURNAL, str(row["number"]), "journal", at=row["at"], chain=row["chain"])
            self._relied = False
        else:
            self._relied = True
        self.link = bytes(link) if isinstance(link, bytes) else ORIGIN

    def _follows(self, row: Any) -> bool:
        try:
            return same(first_link(self._key, self.link, row), row["hash"])
        except Exception:  # whatever stands in an altered row
            return False


def _first_entries(connection: Connection, seqs: Sequence[int]) -> list[tuple[int, Any]]:
    wanted = select(journal).where(journal.c.seq.in_(seqs)).order_by(journal.c.seq)
    return [(row["seq"], row) for row in connection.execute(wanted).mappings()]
