"""A filled form as it may be published: how its cells add up, taken from the form itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations
from types import MappingProxyType

from mediation_desk.domain.reports.disclosure.cells import CellKey, Thresholds
from mediation_desk.domain.reports.forms.asking import window
from mediation_desk.domain.reports.forms.dimensions import COLLECTIVE, TERMS, both, is_known_at
from mediation_desk.domain.reports.forms.filled import FilledForm, FilledTable
from mediation_desk.domain.reports.forms.filling import of_row
from mediation_desk.domain.reports.forms.form import (
    FLAGS,
    Balance,
    Column,
    Count,
    Form,
    Measure,
    Moment,
    Ref,
    Row,
    Share,
    Sum,
    Table,
    Where,
)
from mediation_desk.domain.reports.forms.gathering import Gathering, published
from mediation_desk.domain.reports.period import Period

Signature = tuple[Moment, Measure, Period, Where]
VALUES: Mapping[str, tuple[str, ...]] = MappingProxyType({
    **{name: tuple(one.value for one in terms) for name, terms in TERMS.items()},
    **dict.fromkeys((*FLAGS, COLLECTIVE), ("false", "true"))})
"""Of each dimension that every case has a value of, all that there are."""


def publish(form: FilledForm, thresholds: Thresholds) -> tuple[tuple[FilledTable, ...], int]:
    """The tables with figures hidden, and how many. ``form`` was filled for publishing, and reconciles.
    DeskError naming table, row and column where a hidden figure could be worked out."""
    return published(gathered(form.form, form.period, form.tables, thresholds))


def gathered(form: Form, period: Period, tables: Sequence[FilledTable], thresholds: Thresholds) -> Gathering:
    """All cells, and every equation between them that a reader of the form knows."""
    gathering = Gathering(tables, thresholds)
    filled = {one.id: one for one in tables}
    for table in form.tables:
        if table.id in filled:
            _Sums(gathering, table, filled[table.id]).gather()
    _same_counts(gathering, form, period, filled)
    for identity in form.identities:
        sides = [[key for ref in side for key in _cells(gathering, filled, ref)]
                 for side in (identity.left, identity.right)]
        _equal(gathering, sides[0], sides[1])
    return gathering


def _cells(gathering: Gathering, filled: dict[str, FilledTable], ref: Ref) -> list[CellKey | None]:
    table, row, column = ref
    if table not in filled:
        return [None]
    return [gathering.key(table, one.id, column) for one in of_row(filled[table].rows, row)]


def _equal(gathering: Gathering, left: Sequence[CellKey | None], right: Sequence[CellKey | None]) -> None:
    if left and right and left != right:
        gathering.adds_up(left[0], right, left[1:])


class _Sums:
    """The equations inside one table."""

    def __init__(self, gathering: Gathering, table: Table, filled: FilledTable) -> None:
        self.gathering, self.table, self.filled = gathering, table, filled

    def gather(self) -> None:
        """Sums, shares, identities, and what lies between a whole and a part of it."""
        for row in self.filled.rows:
            for column in self.table.columns:
                self._column(row.id, column)
            self._parts_in_row(row.id)
        for form_row in self.table.rows:
            if isinstance(form_row.told, Sum):
                self._row(form_row, form_row.told)
        for balance in self.table.balances:
            self._balance(balance)
        self._parts_in_columns()

    def _key(self, row: str, column: str) -> CellKey | None:
        return self.gathering.key(self.table.id, row, column)

    def _column(self, row: str, column: Column) -> None:
        told = column.told
        if isinstance(told, Sum):
            self.gathering.adds_up(self._key(row, column.id), [self._key(row, one) for one in told.parts],
                                   [self._key(row, one) for one in told.less])
        elif isinstance(told, Share):
            self.gathering.quotient((self.table.id, row, column.id), self._key(row, told.part),
                                    self._key(row, told.whole))

    def _row(self, row: Row, told: Sum) -> None:
        for column in self.table.columns:
            if isinstance(column.told, Count | Sum):
                sides = [[self._key(one.id, column.id) for name in names
                          for one in of_row(self.filled.rows, name)] for names in (told.parts, told.less)]
                self.gathering.adds_up(self._key(row.id, column.id), sides[0], sides[1])

    def _balance(self, balance: Balance) -> None:
        if balance.rows:
            for column in self.table.columns:
                if isinstance(column.told, Count | Sum):
                    sides = [[self._key(one.id, column.id) for name in names
                              for one in of_row(self.filled.rows, name)]
                             for names in (balance.left, balance.right)]
                    _equal(self.gathering, sides[0], sides[1])
        else:
            for row in self.filled.rows:
                _equal(self.gathering, [self._key(row.id, one) for one in balance.left],
                       [self._key(row.id, one) for one in balance.right])

    def _parts_in_row(self, row: str) -> None:
        """Columns of which one counts a part of what the other counts."""
        for whole, part in permutations(self.table.columns, 2):
            one, other = whole.told, part.told
            if isinstance(one, Count) and isinstance(other, Count) and _counts_part(one, other):
                self.gathering.rest((self.table.id, row, whole.id), (self.table.id, row, part.id))

    def _parts_in_columns(self) -> None:
        """Rows of which one counts a part of what the other counts."""
        counted = [one for one in self.table.rows if one.told is None and one.by is None]
        for whole, part in permutations(counted, 2):
            if is_part(whole.where, part.where):
                for column in self.table.columns:
                    if isinstance(column.told, Count):
                        self.gathering.rest((self.table.id, whole.id, column.id),
                                            (self.table.id, part.id, column.id))


def _counts_part(whole: Count, part: Count) -> bool:
    """Whether one counts a part of what the other counts: some of its cases, or the women of its people."""
    if whole.moment is not part.moment:
        return False
    if whole.measure is part.measure:
        return is_part(whole.where, part.where)
    sexes = whole.measure is Measure.PEOPLE and part.measure in (Measure.WOMEN, Measure.MEN)
    return sexes and (whole.where == part.where or is_part(whole.where, part.where))


def is_part(whole: Where, part: Where) -> bool:
    """Whether what satisfies the part satisfies the whole, and they are not the same."""
    narrowed = dict(part)
    return whole != part and all(name in narrowed and set(narrowed[name]) <= set(values)
                                 for name, values in whole)


def _same_counts(gathering: Gathering, form: Form, period: Period, filled: dict[str, FilledTable]) -> None:
    """The same count printed twice, in whatever tables; and rows by a dimension beside what they add up
    to."""
    known: dict[Signature, CellKey] = {}
    for signature, key in _signatures(gathering, form, period, filled):
        if signature in known:
            gathering.adds_up(known[signature], [key])
        else:
            known[signature] = key
    for table in form.tables:
        for row in table.rows if table.id in filled else ():
            if row.by and row.by.is_whole:
                for column in table.columns:
                    if isinstance(column.told, Count):
                        whole = known.get(_signature(table, period, column.told, both(
                            row.where, column.told.where)))
                        gathering.adds_up(whole, [gathering.key(table.id, one.id, column.id)
                                                  for one in of_row(filled[table.id].rows, row.id)])
    _parted(gathering, known)


def _parted(gathering: Gathering, known: Mapping[Signature, CellKey]) -> None:
    """A count over several values of a dimension is the sum of those over fewer, in whatever tables: what was
    settled is what was performed, agreed and reconciled."""
    sides: dict[tuple[object, ...], dict[frozenset[str], CellKey]] = defaultdict(dict)
    for (moment, measure, days, where), key in known.items():
        for name in {*VALUES, *dict(where)}:
            values = frozenset(dict(where).get(name, VALUES.get(name, ())))
            rest = tuple(one for one in where if one[0] != name)
            if values and is_known_at(name, moment):
                sides[moment, measure, days, rest, name][values] = key
    for parts in sides.values():
        for values, whole in parts.items():
            for found in _covers(values, {one: key for one, key in parts.items() if one < values}):
                gathering.adds_up(whole, found)


def _covers(values: frozenset[str], parts: Mapping[frozenset[str], CellKey]) -> Iterator[list[CellKey]]:
    """Every way in which parts make up the values, each value in one part."""
    if not values:
        yield []
    for one, key in parts.items():
        if values and min(values) in one and one <= values:
            yield from ([key, *rest] for rest in _covers(values - one, parts))


def _signatures(gathering: Gathering, form: Form, period: Period, filled: dict[str, FilledTable]
                ) -> Iterator[tuple[Signature, CellKey]]:
    for table in form.tables:
        columns = {one.id: one.told for one in table.columns}
        for row in filled[table.id].rows if table.id in filled else ():
            for column, cell in zip(filled[table.id].columns, row.cells, strict=True):
                told, key = columns[column.id], gathering.key(table.id, row.id, column.id)
                if isinstance(told, Count) and cell.behind and key:
                    yield _signature(table, period, told, cell.behind.where), key


def _signature(table: Table, period: Period, told: Count, where: Where) -> Signature:
    return told.moment, told.measure, window(table, period), where
