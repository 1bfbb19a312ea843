"""The journal's entries: every changed row with each field before and after, in its case's own chain."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, func, select

from mediation_desk.domain.changes import JournalEntry
from mediation_desk.store.journal import heads
from mediation_desk.store.journal.chain import Head, chain_of, entry_stamp, linked, said
from mediation_desk.store.journal.pending import RowChange
from mediation_desk.store.tables.columns import as_columns, as_fields
from mediation_desk.store.tables.journal import journal

AT_ONCE = 250  # chains that begin together


@dataclass(frozen=True, kw_only=True)
class Act:
    """Who works, since when, on what: the same on every entry of one unit of work."""

    work_id: UUID
    at: datetime
    account_id: UUID
    verb: str
    undoes: UUID | None = None


@dataclass(frozen=True)
class UnitOfWork:
    """A unit of work as one case's chain tells it, without what it changed."""

    work_id: UUID
    account_id: UUID
    verb: str
    undoes: UUID | None


def write(connection: Connection, key: bytes, act: Act, changes: Sequence[RowChange],
          begun: Collection[UUID] = ()) -> None:
    """Append the changes, each to its case's chain. ``begun``: cases that were just made, and have no chain
    yet.

    Each chain's head is locked until the transaction ends, so that no chain forks; writers of different
    cases hold different heads and never wait for each other. Whoever writes several takes them in order.
    """
    ordered = sorted(changes, key=lambda change: chain_of(change.case_id).bytes)
    new: list[tuple[Head, list[RowChange]]] = []
    fresh = heads.first(connection, key, act.at) if begun else None
    for chain, mine in groupby(ordered, key=lambda change: chain_of(change.case_id)):
        if fresh is not None and chain in begun:
            new.append((fresh(chain), list(mine)))
            continue
        head = heads.held(connection, key, chain, act.at)
        moved, rows = _appended(key, act, head, list(mine))
        connection.execute(journal.insert(), rows)
        heads.keep(connection, key, moved, new=head.number == 0)
    _begin(connection, key, act, new)


def _begin(connection: Connection, key: bytes, act: Act,
           chains: Sequence[tuple[Head, list[RowChange]]]) -> None:
    """Chains that begin, many at once."""
    for at in range(0, len(chains), AT_ONCE):
        made = [_appended(key, act, head, mine) for head, mine in chains[at:at + AT_ONCE]]
        connection.execute(journal.insert(), [row for _head, rows in made for row in rows])
        heads.begin(connection, key, [head for head, _rows in made])


def _appended(key: bytes, act: Act, head: Head, changes: Sequence[RowChange]
              ) -> tuple[Head, list[dict[str, Any]]]:
    """The head behind these changes, and the rows that tell them."""
    rows, digest = [], head.digest
    for number, change in enumerate(changes, head.number + 1):
        row = _row(act, head.chain, number, change)
        content = said(row)
        digest = linked(digest, content)
        rows.append(row | {"digest": digest, "hash": entry_stamp(key, content, digest)})
    return replace(head, number=head.number + len(rows), digest=digest, at=act.at), rows


def _row(act: Act, chain: UUID, number: int, change: RowChange) -> dict[str, Any]:
    return {"chain": chain, "number": number, "work_id": act.work_id, "at": act.at,
            "account_id": act.account_id, "case_id": change.case_id, "verb": act.verb, "undoes": act.undoes,
            "table_name": change.table, "row_id": change.row_id, "action": change.action,
            "changes": json.dumps(as_columns(change.table, change.fields), ensure_ascii=False,
                                  sort_keys=True)}


def of_case(connection: Connection, case_id: UUID) -> list[JournalEntry]:
    """All of the case's entries, oldest first. Prefer one of the narrower readings below."""
    return _entries(connection, _of(case_id))


def recent(connection: Connection, case_id: UUID, limit: int) -> list[JournalEntry]:
    """The last entry of each of the case's last units of work, at most ``limit``, the latest first.

    Only those entries are parsed, however long the case's chain is.
    """
    mine, last = journal.c.chain == chain_of(case_id), func.max(journal.c.number)
    ends = select(last).where(mine).group_by(journal.c.work_id).order_by(last.desc()).limit(limit)
    return _entries(connection, select(journal).where(mine, journal.c.number.in_(ends))
                    .order_by(journal.c.number.desc()))


def of_row(connection: Connection, case_id: UUID | None, table: str, row_id: str) -> list[JournalEntry]:
    """What the case's chain (None: the office's) tells of one row, oldest first."""
    return _entries(connection, _of(case_id).where(journal.c.table_name == table, journal.c.row_id == row_id))


def of_work(connection: Connection, case_id: UUID, work_id: UUID) -> list[JournalEntry]:
    """What one unit of work changed in the case, oldest first."""
    return _entries(connection, _of(case_id).where(journal.c.work_id == work_id))


def naming(connection: Connection, case_id: UUID, field: str) -> list[JournalEntry]:
    """The case's entries that changed a field of that name, oldest first; the others are not read."""
    asked = journal.c.changes.contains(f'"{field}": [', autoescape=True)
    return [one for one in _entries(connection, _of(case_id).where(asked)) if field in one.fields]


def since(connection: Connection, case_id: UUID | None, verbs: Collection[str]) -> list[JournalEntry]:
    """The case's entries after the last that one of these verbs made, oldest first; all without one."""
    mine = journal.c.chain == chain_of(case_id)
    last = select(func.max(journal.c.number)).where(mine, journal.c.verb.in_(verbs)).scalar_subquery()
    return _entries(connection, _of(case_id).where(journal.c.number > func.coalesce(last, 0)))


def works(connection: Connection, case_id: UUID) -> list[UnitOfWork]:
    """The case's units of work, oldest first: enough to know what can be undone."""
    kept = (journal.c.work_id, journal.c.account_id, journal.c.verb, journal.c.undoes)
    told = (select(*kept).where(journal.c.chain == chain_of(case_id)).group_by(*kept)
            .order_by(func.min(journal.c.number)))
    return [UnitOfWork(*row) for row in connection.execute(told)]


def _of(case_id: UUID | None) -> Select[Any]:
    return select(journal).where(journal.c.chain == chain_of(case_id)).order_by(journal.c.number)


def _entries(connection: Connection, query: Select[Any]) -> list[JournalEntry]:
    return [entry(row) for row in connection.execute(query)]


def entry(row: Row[Any]) -> JournalEntry:
    """A journal row as the domain knows it."""
    fields: Mapping[str, tuple[object, object]] = {
        name: (before, after)
        for name, (before, after) in as_fields(row.table_name, json.loads(row.changes)).items()}
    return JournalEntry(seq=row.number, work_id=row.work_id, at=row.at, account_id=row.account_id,
                        case_id=row.case_id, verb=row.verb, undoes=row.undoes, table=row.table_name,
                        row_id=row.row_id, action=row.action, fields=fields)
