"""The journal: every changed row with each field before and after, chained by hash."""

from __future__ import annotations

import hmac
import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, func, inspect, select, update
from sqlalchemy.orm import Session as OrmSession

from mediation_desk.domain.changes import JournalEntry
from mediation_desk.store.tables.desk import journal, journal_head
from mediation_desk.store.values import plain

FIRST = b"\0" * 32
UNWATCHED = frozenset({"version"})  # the counter follows from the other changes


@dataclass(frozen=True, kw_only=True)
class Stamp:
    """Who works, since when, on what: the same on every row of one unit of work."""

    work_id: UUID
    at: datetime
    account_id: UUID
    verb: str
    undoes: UUID | None = None


@dataclass(frozen=True)
class RowChange:
    """One row about to be written."""

    table: str
    row_id: str
    case_id: UUID | None
    action: str
    fields: dict[str, list[Any]]


def pending(session: OrmSession) -> list[RowChange]:
    """What the session is about to write, in a stable order."""
    changes = [_change(row, "insert") for row in session.new]
    changes += [_change(row, "update") for row in session.dirty]
    return sorted((c for c in changes if c.fields), key=lambda c: (c.table, c.row_id))


def _change(row: Any, action: str) -> RowChange:
    state = inspect(row)
    fields = {}
    for attribute in state.mapper.column_attrs:
        if attribute.key in UNWATCHED:
            continue
        past = state.attrs[attribute.key].history
        before = plain(past.deleted[0]) if past.deleted and action == "update" else None
        after = plain(getattr(row, attribute.key))
        if before != after and (action == "insert" or past.has_changes()):
            fields[attribute.key] = [before, after]
    table = str(state.mapper.local_table.name)
    case_id = row.id if table == "cases" else getattr(row, "case_id", None)
    return RowChange(table, str(row.id), case_id, action, fields)


def write(connection: Connection, key: bytes, stamp: Stamp, changes: list[RowChange]) -> None:
    """Append the changes to the chain. The head row is locked, so chains never fork."""
    head = connection.execute(select(journal_head).with_for_update()).one()
    seq, link = head.seq, bytes(head.hash)
    rows = []
    for change in changes:
        seq += 1
        row = {"seq": seq, "work_id": stamp.work_id, "at": stamp.at, "account_id": stamp.account_id,
               "case_id": change.case_id, "verb": stamp.verb, "undoes": stamp.undoes,
               "table_name": change.table, "row_id": change.row_id, "action": change.action,
               "changes": json.dumps(change.fields, ensure_ascii=False, sort_keys=True)}
        link = row["hash"] = chained(key, link, row)
        rows.append(row)
    if rows:
        connection.execute(journal.insert(), rows)
        connection.execute(update(journal_head).values(seq=seq, hash=link))


def chained(key: bytes, previous: bytes, row: dict[str, Any]) -> bytes:
    """The row's link: keyed with a key of the store, so that nobody without it can mend a chain."""
    at: datetime = row["at"]
    content = json.dumps([row["seq"], str(row["work_id"]), at.astimezone(UTC).isoformat(),
                          str(row["account_id"]), str(row["case_id"]), row["verb"], str(row["undoes"]),
                          row["table_name"], row["row_id"], row["action"], row["changes"]],
                         ensure_ascii=False)
    return hmac.digest(key, previous + content.encode(), "sha256")


def length(connection: Connection) -> int:
    """The number of the last row: it grows with every change."""
    return int(connection.execute(select(journal_head.c.seq)).scalar_one())


def of_case(connection: Connection, case_id: UUID) -> list[JournalEntry]:
    """The case's entries, oldest first."""
    rows = connection.execute(select(journal).where(journal.c.case_id == case_id).order_by(journal.c.seq))
    return [entry(row) for row in rows]


def recent(connection: Connection, case_id: UUID, limit: int) -> list[JournalEntry]:
    """The last row of each of the case's last units of work, at most ``limit``, the latest first.

    Only those rows are parsed, however long the case's journal is.
    """
    last = (select(func.max(journal.c.seq)).where(journal.c.case_id == case_id)
            .group_by(journal.c.work_id).order_by(func.max(journal.c.seq).desc()).limit(limit))
    rows = connection.execute(select(journal).where(journal.c.seq.in_(last)).order_by(journal.c.seq.desc()))
    return [entry(row) for row in rows]


def of_work(connection: Connection, work_id: UUID) -> list[JournalEntry]:
    """The entries of one unit of work, oldest first."""
    rows = connection.execute(select(journal).where(journal.c.work_id == work_id).order_by(journal.c.seq))
    return [entry(row) for row in rows]


def entry(row: Row[Any]) -> JournalEntry:
    """A journal row as the domain knows it."""
    fields = {name: (before, after) for name, (before, after) in json.loads(row.changes).items()}
    return JournalEntry(seq=row.seq, work_id=row.work_id, at=row.at, account_id=row.account_id,
                        case_id=row.case_id, verb=row.verb, undoes=row.undoes, table=row.table_name,
                        row_id=row.row_id, action=row.action, fields=fields)


@dataclass(frozen=True)
class BrokenLink:
    """The first row whose link does not hold, and its day; ``seq`` 0 means the end is missing."""

    seq: int
    at: datetime | None


def verify(connection: Connection, key: bytes) -> Iterator[int | BrokenLink]:
    """Walk the chain; yield the rows done so far now and then, and the first broken link, if any."""
    head = connection.execute(select(journal_head)).one()
    link, expected = FIRST, 0
    result = connection.execute(select(journal).order_by(journal.c.seq).execution_options(yield_per=2000))
    with closing(result):
        for row in result.mappings():
            expected += 1
            link_now = chained(key, link, dict(row))
            if row["seq"] != expected or not hmac.compare_digest(link_now, bytes(row["hash"])):
                yield BrokenLink(expected, row["at"])
                return
            link = link_now
            if expected % 2000 == 0:
                yield expected
    if expected != head.seq or not hmac.compare_digest(link, bytes(head.hash)):
        yield BrokenLink(expected + 1, None)
        return
    yield expected
