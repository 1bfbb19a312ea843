"""Counts cases as they are packed, narrowed to whatever and told apart by whatever: a million in a moment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import CompoundSelect, Connection, select

from mediation_desk.domain.reports.forms.counting import larger
from mediation_desk.domain.reports.totals import MEASURES, NOTHING, Sums
from mediation_desk.store.reading.figures.packed.column import Column, Numbers, PackUnreadable, unpack
from mediation_desk.store.reading.figures.packed.grouping import grouped
from mediation_desk.store.reading.figures.packed.kinds import NUMBER, PACKED
from mediation_desk.store.tables.reports import loose_facts, packed_facts

Groups = Mapping[tuple[Any, ...], Sums]
Mask: TypeAlias = NDArray[np.bool_]
ONE_CASE = Sums(cases=1, uncomputed=1)  # what one case counts by itself, at most
BEHIND = 41  # bits of a running number, which stands behind a day
AT_ONCE = 1 << 17  # cases: what is reckoned with stays within what a processor has at hand


class Packed:
    """The cases that are packed and count for one person, as narrowed; none that is loose. All is read at
    one moment.

    ``narrowed``: which values of which facts are wanted, none for all; ``within``: the running numbers of the
    facts in reach, None for all. Whatever is asked: PackUnreadable.
    """

    def __init__(self, connection: Connection, narrowed: Mapping[str, Sequence[Any]],
                 within: CompoundSelect[Any] | None) -> None:
        self._connection = connection
        self._columns: dict[str, Column] = {}
        self._lengths = set[int]()
        self._few: NDArray[np.int64] | None = None  # which of all cases the columns are of; None: all
        self.loose = frozenset(connection.scalars(select(loose_facts.c.fact)))
        self._counted = self._those({name: values for name, values in narrowed.items() if values}, within)
        self._keep_few()

    def groups(self, wanted: Mask, by: Sequence[str], measures: Sequence[str]) -> Groups:
        """These cases, apart by the facts ``by``; of the measures besides how many they are these alone."""
        found: dict[tuple[Any, ...], Sums] = {}
        for values, (cases, *sums) in self._parts(wanted, by, measures):
            found[values] = found.get(values, NOTHING) + Sums(cases, **dict(zip(measures, sums, strict=True)))
        return {tuple(map(_typed, by, values)): sums for values, sums in found.items()}

    def most(self, wanted: Mask, by: Sequence[str]) -> Groups:
        """Of these cases, apart by the facts ``by``, the most that one has of each measure."""
        measures = [name for name in MEASURES if name in PACKED]
        found: dict[tuple[Any, ...], Sums] = {}
        for values, (_cases, *most) in self._parts(wanted, by, measures, largest=True):
            one = ONE_CASE._replace(**dict(zip(measures, most, strict=True)))
            found[values] = larger(found.get(values, one), one)
        return {tuple(map(_typed, by, values)): most for values, most in found.items()}

    def _parts(self, wanted: Mask, by: Sequence[str], measures: Sequence[str], *, largest: bool = False
               ) -> Iterator[tuple[tuple[Any, ...], list[int]]]:
        """Some cases after the other; a combination of values may come more than once."""
        rows = np.flatnonzero(wanted & self._counted)
        if rows.size:
            self._load(*by, *(name for name in measures if name in PACKED))
        for at in range(0, rows.size, AT_ONCE):
            part = rows[at:at + AT_ONCE]
            yield from grouped(part.size, [self._column(name).at(part) for name in by],
                               [self._measure(name, part) for name in measures], largest=largest)

    def count(self, wanted: Mask) -> int:
        """How many of these count."""
        return int(np.count_nonzero(wanted & self._counted))

    def latest(self, wanted: Mask, day: str, most: int | None) -> list[tuple[date, int]]:
        """Of these cases the day of that fact and the running number, the latest first, so many at most."""
        rows = np.flatnonzero(wanted & self._counted)
        days, numbers = (self._column(name).numbers[rows].astype(np.int64) for name in (day, NUMBER))
        order = (days << BEHIND) + numbers
        if most is not None and rows.size > most:
            order = np.partition(order, rows.size - most)[rows.size - most:]
        return [(date.fromordinal(one >> BEHIND), one & ((1 << BEHIND) - 1))
                for one in np.sort(order)[::-1].tolist()]

    # -- conditions ----------------------------------------------------------------------

    def every(self, held: bool) -> Mask:
        """That of every case."""
        return np.full(self._counted.size, held)

    def between(self, day: str, since: date | None, until: date | None) -> Mask:
        """Of which cases that day is known and lies there."""
        numbers = self._column(day).numbers
        found: Mask = numbers >= (since.toordinal() if since else 0)
        if until is not None:
            found &= numbers <= until.toordinal()
        return found

    def among(self, name: str, values: Sequence[Any]) -> Mask:
        """Of which cases the fact is one of these values; None: it is not known."""
        column = self._column(name)
        numbers = np.maximum(column.numbers, -1) if column.kind.worded else column.numbers  # close together
        known = [PACKED[name].write(one) for one in values if one is not None]
        found: Mask = np.isin(numbers, column.places(known))
        return found if len(known) == len(values) else found | ~column.known

    def known(self, name: str) -> Mask:
        """Of which cases the fact is known."""
        return self._column(name).known

    def texts(self, name: str) -> Sequence[str]:
        """The texts that a fact is in any case."""
        return self._column(name).texts

    def _measure(self, name: str, rows: NDArray[np.int64]) -> Numbers:
        column = self._column("computed" if name == "uncomputed" else name).at(rows)
        if name == "uncomputed":
            return (~column.known).astype(np.int64)
        if not column.whole:
            column.numbers[~column.known] = 0  # of a copy of these rows alone
        return column.numbers

    # -- which of them -------------------------------------------------------------------

    def _those(self, narrowed: Mapping[str, Sequence[Any]], within: CompoundSelect[Any] | None) -> Mask:
        """Of each case that is packed whether it counts."""
        self._load("counted", *narrowed)
        wanted: Mask = self._column("counted").numbers == 1
        for name, values in narrowed.items():
            wanted &= self.among(name, values)
        if self.loose:
            wanted &= ~np.isin(self._column(NUMBER).numbers, list(self.loose))
        if within is not None:
            wanted &= np.isin(self._column(NUMBER).numbers, list(self._connection.scalars(within)))
        return wanted

    def _keep_few(self) -> None:
        """Look at no other cases where fewer than half count."""
        few = np.flatnonzero(self._counted)
        if few.size * 2 < self._counted.size:
            self._few, self._counted = few, self._counted[few]
            self._columns = {name: column.at(few) for name, column in self._columns.items()}

    def _column(self, name: str) -> Column:
        """A fact of each case, in the same order."""
        self._load(name)
        return self._columns[name]

    def _load(self, *names: str) -> None:
        """Have these facts at hand."""
        chunks: dict[str, list[bytes]] = {name: [] for name in names if name not in self._columns}
        if not chunks:
            return
        rows = self._connection.execute(select(packed_facts.c.name, packed_facts.c.content).where(
            packed_facts.c.name.in_(chunks)).order_by(packed_facts.c.name, packed_facts.c.chunk))
        for name, content in rows:
            chunks[name].append(content)
        found = {name: unpack(PACKED[name].kind, parts) for name, parts in chunks.items()}
        self._lengths |= {len(one.numbers) for one in found.values()}
        if len(self._lengths) > 1:
            raise PackUnreadable
        self._columns |= found if self._few is None else {
            name: column.at(self._few) for name, column in found.items()}


def _typed(name: str, value: Any) -> Any:
    try:
        return None if value is None else PACKED[name].read(value)
    except (ValueError, OverflowError) as trouble:  # a key or a day that is none
        raise PackUnreadable from trouble
