"""Counts cases as they are packed, narrowed to whatever and told apart by whatever: a million in a moment."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import CompoundSelect, Connection, select

from mediation_desk.domain.reports.totals import MEASURES, Sums
from mediation_desk.store.reading.figures.packed.column import Column, Numbers, PackUnreadable, unpack
from mediation_desk.store.reading.figures.packed.grouping import grouped
from mediation_desk.store.reading.figures.packed.kinds import NUMBER, PACKED
from mediation_desk.store.tables.reports import loose_facts, packed_facts

Groups = Mapping[tuple[Any, ...], Sums]


class Packed:
    """The cases that are packed and count for one person, as narrowed; none that is loose. All is read at
    one moment.

    ``narrowed``: which values of which facts are wanted, none for all; ``within``: the running numbers of the
    facts in reach, None for all. Whatever is asked: PackUnreadable.
    """

    def __init__(self, connection: Connection, narrowed: Mapping[str, Sequence[Any]],
                 within: CompoundSelect[Any] | None) -> None:
        self._connection = connection
        self._columns: dict[str, Column] = {}  # of the cases that count
        self._lengths: set[int] = set()  # of any column of all cases: one, once one was read
        self.loose = frozenset(connection.scalars(select(loose_facts.c.fact)))
        self._rows = self._counted({name: values for name, values in narrowed.items() if values}, within)

    def of(self, day: str, since: date | None, until: date, by: Sequence[str], measures: Sequence[str]
           ) -> Groups:
        """The cases of which the fact ``day`` lies from ``since`` (None: ever) to ``until``, apart by the
        facts ``by``; of the measures besides how many they are these alone."""
        return self._groups(self._between(day, since, until), by, measures) if self._rows.size else {}

    def open_at(self, day: date, by: Sequence[str]) -> Groups:
        """The cases received by the end of that day, and not closed by then, with every measure."""
        if not self._rows.size:
            return {}
        closed = self._column("closed_on")
        later = ~closed.known | (closed.numbers > day.toordinal())
        return self._groups(self._between("received_on", None, day) & later, by, MEASURES[1:])

    def _between(self, day: str, since: date | None, until: date) -> NDArray[np.bool_]:
        numbers = self._column(day).numbers
        first = since.toordinal() if since else 0
        found: NDArray[np.bool_] = (numbers >= first) & (numbers <= until.toordinal())
        return found

    def _groups(self, wanted: NDArray[np.bool_], by: Sequence[str], measures: Sequence[str]) -> Groups:
        rows = np.flatnonzero(wanted)
        self._load(*by, *(name for name in measures if name in PACKED))
        told = grouped(len(rows), [self._column(name).at(rows) for name in by],
                       [self._measure(name, rows) for name in measures])
        return {tuple(map(_typed, by, values)): Sums(cases, **dict(zip(measures, sums, strict=True)))
                for values, (cases, *sums) in told}

    def _measure(self, name: str, rows: NDArray[np.int64]) -> Numbers:
        if name == "uncomputed":
            return (~self._column("computed").at(rows).known).astype(np.int64)
        column = self._column(name).at(rows)
        found: Numbers = np.where(column.known, column.numbers, 0).astype(column.kind.type)
        return found

    # -- which of them -------------------------------------------------------------------

    def _counted(self, narrowed: Mapping[str, Sequence[Any]], within: CompoundSelect[Any] | None
                 ) -> NDArray[np.int64]:
        """The places of the cases that count."""
        whole = self._read({"counted", NUMBER, *narrowed})
        numbers, wanted = whole[NUMBER].numbers, whole["counted"].numbers == 1
        self._lengths = {len(numbers)}
        for name, values in narrowed.items():
            column = whole[name]
            wanted &= np.isin(column.numbers, column.places(map(PACKED[name].write, values)))
        if self.loose:
            wanted &= ~np.isin(numbers, list(self.loose))
        if within is not None:
            wanted &= np.isin(numbers, list(self._connection.scalars(within)))
        return np.flatnonzero(wanted)

    def _column(self, name: str) -> Column:
        """A fact of the cases that count."""
        self._load(name)
        return self._columns[name]

    def _load(self, *names: str) -> None:
        """Have these facts of the cases that count at hand."""
        wanted = set(names) - self._columns.keys()
        self._columns |= {name: column.at(self._rows) for name, column in self._read(wanted).items()}

    def _read(self, names: Collection[str]) -> dict[str, Column]:
        """These facts of all cases that are packed, in the same order each."""
        if not names:
            return {}
        rows = self._connection.execute(select(packed_facts.c.name, packed_facts.c.content).where(
            packed_facts.c.name.in_(names)).order_by(packed_facts.c.name, packed_facts.c.chunk))
        chunks: dict[str, list[bytes]] = {name: [] for name in names}
        for name, content in rows:
            chunks[name].append(content)
        found = {name: unpack(PACKED[name].kind, parts) for name, parts in chunks.items()}
        if len({len(one.numbers) for one in found.values()} | self._lengths) > 1:
            raise PackUnreadable
        return found


def _typed(name: str, value: Any) -> Any:
    return None if value is None else PACKED[name].read(value)
