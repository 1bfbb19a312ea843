"""Every journaled row against what the journal last said of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Column, ColumnElement, Table, func, select, true

from mediation_desk.domain.journal_tables import UNWATCHED
from mediation_desk.store.journal.chain import OFFICE
from mediation_desk.store.tables.cases import mapping
from mediation_desk.store.tables.columns import Instant
from mediation_desk.store.tables.desk import papers, settings
from mediation_desk.store.tables.journal import journal
from mediation_desk.store.tables.reports import frozen_reports
from mediation_desk.store.values import plain
from mediation_desk.store.verify.findings import Damage, Finding
from mediation_desk.store.verify.moment import Moment, Unreadable
from mediation_desk.store.verify.reading import Fields, key_of, raw_keys, rows, uuid_of
from mediation_desk.store.verify.told import Heard, ToldRow

LOST = object()  # stands for a field that could not be read
BY_THEIR_BYTES = {"papers": frozenset({"pdf"}), "frozen_reports": frozenset({"content"})}
"""Columns that are held by a fingerprint of their own (verify/contents.py)."""


@dataclass(frozen=True)
class Untold:
    """A frozen paper that the journal does not name: from before it named any, or put in from outside."""

    id: UUID
    case_id: Any
    sha256: Any


@dataclass
class Rows:
    """Compares the rows of group after group, and counts what it saw for :meth:`strangers`.

    ``flagged``: the cases with a finding in their rows; nothing that follows from these can be judged.
    """

    moment: Moment
    seen: Counter[str] = field(default_factory=Counter)
    flagged: set[Any] = field(default_factory=set)
    papers: dict[str, tuple[UUID, Any]] = field(default_factory=dict)  # by key: case, fingerprint
    untold_papers: list[Untold] = field(default_factory=list)
    _elsewhere: set[tuple[str, str]] = field(default_factory=set)  # rows met under another case than theirs
    _unknown: dict[tuple[str, str], Finding] = field(default_factory=dict)  # or are they another case's?

    def compare(self, heard: Heard) -> Iterator[Finding]:
        """The rows of these chains that are not as the journal says."""
        self.papers.update({row_id: (said.chain, said.fields.get("sha256"))
                            for (table, row_id), said in heard.rows.items() if table == "papers"})
        for table in watched():
            said = {row_id: told for (name, row_id), told in heard.rows.items() if name == table.name}
            yield from self._table(table, heard, said)

    def _table(self, table: Table, heard: Heard, said: dict[str, ToldRow]) -> Iterator[Finding]:
        mine = frozenset(said)
        for key, row in self._here(table, heard, said):
            told = said.pop(str(key), None)
            if row is not None and told is None:
                yield from self._stranger(table, key, row, heard, twice=str(key) in mine)
            else:
                yield from self._compared(table, key, row, told, heard)
        elsewhere = dict(rows(self.moment, table, _columns(table), _keys(table, said)))
        for row_id, told in said.items():
            key = _key(table, row_id)
            if key in elsewhere:  # under another case, or not readable among the others
                self._elsewhere.add((table.name, row_id))
                yield from self._compared(table, key, elsewhere[key], told, heard)
            elif not self.moment.worn(table.name):
                yield self._found(Finding(_doubtful(Damage.ROW_MISSING, told.chain, heard), row_id,
                                          table.name, at=told.at), told.chain)
        if self.moment.worn(table.name):
            yield Finding(Damage.TABLE_UNREADABLE, table=table.name)

    def _here(self, table: Table, heard: Heard,
              said: dict[str, ToldRow]) -> Sequence[tuple[Any, Fields | None]]:
        """The rows of these cases, or of the office; by the journal's keys where one of them is damaged."""
        where = _where(table, heard)
        if where is None:
            return ()
        key = key_of(table).name
        try:
            with self.moment.attempt() as connection:
                found = connection.execute(select(*_columns(table)).where(where)).mappings()
                return [(row[key], dict(row)) for row in found]
        except Unreadable:
            return list(rows(self.moment, table, _columns(table), _keys(table, said)))

    def _compared(self, table: Table, key: Any, row: Fields | None, told: ToldRow | None,
                  heard: Heard) -> Iterator[Finding]:
        self.seen[table.name] += 1
        chain, at = (told.chain, told.at) if told else (None, None)
        if row is None:
            yield self._found(Finding(Damage.ROW_UNREADABLE, str(key), table.name, at=at), chain)
        elif told and (wrong := _differing(table, row, told, heard)):
            damage = _doubtful(Damage.ROW_ALTERED, told.chain, heard)
            yield self._found(Finding(damage, str(key), table.name, tuple(wrong), at), chain,
                              row.get("case_id"))

    def _stranger(self, table: Table, key: Any, row: Fields, heard: Heard, *,
                  twice: bool) -> Iterator[Finding]:
        """A row among these that their journals do not tell of; ``twice``: its key was met before."""
        self.seen[table.name] += 1
        if table is papers and not twice:
            self.untold_papers.append(Untold(key, row.get("case_id"), row.get("sha256")))
            return
        case_id = key if table.name == "cases" else row.get("case_id")
        damage = _doubtful(Damage.ROW_UNKNOWN, case_id or OFFICE, heard)
        found = self._found(Finding(damage, str(key), table.name), case_id)
        if twice:
            yield found
        else:
            self._unknown[table.name, str(key)] = found

    def _found(self, finding: Finding, *cases: Any) -> Finding:
        self.flagged.update(cases)
        return finding

    def strangers(self) -> Iterator[Finding]:
        """Rows that no journal ever heard of."""
        for named, finding in self._unknown.items():
            if named not in self._elsewhere:
                yield finding
        for table in watched():
            try:
                with self.moment.attempt() as connection:
                    count = connection.execute(select(func.count()).select_from(table)).scalar_one()
                    if count == self.seen[table.name] - self._met_twice(table):
                        continue
                    known = set(connection.scalars(select(journal.c.row_id)
                                                   .where(journal.c.table_name == table.name)))
            except Unreadable:
                yield Finding(Damage.TABLE_UNREADABLE, table=table.name)
                continue
            yield from self._strangers(table, known)

    def _met_twice(self, table: Table) -> int:
        """How many rows were met among another case's, and again where their own journal missed them."""
        return len({named for named in self._elsewhere if named[0] == table.name} & self._unknown.keys())

    def _strangers(self, table: Table, known: set[str]) -> Iterator[Finding]:
        keys = raw_keys(self.moment, table)
        if keys is None:
            yield Finding(Damage.TABLE_UNREADABLE, table=table.name)
        told = known | {str(one.id) for one in self.untold_papers}
        for key in keys or ():
            name = str(uuid_of(key) or key)
            if name not in told and (table.name, name) not in self._unknown:
                yield Finding(Damage.ROW_UNKNOWN, name, table.name)


