"""Fills a form: the rows of its dimensions, and each cell out of the counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from mediation_desk.domain.reports.figures import Unit, percentile
from mediation_desk.domain.reports.forms.asking import condition, window
from mediation_desk.domain.reports.forms.counting import Counts
from mediation_desk.domain.reports.forms.dimensions import FREE, TERMS, both
from mediation_desk.domain.reports.forms.filled import (
    Behind,
    Cell,
    FilledColumn,
    FilledRow,
    FilledTable,
)
from mediation_desk.domain.reports.forms.form import (
    By,
    Column,
    Count,
    Days,
    Form,
    Measure,
    Row,
    Share,
    Sum,
    Table,
    Unknown,
    Where,
)
from mediation_desk.domain.reports.period import Period
from mediation_desk.domain.sorting.answer_types import Label
from mediation_desk.domain.words import N_

NOT_ENTERED = N_("not entered")
Names = Mapping[str, Mapping[str, Label]]
"""What values of dimensions are called: of each dimension, by value."""


@dataclass(frozen=True)
class Filling:
    """One form being filled. ``names``: what mediators, claims and companies are called; terms of the
    vocabulary too. ``public``: free text that somebody wrote names no row."""

    form: Form
    period: Period
    counts: Counts
    names: Names = field(default_factory=lambda: MappingProxyType({}))
    public: bool = False

    def tables(self) -> tuple[FilledTable, ...]:
        """Every table with its cells; a table of names is left out of what is published."""
        return tuple(self._table(table) for table in self.form.tables
                     if not (self.public and names_somebody(table)))

    def _table(self, table: Table) -> FilledTable:
        rows: list[FilledRow] = []
        for row in table.rows:
            rows += self._rows(table, row, rows)
        columns = tuple(FilledColumn(one.id, one.label, unit_of(one, table.columns), one.definition)
                        for one in table.columns)
        since = window(table, self.period).since if table.days else None
        return FilledTable(table.id, table.label, table.head, columns, tuple(rows), table.chart, table.note,
                           since)

    def _rows(self, table: Table, row: Row, above: Sequence[FilledRow]) -> Iterator[FilledRow]:
        if isinstance(row.told, Unknown):
            blanks = [Cell(unit_of(one, table.columns), None, unknown=row.told.why) for one in table.columns]
            yield FilledRow(row.id, row.label, tuple(blanks))
        elif isinstance(row.told, Sum):
            yield FilledRow(row.id, row.label, self._summed(table, row.told, above))
        elif row.by:
            yield from self._by(table, row, row.by)
        else:
            yield FilledRow(row.id, row.label, self._cells(table, row, row.where))

    # -- rows ------------------------------------------------------------------------------

    def _by(self, table: Table, row: Row, by: By) -> Iterator[FilledRow]:
        found = [(value, self._cells(table, row, both(row.where, ((by.dimension, (value,)),))))
                 for value in self._values(table, row, by)]
        kept, others = self._chosen(by, found)
        for value, cells in kept:
            yield FilledRow(f"{row.id}/{value}", self._label(by.dimension, value), cells)
        if by.rest is not None and others:
            where = both(row.where, ((by.dimension, tuple(value for value, _ in others)),))
            cells = self._cells(table, row, where)
            yield FilledRow(f"{row.id}/", by.rest, tuple(replace(one, behind=None) for one in cells))

    def _values(self, table: Table, row: Row, by: By) -> list[str]:
        """Its values: all that there are of a fixed list, else those that occur."""
        if by.dimension in TERMS:
            return [one.value for one in TERMS[by.dimension]]
        if by.dimension == "matter":
            return [one.id for one in self.counts.matters.all]
        found: set[str] = set()
        for column in table.columns:
            place = (table.id, row.id, column.id)
            if isinstance(column.told, Count) and place in self.counts.places:
                by_value = self.counts.by(place, condition(row, column.told), by.dimension)
                found |= {value for value, sums in by_value.items() if sums.cases}
        return sorted(found)

    def _chosen(self, by: By, found: Sequence[tuple[str, tuple[Cell, ...]]]
                ) -> tuple[list[tuple[str, tuple[Cell, ...]]], list[tuple[str, tuple[Cell, ...]]]]:
        """The rows that are shown, and those that go into the rest."""
        if (by.dimension in TERMS or by.dimension == "matter") and not (by.top or by.least):
            return list(found), []
        named = by.dimension in ("company", "platform")  # a case against nobody of that kind is no row
        ordered = sorted(found, key=lambda one: (-(one[1][0].value or 0),
                                                 self._label(by.dimension, one[0]).zh, one[0]))
        fit = [one for one in ordered if (one[1][0].value or 0) >= by.least and (one[0] or not named)
               and not (self.public and by.dimension in FREE and not self._is_known(by.dimension, one[0]))]
        kept = fit[:by.top] if by.top else fit
        if self.public:  # an order by counts would tell of those that are hidden
            kept = sorted(kept, key=lambda one: self._label(by.dimension, one[0]).zh)
        return kept, [one for one in ordered if one not in kept]

    def _is_known(self, dimension: str, value: str) -> bool:
        return value in self.names.get(dimension, {})

    def _label(self, dimension: str, value: str) -> Label:
        if dimension == "matter":
            return next(one.label for one in self.counts.matters.all if one.id == value)
        known = self.names.get(dimension, {}).get(value)
        if known is not None:
            return known
        return Label(value, value) if value else Label("未填写", "not entered")

    # -- cells -----------------------------------------------------------------------------

    def _cells(self, table: Table, row: Row, where: Where) -> tuple[Cell, ...]:
        made: dict[str, Cell] = {}
        for column in table.columns:
            made[column.id] = self._cell(table, row, column, where, made)
        return tuple(made.values())

    def _cell(self, table: Table, row: Row, column: Column, where: Where, made: Mapping[str, Cell]) -> Cell:
        told, place = column.told, (table.id, row.id, column.id)
        match told:
            case Count():
                return self._count(table, told, place, both(where, told.where))
            case Days():
                spans = self.counts.spans(place, both(where, told.where))
                return Cell(Unit.DAYS, percentile(spans, told.percent), count=sum(spans.values()))
            case Sum():
                return added([made[one] for one in told.parts], [made[one] for one in told.less])
            case Share():
                return share(made[told.part], made[told.whole])
            case Unknown():
                return Cell(Unit.CASES, None, unknown=told.why)

    def _count(self, table: Table, told: Count, place: tuple[str, str, str], where: Where) -> Cell:
        sums, most = self.counts.of(place, where), self.counts.most_of(place, where)
        value = getattr(sums, told.measure.value)
        left_out = {Measure.COMPUTED: sums.uncomputed, Measure.WOMEN: sums.people - sums.women - sums.men,
                    Measure.MEN: sums.people - sums.women - sums.men}.get(told.measure, 0)
        largest = getattr(most, told.measure.value) if told.measure.unit is Unit.MONEY else 0
        return Cell(told.measure.unit, value, Behind(told.moment, window(table, self.period), where),
                    sums.cases, largest, left_out=left_out)

    def _summed(self, table: Table, told: Sum, above: Sequence[FilledRow]) -> tuple[Cell, ...]:
        """A row that is the sum of rows above it; shares are taken of the sums, and days do not add up."""
        made: dict[str, Cell] = {}
        for at, column in enumerate(table.columns):
            if isinstance(column.told, Share):
                made[column.id] = share(made[column.told.part], made[column.told.whole])
            elif isinstance(column.told, Days):
                made[column.id] = Cell(Unit.DAYS, None)
            elif isinstance(column.told, Unknown):
                made[column.id] = Cell(Unit.CASES, None, unknown=column.told.why)
            else:
                parts = [row.cells[at] for one in told.parts for row in of_row(above, one)]
                less = [row.cells[at] for one in told.less for row in of_row(above, one)]
                made[column.id] = added(parts, less) if parts or less else Cell(
                    unit_of(column, table.columns), 0)
        return tuple(made.values())


def of_row(rows: Sequence[FilledRow], row_id: str) -> list[FilledRow]:
    """The filled rows of a form's row: itself, or all those of its dimension."""
    return [one for one in rows if one.id == row_id or one.id.startswith(f"{row_id}/")]


