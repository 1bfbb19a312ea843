"""Proves a store whole: the file, the journal's chain, every row against it, papers, lists and keys."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session as OrmSession

from mediation_desk.domain.calendar import WorkCalendar
from mediation_desk.domain.case import Case
from mediation_desk.domain.summary import AgendaRow, CaseRow, agenda, summarise
from mediation_desk.domain.words import DeskError
from mediation_desk.store import journal
from mediation_desk.store.backup.row_copy import one_moment
from mediation_desk.store.store import Store
from mediation_desk.store.tables.cases import LISTED, agreements, cases
from mediation_desk.store.tables.desk import accounts, agenda_rows, case_rows, journal_head, papers
from mediation_desk.store.tables.desk import journal as journal_rows
from mediation_desk.store.tables.evidence import evidence_chunks, evidence_files, exhibits
from mediation_desk.store.vault.vault import altered_accounts
from mediation_desk.store.verify_findings import Damage, Finding, Step
from mediation_desk.store.verify_rows import UNREADABLE, Group, Replay, groups

AT_ONCE = 50  # cases compared between two looks at whether to go on

CASE_FIELDS = tuple(field.name for field in fields(CaseRow))
AGENDA_FIELDS = tuple(field.name for field in fields(AgendaRow))


@dataclass(frozen=True)
class Anchor:
    """A row of the journal as a backup knows it: nobody can take the store back behind it unseen."""

    seq: int
    hash: str
    at: datetime


def verify(store: Store, calendar: WorkCalendar,
           anchors: Sequence[Anchor] = ()) -> Generator[Step | Finding, None, None]:
    """Look at everything once, as it stands at this moment; yields how far it is, and what it finds.

    Nothing is written, and colleagues keep working. Stop iterating (or close the generator) to end
    early. ``calendar``: the office's, by which the clocks in the case lists were computed.
    """
    if store.engine.dialect.name == "sqlite":
        yield from _file(store)
    yield from _keys(store)
    with one_moment(store.engine) as connection:
        total = 2 * connection.execute(select(journal_head.c.seq)).scalar_one()
        yield Step(0, total)
        try:
            yield from _chain(connection, store.journal_key, total)
            yield from _anchored(connection, anchors)
            yield from _rows(connection, calendar, total)
        except UNREADABLE:
            seq = _first_unreadable(connection)
            if seq is None:
                raise
            yield Finding(Damage.JOURNAL, str(seq), "journal")
        yield from _papers(connection)
        yield from _evidence(connection)
        yield Step(total, total)


def _file(store: Store) -> Iterator[Finding]:
    """Every page of the file against its authentication code, then the tree of pages."""
    raw = store.engine.raw_connection()
    try:
        here: Any = raw.driver_connection
        torn = here.execute("PRAGMA cipher_integrity_check").fetchall()
        if torn or here.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            yield Finding(Damage.FILE)
    except store.engine.dialect.dbapi.DatabaseError:  # type: ignore[union-attr]
        yield Finding(Damage.FILE)
    finally:
        raw.close()


def _chain(connection: Connection, key: bytes, total: int) -> Iterator[Step | Finding]:
    for seen in journal.verify(connection, key):
        if isinstance(seen, int):
            yield Step(seen, total)
        elif seen.at is None:
            yield Finding(Damage.JOURNAL_END, str(seen.seq), "journal")
        else:
            yield Finding(Damage.JOURNAL, str(seen.seq), "journal", at=seen.at)


def _first_unreadable(connection: Connection) -> int | None:
    """The number of the first row of the journal with a field that is no value of its kind any more."""
    for seq in connection.scalars(select(journal_rows.c.seq).order_by(journal_rows.c.seq)).all():
        try:
            connection.execute(select(journal_rows).where(journal_rows.c.seq == seq)).one()
        except UNREADABLE:
            return int(seq)
    return None


def _anchored(connection: Connection, anchors: Sequence[Anchor]) -> Iterator[Finding]:
    for anchor in anchors:
        found = connection.execute(
            select(journal_rows.c.hash).where(journal_rows.c.seq == anchor.seq)).scalar()
        if anchor.seq and (found is None or bytes(found).hex() != anchor.hash):
            yield Finding(Damage.ROLLED_BACK, str(anchor.seq), "journal", at=anchor.at)


def _rows(connection: Connection, calendar: WorkCalendar, total: int) -> Iterator[Step | Finding]:
    replay = Replay(connection)
    for group in groups(connection, AT_ONCE):
        yield from replay.compare(group)
        if group:
            yield from _lists(connection, group, calendar, replay)
        yield Step(min(total, total // 2 + replay.entries), total)
    yield from replay.strangers()


def _lists(connection: Connection, group: Group, calendar: WorkCalendar, replay: Replay) -> Iterator[Finding]:
    """The case's line, and what is still to come in it, computed anew."""
    try:
        wrong = list(_differing(connection, group, calendar, replay))
    except UNREADABLE:
        if len(group) > 1:
            for case_id in group:
                yield from _lists(connection, [case_id], calendar, replay)
            return
        wrong = list(group)
    for case_id in wrong:
        yield Finding(Damage.LIST, str(case_id), "case_rows", at=replay.latest.get(case_id))


