"""What is in a bag: the rows of some cases out of one store, and as they are read again in another."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import Column, ColumnElement, Connection, Table, and_, exists, func, or_, select

from mediation_desk.domain.travel.tables import Goes, going
from mediation_desk.store import schema
from mediation_desk.store.exchange.rows import gathered
from mediation_desk.store.pace import AT_EASE, Pace
from mediation_desk.store.tables.columns import metadata
from mediation_desk.store.tables.desk import own_typefaces
from mediation_desk.store.tables.evidence import evidence_chunks, evidence_files
from mediation_desk.store.tables.evidence import exhibits as exhibits_table
from mediation_desk.store.travel import bag
from mediation_desk.store.travel.bag import BagDamaged, BagTooNew, Part, Rows
from mediation_desk.store.travel.manifest import Content, Inside, OwnFace, Travelling
from mediation_desk.store.vault.keys import Key

TABLES: tuple[Table, ...] = tuple(table for table in metadata.sorted_tables
                                  if table.name in going(Goes.WITH_CASE, Goes.APART))
CASES_AT_ONCE = 100
_WRAPS = "case_key_wraps"

# Out of a store


def columns() -> dict[str, list[str]]:
    """The columns of every table that travels, as the rows have them."""
    return {str(table.name): [str(one.name) for one in table.columns] for table in TABLES}


def counts(connection: Connection, cases: Sequence[Travelling],
           staying: Collection[str] = ()) -> dict[str, int]:
    """How many rows of each table go along; ``staying``: tables that do not."""
    going = _going(staying)
    found = dict.fromkeys((str(table.name) for table in going), 0)
    for group in _groups(cases):
        for table in going:
            counted = select(func.count()).select_from(table).where(_of(table, group))
            found[str(table.name)] += int(connection.execute(counted).scalar_one())
    return found


def parts(connection: Connection, cases: Sequence[Travelling], contents: Sequence[Content], carrier: UUID,
          pace: Pace = AT_EASE, wraps: Mapping[UUID, bytes] = MappingProxyType({}),
          staying: Collection[str] = ()) -> Iterator[Part]:
    """The rows of these cases, and then the files, as the connection's transaction shows them.

    Keys that are wrapped for others than the carrier stay behind; ``wraps``: the carrier's own, by case,
    where they are made anew for the store that they come to; ``staying``: tables that do not go at all.
    """
    total, done = sum(one.size for one in contents) + len(cases), 0
    for group in _groups(cases):
        for table in _going(staying):
            known = list(table.columns)
            for rows in gathered(connection, select(*known).where(_of(table, group)), known):
                rows = _for(carrier, known, rows, wraps) if table.name == _WRAPS else rows
                yield Rows(str(table.name), rows)
        done += len(group)
        pace.step(done, total)
    for content in contents:
        yield content
        for block in _blocks(connection, content.sha256):
            yield block
            done += len(block)
            pace.step(done, total)


def _going(staying: Collection[str]) -> list[Table]:
    return [table for table in TABLES if table.name not in staying]


def _for(carrier: UUID, known: Sequence[Column[Any]], rows: list[list[Any]],
         wraps: Mapping[UUID, bytes]) -> list[list[Any]]:
    names = [column.name for column in known]
    whose, of_case, wrapped, vouched = (
        names.index(name) for name in ("account_id", "case_id", "wrapped", "vouched"))
    for row in rows:
        row[vouched] = None  # that is each store's own
        row[wrapped] = wraps.get(UUID(row[of_case]), row[wrapped]) if row[whose] == str(carrier) else b""
    return rows


def _groups(cases: Sequence[Travelling]) -> Iterator[Sequence[Travelling]]:
    return (cases[at:at + CASES_AT_ONCE] for at in range(0, len(cases), CASES_AT_ONCE))


def _of(table: Table, cases: Sequence[Travelling]) -> ColumnElement[bool]:
    keys = [one.case_id for one in cases]
    if table.name == "cases":
        return table.c.id.in_(keys)
    if table.name != "journal":
        return table.c.case_id.in_(keys)
    whole = [one.case_id for one in cases if not one.base]
    return or_(table.c.chain.in_(whole), *(and_(table.c.chain == one.case_id, table.c.number > one.base)
                                           for one in cases if one.base))


def contents_of(connection: Connection, cases: Sequence[UUID],
                only: Collection[UUID] | None = None) -> list[Content]:
    """The files of the cases' exhibits that are in this store, each content once; ``only``: of these
    exhibits."""
    found: dict[str, Content] = {}
    for at in range(0, len(cases), CASES_AT_ONCE):
        wanted = select(exhibits_table.c.id, exhibits_table.c.sha256, exhibits_table.c.size).where(
            exhibits_table.c.case_id.in_(list(cases[at:at + CASES_AT_ONCE])), exists().where(
                evidence_files.c.sha256 == exhibits_table.c.sha256,
                evidence_files.c.finished_at.is_not(None)))
        for row in connection.execute(wanted.order_by(exhibits_table.c.id)):
            if only is None or row.id in only:
                found.setdefault(row.sha256, Content(row.sha256, row.size))
    return list(found.values())


def typefaces_of(connection: Connection) -> list[OwnFace]:
    """The office's own typefaces whose files are in this store."""
    known = [one for one in own_typefaces.columns if one.name != "removed_at"]
    there = exists().where(evidence_files.c.sha256 == own_typefaces.c.sha256,
                           evidence_files.c.finished_at.is_not(None))
    rows = connection.execute(select(*known).where(own_typefaces.c.removed_at.is_(None), there)
                              .order_by(own_typefaces.c.position, own_typefaces.c.id))
    return [OwnFace(**row._mapping) for row in rows]