def watched() -> list[Table]:
    """The tables whose every row stands in the journal."""
    mapped = [m.local_table for m in mapping.mappers if isinstance(m.local_table, Table)]
    return sorted([*mapped, settings, papers, frozen_reports], key=lambda table: table.name)


def _columns(table: Table) -> list[Column[Any]]:
    apart = BY_THEIR_BYTES.get(table.name, frozenset())
    return [column for column in table.columns if column.name not in apart]


def _where(table: Table, heard: Heard) -> ColumnElement[bool] | None:
    """The rows of these cases, or of the office's chain those of no case; None when there are none."""
    case_id = table.c.id if table.name == "cases" else table.c.get("case_id")
    if OFFICE in heard.strands:
        return true() if case_id is None else case_id.is_(None) if case_id.nullable else None
    return None if case_id is None else case_id.in_(heard.cases)


def _keys(table: Table, said: dict[str, ToldRow]) -> list[Any]:
    found = (_key(table, row_id) for row_id in said)
    return [key for key in found if key is not None]


def _key(table: Table, row_id: str) -> Any:
    """A row's key out of the journal's text for it; None for a text that is none."""
    return row_id if table is settings else uuid_of(row_id)


def _doubtful(damage: Damage, chain: Any, heard: Heard) -> Damage:
    return Damage.ROW_DOUBTFUL if chain in heard.broken else damage


def _differing(table: Table, row: Fields, told: ToldRow, heard: Heard) -> list[str]:
    """The names of the fields that are not as the journal says."""
    skipped = (key_of(table).name, *UNWATCHED)
    wrong = [column.name for column in _columns(table) if column.name not in skipped
             and not _same(column, told.fields.get(column.name), row.get(column.name, LOST))]
    if "version" in table.c and row.get("version") != len(heard.works.get(told.chain, ())):
        wrong.append("version")  # counts the units of work that touched the case
    return wrong


def _same(column: Column[Any], told: Any, value: Any) -> bool:
    if value is None or told is None:
        return value is told
    found = plain(value)
    if found == told and type(found) is type(told):
        return True
    if isinstance(column.type, Instant) and isinstance(value, datetime):
        try:
            return datetime.fromisoformat(told).astimezone(UTC) == value
        except (ValueError, TypeError):
            return False
    return False
