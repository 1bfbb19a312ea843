"""Keeps the facts of all cases packed besides: which of them have moved since, and packing these again.

A case's facts are either as they stand packed, or noted as loose in the transaction that changed them. Who
reads leaves out what is loose of what is packed and counts it by its rows, so that figures are right at any
time; and nobody waits for anybody, for notes are added and never changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Any

import numpy as np
from sqlalchemy import ColumnElement, Connection, Engine, Row, delete, func, insert, select
from sqlalchemy.exc import DBAPIError

from mediation_desk.store.engines.kinds import database_of
from mediation_desk.store.reading.figures.packed.column import Column, joined, pack, unpack
from mediation_desk.store.reading.figures.packed.kinds import NUMBER, PACKED
from mediation_desk.store.reading.figures.packed.loose import loosen
from mediation_desk.store.tables.reports import case_facts, loose_facts, packed_facts

CHUNK = 8_192  # running numbers whose facts are packed together
PACK_FROM = 500  # notes, from which on what is loose is packed
TURN = 0x6661_636B  # of whoever packs
_EVERY = tuple(case_facts.c[name] for name in PACKED)


class FactsUnreadable(Exception):
    """Something stands in the tables of facts that the program never wrote."""


def pack_loose(engine: Engine) -> int:
    """Pack what is loose, where it is much; how many cases' facts that were. Whoever reads or saves meanwhile
    waits for one chunk at most. Where a row is damaged its chunk stays loose: the verification names it, and
    backups, which come after this, are needed all the more."""
    with engine.connect().execution_options(reading=True) as connection:
        if connection.execute(select(func.count()).select_from(loose_facts)).scalar_one() < PACK_FROM:
            return 0
        moved = set[int]()
        with suppress(FactsUnreadable), _nothing_foreign():
            moved |= {one // CHUNK for one in connection.scalars(select(loose_facts.c.fact))}
    packed = 0
    for chunk in sorted(moved):
        with suppress(FactsUnreadable), engine.begin() as connection:
            database_of(connection).wait_turn(connection, TURN)
            packed += _pack_chunk(connection, chunk)
    return packed


def _pack_chunk(connection: Connection, chunk: int) -> int:
    """The notes go first: facts that move from then on are noted again."""
    moved = sorted(set(connection.scalars(delete(loose_facts).where(_lies(loose_facts.c.fact, chunk))
                                          .returning(loose_facts.c.fact))))
    former = _former(connection, chunk)
    now = _kept(connection, case_facts.c.seq.in_(moved) if former else _lies(case_facts.c.seq, chunk))
    if former:
        stays = ~np.isin(former[NUMBER].numbers, moved)
        now = {name: joined(one.kind, (former[name].at(stays), one)) for name, one in now.items()}
    _write(connection, chunk, now)
    return len(moved)


def _lies(number: ColumnElement[int], chunk: int) -> ColumnElement[bool]:
    """The condition for running numbers of a chunk."""
    return number.between(chunk * CHUNK, chunk * CHUNK + CHUNK - 1)


def _kept(connection: Connection, those: ColumnElement[bool]) -> dict[str, Column]:
    """The facts of these rows. FactsUnreadable."""
    with _nothing_foreign():
        return columns_of(connection.execute(select(*_EVERY).where(those)).all())


@contextmanager
def _nothing_foreign() -> Iterator[None]:
    """Read inside. FactsUnreadable for whatever stands there, but not for a disk or a server that refuses."""
    try:
        yield
    except Exception as trouble:  # everything: what stands in a damaged row is nobody's to foresee
        if isinstance(trouble, DBAPIError) and "decode" not in str(trouble.orig):
            raise
        raise FactsUnreadable from trouble


def _former(connection: Connection, chunk: int) -> dict[str, Column] | None:
    """The chunk as it is packed; None where it is not whole, or cannot be read."""
    try:
        with _nothing_foreign():
            found = connection.execute(select(packed_facts.c.name, packed_facts.c.content)
                                       .where(packed_facts.c.chunk == chunk))
            former = {name: unpack(PACKED[name].kind, [content]) for name, content in found}
    except FactsUnreadable:
        return None
    whole = former.keys() == PACKED.keys() and len({len(one.numbers) for one in former.values()}) == 1
    return former if whole else None


def _write(connection: Connection, chunk: int, columns: dict[str, Column]) -> None:
    connection.execute(delete(packed_facts).where(packed_facts.c.chunk == chunk))
    connection.execute(insert(packed_facts), [
        {"chunk": chunk, "name": name, "content": pack(column)} for name, column in columns.items()])


def pack_anew(connection: Connection) -> None:
    """Pack the facts of every case as they are kept; those of a chunk with a damaged row are loose."""
    connection.execute(delete(packed_facts))
    connection.execute(delete(loose_facts))
    for chunk in chunks(connection):
        here = _lies(case_facts.c.seq, chunk)
        try:
            _write(connection, chunk, _kept(connection, here))
        except FactsUnreadable:
            loosen(connection, connection.scalars(select(case_facts.c.seq).where(here)).all())


def columns_of(rows: Sequence[Row[Any]]) -> dict[str, Column]:
    """Rows of the facts by their columns."""
    return {name: Column.of(how.kind, [None if one is None else how.write(one)
                                       for one in (row[at] for row in rows)])
            for at, (name, how) in enumerate(PACKED.items())}


# Held against the rows


def chunks(connection: Connection) -> set[int]:
    """The chunks that there are of what is kept and of what is packed."""
    kept = {one // CHUNK for one in connection.scalars(select(case_facts.c.seq))}
    return kept.union(connection.scalars(select(packed_facts.c.chunk).distinct()))


def otherwise(connection: Connection, chunk: int) -> list[int]:
    """The running numbers of the facts in a chunk that are packed otherwise than they are kept, or not at
    all, and are not noted as loose; and of what is packed and kept nowhere. A chunk that cannot be read is
    named by its first. FactsUnreadable."""
    so = Counter(_lines(_kept(connection, _lies(case_facts.c.seq, chunk))))
    former = _former(connection, chunk)
    if former is None and connection.scalar(
            select(func.count()).select_from(packed_facts).where(packed_facts.c.chunk == chunk)):
        return [chunk * CHUNK]
    packed = Counter(_lines(former) if former else ())
    loose = connection.scalars(select(loose_facts.c.fact).where(_lies(loose_facts.c.fact, chunk)))
    return sorted({line[0] for line in (so - packed) + (packed - so)}.difference(loose))


def _lines(columns: Mapping[str, Column]) -> Iterator[tuple[Any, ...]]:
    """Of each case its facts, the running number first."""
    return zip(*(columns[name].told() for name in PACKED), strict=True)