def evidence_in(inside: Inside) -> list[Content]:
    """The files in a bag that are not there as a typeface's alone."""
    named = {one.sha256 for one in inside.typefaces}
    return [one for one in inside.contents if one.sha256 not in named]


def files_of(typefaces: Sequence[OwnFace], contents: Sequence[Content]) -> list[Content]:
    """The files of these typefaces that are not among the contents."""
    known = {one.sha256 for one in contents}
    return [Content(one.sha256, one.size) for one in typefaces if one.sha256 not in known]


def _blocks(connection: Connection, sha256: str) -> Iterator[bytes]:
    """A file's content chunk by chunk; what was damaged in the store arrives as it is, and is found there."""
    chunks = (select(evidence_chunks.c.data).join(evidence_files).where(
        evidence_files.c.sha256 == sha256, evidence_files.c.finished_at.is_not(None))
        .order_by(evidence_chunks.c.number).execution_options(yield_per=4))
    for data in connection.execute(chunks).scalars():
        yield bytes(data)


# Read again


Blocks = Iterator[bytes]
TakeContent = Callable[[Content, Blocks], None]


@dataclass
class Load:
    """A bag that was read through: its manifest, and its rows by case and table, by column as packed."""

    inside: Inside
    rows: dict[UUID, dict[str, list[dict[str, Any]]]] = field(default_factory=dict)

    @property
    def cases(self) -> dict[UUID, Travelling]:
        """The cases in it."""
        return {one.case_id: one for one in self.inside.cases}

    def of(self, case_id: UUID, table: str) -> list[dict[str, Any]]:
        """A case's rows of a table."""
        return self.rows.get(case_id, {}).get(table, [])


def read(path: Path, key: Key, take: TakeContent | None = None, pace: Pace = AT_EASE) -> Load:
    """Read a bag from its first byte to its last; BagDamaged, with nothing done, when it is not whole.

    ``take`` is handed every file with its blocks; without it they are read past.
    """
    with bag.unpacking(path, key) as (inside, stream):
        load = Load(inside)
        _require_known(inside)
        size = max(1, sum(one.size for one in inside.contents) + sum(inside.counts.values()))
        done, parts_left = 0, _Peeking(stream)
        while (part := parts_left.next()) is not None:
            if isinstance(part, Rows):
                _sort_in(load, part)
                done += len(part.rows)
            elif isinstance(part, Content):
                blocks = parts_left.blocks(lambda count: pace.step(count, size), done)
                if take is not None:
                    take(part, blocks)
                for _rest in blocks:
                    pass
                done += part.size
            pace.step(min(done, size), size)
        return load


class _Peeking:
    """Parts one after the other; the blocks of a file end where something else begins."""

    def __init__(self, stream: Iterator[Part]) -> None:
        self._stream, self._waiting = stream, next(stream, None)

    def next(self) -> Part | None:
        """The next part, None at the end."""
        part, self._waiting = self._waiting, next(self._stream, None)
        return part

    def blocks(self, step: Callable[[int], object], done: int) -> Iterator[bytes]:
        """The blocks that follow."""
        while isinstance(self._waiting, bytes):
            block = self.next()
            assert isinstance(block, bytes)
            done += len(block)
            step(done)
            yield block


def _require_known(inside: Inside) -> None:
    if inside.schema > schema.NEWEST:
        raise BagTooNew
    if any(set(names) - {one.name for one in metadata.tables[table].columns} if table in metadata.tables
           else True for table, names in inside.columns.items()):
        raise BagDamaged


def _sort_in(load: Load, part: Rows) -> None:
    names = load.inside.columns[part.table]
    whose = {"cases": "id", "journal": "chain"}.get(part.table, "case_id")
    for row in part.rows:
        told = dict(zip(names, row, strict=True))
        load.rows.setdefault(UUID(str(told[whose])), {}).setdefault(part.table, []).append(told)