def added(parts: Sequence[Cell], less: Sequence[Cell]) -> Cell:
    """What cells add up to; not known where one of them is not.

    As many cases stand behind it as behind its parts; one case has no more in it than in all of them.
    """
    every = (*parts, *less)
    unknown = next((one.unknown for one in every if one.unknown), None)
    unit = every[0].unit
    if unknown or any(one.value is None for one in every):
        return Cell(unit, None, unknown=unknown)
    value = sum(one.value or 0 for one in parts) - sum(one.value or 0 for one in less)
    count = abs(value) if unit is Unit.CASES else sum(one.count for one in parts)
    return Cell(unit, value, count=count, largest=sum(one.largest for one in parts),
                left_out=sum(one.left_out for one in parts))


def share(part: Cell, whole: Cell) -> Cell:
    """A part in hundredths of a percent, rounded half up; nothing to say of nothing."""
    unknown = part.unknown or whole.unknown
    if unknown or part.value is None or whole.value is None:
        return Cell(Unit.SHARE, None, unknown=unknown)
    value = (part.value * 20_000 + whole.value) // (2 * whole.value) if whole.value > 0 else None
    return Cell(Unit.SHARE, value, of=(part.value, whole.value), count=whole.count)


def unit_of(column: Column, columns: Sequence[Column]) -> Unit:
    """In what a column is told."""
    match column.told:
        case Count():
            return column.told.measure.unit
        case Days():
            return Unit.DAYS
        case Share():
            return Unit.SHARE
        case Sum():
            first = (*column.told.parts, *column.told.less)[0]
            return unit_of(next(one for one in columns if one.id == first), columns)
        case Unknown():
            return Unit.CASES


def names_somebody(table: Table) -> bool:
    """Whether rows of a table are companies or people."""
    return any(row.by and row.by.dimension in ("company", "platform", "mediator") for row in table.rows)


