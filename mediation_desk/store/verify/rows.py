"""Every journaled row against what the journal last said of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Connection, Table, func, select, true

from mediation_desk.store.journal.entries import UNWATCHED
from mediation_desk.store.tables.cases import mapping
from mediation_desk.store.tables.columns import Instant
from mediation_desk.store.tables.desk import journal, settings
from mediation_desk.store.values import plain
from mediation_desk.store.verify.findings import Damage, Finding

Fields = Mapping[Any, Any]  # a row by its columns' names
LOST = object()  # stands for a field that could not be read
UNREADABLE = (ValueError, LookupError, TypeError)  # a text that is no date, no term, no key
Group = Sequence[UUID]
"""Cases whose rows are compared in one go; an empty group stands for the rows of no case."""


@dataclass
class Told:
    """What the journal last said of one row."""

    at: datetime
    fields: dict[str, Any] = field(default_factory=dict)


@dataclass
class Replay:
    """Compares group after group, and counts what it saw for :meth:`strangers`."""

    connection: Connection
    seen: dict[str, int] = field(default_factory=dict)
    entries: int = 0
    latest: dict[UUID, datetime] = field(default_factory=dict)

    def compare(self, group: Group) -> Iterator[Finding]:
        """The rows of these cases that are not as the journal says."""
        told, versions = self._told(group)
        for table in _journaled():
            for row in self._rows(table, group):
                said = told.pop((table.name, str(row[_key(table).name])), None)
                self.seen[table.name] = self.seen.get(table.name, 0) + 1
                yield from _differences(table, row, said, versions)
        for (name, row_id), said in told.items():
            yield Finding(Damage.ROW_MISSING, row_id, name, at=said.at)

    def strangers(self) -> Iterator[Finding]:
        """Rows of cases that the journal never heard of."""
        for table in _journaled():
            count = self.connection.execute(select(func.count()).select_from(table)).scalar_one()
            if count != self.seen.get(table.name, 0):
                known = select(journal.c.row_id).where(journal.c.table_name == table.name)
                names = set(self.connection.scalars(known))
                for key in self.connection.scalars(select(_key(table))):
                    if str(key) not in names:
                        yield Finding(Damage.ROW_UNKNOWN, str(key), str(table.name))

    def _told(self, group: Group) -> tuple[dict[tuple[str, str], Told], Mapping[UUID, int]]:
        told: dict[tuple[str, str], Told] = {}
        for table, row_id, at, changes in self.connection.execute(_entries(group)):
            self.entries += 1
            said = told.get((table, row_id))
            if said is None:
                said = told[table, row_id] = Told(at)
            said.at = at
            said.fields.update(_afters(changes))
        return told, self._works(group)

    def _works(self, group: Group) -> Mapping[UUID, int]:
        """How many units of work touched each case; notes when the last of them was."""
        mine = journal.c.case_id.in_(group)
        counted = self.connection.execute(
            select(journal.c.case_id, func.count(journal.c.work_id.distinct()), func.max(journal.c.seq))
            .where(mine).group_by(journal.c.case_id)).all()
        last = select(journal.c.case_id, journal.c.at).where(journal.c.seq.in_([row[2] for row in counted]))
        self.latest.update((row.case_id, row.at) for row in self.connection.execute(last))
        return {case_id: count for case_id, count, _last in counted}

    def _rows(self, table: Table, group: Group) -> Sequence[Fields]:
        case_id = _case_column(table)
        if (group and case_id is None) or (not group and table.name == "cases"):
            return ()
        here = true() if case_id is None else case_id.in_(group) if group else case_id.is_(None)
        try:
            return [dict(row) for row in self.connection.execute(select(table).where(here)).mappings()]
        except UNREADABLE:
            keys = self.connection.scalars(select(_key(table)).where(here)).all()
            return [self._field_by_field(table, key) for key in keys]

    def _field_by_field(self, table: Table, key: Any) -> Fields:
        """A row with a field that is no value of its kind any more: that field is left out."""
        row = {}
        for column in table.columns:
            with suppress(*UNREADABLE):
                found = select(column).where(_key(table) == key)
                row[column.name] = self.connection.execute(found).scalar_one()
        return row


def groups(connection: Connection, size: int) -> list[Group]:
    """All cases that the journal knows in groups, and first the rows of no case."""
    known = select(journal.c.case_id).where(journal.c.case_id.is_not(None)).distinct()
    ids = sorted(connection.scalars(known))
    return [(), *(ids[start:start + size] for start in range(0, len(ids), size))]


def _journaled() -> list[Table]:
    mapped = [m.local_table for m in mapping.mappers if isinstance(m.local_table, Table)]
    return sorted([*mapped, settings], key=lambda table: table.name)


def _key(table: Table) -> Column[Any]:
    """The column whose value names the row in the journal."""
    key: Column[Any]
    (key,) = table.primary_key.columns
    return key


def _case_column(table: Table) -> Column[Any] | None:
    return table.c.id if table.name == "cases" else table.c.get("case_id")


def _entries(group: Group) -> Any:
    query = select(journal.c.table_name, journal.c.row_id, journal.c.at, journal.c.changes)
    mine = journal.c.case_id.in_(group) if group else journal.c.case_id.is_(None)
    return query.where(mine).order_by(journal.c.seq).execution_options(yield_per=2000)


def _afters(changes: str) -> dict[str, Any]:
    """Each field's value after the change; nothing when the text itself was damaged (the chain tells)."""
    try:
        return {name: pair[1] for name, pair in json.loads(changes).items()}
    except (ValueError, TypeError, IndexError, AttributeError):
        return {}


def _differences(table: Table, row: Fields, said: Told | None,
                 versions: Mapping[UUID, int]) -> Iterator[Finding]:
    key = _key(table).name
    if said is None:
        yield Finding(Damage.ROW_UNKNOWN, str(row[key]), str(table.name))
        return
    skipped = (key, *UNWATCHED)
    wrong = [name for name, column in table.columns.items() if name not in skipped
             and not _same(column, said.fields.get(name), row.get(name, LOST))]
    if "version" in table.c and row.get("version") != versions.get(row["id"]):
        wrong.append("version")  # counts the units of work that touched the case
    if wrong:
        yield Finding(Damage.ROW_ALTERED, str(row[key]), str(table.name), tuple(map(str, wrong)), said.at)


def _same(column: Column[Any], told: Any, value: Any) -> bool:
    if value is None or told is None:
        return value is told
    found = plain(value)
    if found == told and type(found) is type(told):
        return True
    if isinstance(column.type, Instant) and value is not LOST:
        return bool(datetime.fromisoformat(told).astimezone(UTC) == value)
    return False