def _differing(connection: Connection, group: Group, calendar: WorkCalendar,
               replay: Replay) -> Iterator[UUID]:
    lines = _by_case(connection, case_rows, CASE_FIELDS, group)
    coming = _by_case(connection, agenda_rows, AGENDA_FIELDS, group)
    with OrmSession(connection, autoflush=False, join_transaction_mode="create_savepoint") as session:
        for case in session.scalars(select(Case).options(*LISTED).where(cases.c.id.in_(group))):
            wanted = Counter([_line(summarise(case, calendar, replay.latest[case.id]))])
            due = Counter(_line(row) for row in agenda(case, calendar))
            if lines.pop(case.id, Counter()) != wanted or coming.pop(case.id, Counter()) != due:
                yield case.id
    yield from lines.keys() | coming.keys()


def _by_case(connection: Connection, table: Any, names: Sequence[str],
             group: Group) -> dict[UUID, Counter[tuple[Any, ...]]]:
    found: dict[UUID, Counter[tuple[Any, ...]]] = {}
    columns = [table.c[name] for name in names]
    for row in connection.execute(select(*columns).where(table.c.case_id.in_(group))):
        found.setdefault(row.case_id, Counter())[tuple(row)] += 1
    return found


def _line(row: CaseRow | AgendaRow) -> tuple[Any, ...]:
    return tuple(getattr(row, field.name) for field in fields(row))


def _papers(connection: Connection) -> Iterator[Finding]:
    """Each frozen paper against its fingerprint, and each signed agreement against its paper."""
    whole: set[tuple[UUID, str]] = set()
    found = select(papers.c.id, papers.c.case_id, papers.c.made_at, papers.c.sha256, papers.c.pdf)
    for paper in connection.execute(found.execution_options(yield_per=4)):
        if hashlib.sha256(paper.pdf).hexdigest() == paper.sha256:
            whole.add((paper.case_id, paper.sha256))
        else:
            yield Finding(Damage.PAPER, str(paper.id), "papers", at=paper.made_at)
    signed = connection.execute(select(agreements.c.id, agreements.c.case_id, agreements.c.paper_sha256)
                                .where(agreements.c.paper_sha256 != ""))
    for agreement in signed:
        if (agreement.case_id, agreement.paper_sha256) not in whole:
            yield Finding(Damage.PAPER, str(agreement.id), "agreements")


def _evidence(connection: Connection) -> Iterator[Finding]:
    """Each file's chunks against the hash it is kept under, and each exhibit against its file."""
    whole: set[str] = set()
    for file in connection.execute(select(evidence_files).where(evidence_files.c.finished_at.is_not(None))):
        if _content_hash(connection, file.id) == file.sha256:
            whole.add(file.sha256)
        else:
            yield Finding(Damage.EVIDENCE, str(file.id), "evidence_files", at=file.finished_at)
    named = select(exhibits.c.id, exhibits.c.sha256).where(exhibits.c.removed_at.is_(None))
    for exhibit in connection.execute(named):
        if exhibit.sha256 not in whole:
            yield Finding(Damage.EVIDENCE, str(exhibit.id), "exhibits")


def _content_hash(connection: Connection, file_id: UUID) -> str:
    digest = hashlib.sha256()
    chunks = select(evidence_chunks.c.data).where(evidence_chunks.c.file_id == file_id)
    ordered = chunks.order_by(evidence_chunks.c.number).execution_options(yield_per=4)
    for data in connection.scalars(ordered):
        digest.update(data)
    return digest.hexdigest()


def _keys(store: Store) -> Iterator[Finding]:
    """The vault's entries against their stamps, and the accounts' public keys against the vault."""
    try:
        vault = store.place.vault.read()
    except DeskError:
        yield Finding(Damage.FILE, table="vault")
        return
    altered = set(altered_accounts(vault, store.opened))
    keys = {entry.account_id: entry.public_key for entry in vault.entries}
    with store.engine.connect().execution_options(reading=True) as connection:
        for account in connection.execute(select(accounts.c.id, accounts.c.public_key)):
            if keys.get(account.id) != account.public_key:
                altered.add(account.id)
    for account_id in sorted(altered):
        yield Finding(Damage.ACCOUNT, str(account_id), "vault")
