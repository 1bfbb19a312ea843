"""What an export shows, put together for hiding: its cells, how they add up, and what follows unprinted.

A figure that is not printed and yet follows from two that are (all cases, and of them the collective ones)
is hidden like any other, or rather: one of the two is. Such figures are gathered too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from mediation_desk.domain.reports.disclosure import cells as disclosure
from mediation_desk.domain.reports.disclosure.attack import require_safe
from mediation_desk.domain.reports.disclosure.cells import CellKey, Kind, Relation, Thresholds
from mediation_desk.domain.reports.disclosure.hiding import hide
from mediation_desk.domain.reports.disclosure.sensitive import sensitive
from mediation_desk.domain.reports.figures import Unit
from mediation_desk.domain.reports.forms.filled import Cell, FilledTable
from mediation_desk.domain.reports.forms.form import Ref
from mediation_desk.domain.words import N_, DeskError

KINDS = {Unit.CASES: Kind.COUNT, Unit.PEOPLE: Kind.COUNT, Unit.MONEY: Kind.AMOUNT, Unit.DAYS: Kind.MEDIAN,
         Unit.SHARE: Kind.SHARE}
UNPRINTED = "—"  # the table of figures that are printed nowhere


@dataclass
class Gathering:
    """The cells of one export while they are gathered."""

    tables: Sequence[FilledTable]
    thresholds: Thresholds
    keys: dict[Ref, CellKey] = field(default_factory=dict)
    cells: dict[CellKey, disclosure.Cell] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Take in every cell that says a number."""
        for table in self.tables:
            for row in table.rows:
                for column, cell in zip(table.columns, row.cells, strict=True):
                    if cell.value is not None:
                        self._take((table.id, row.id, column.id), cell, self._named(
                            (table.label.zh, row.label.zh, column.label.zh)))

    def _named(self, key: CellKey) -> CellKey:
        """As a reader sees it; the second of one name with a number."""
        made, number = key, 1
        while made in self.cells:
            number += 1
            made = key[0], key[1], f"{key[2]} ({number})"
        return made

    def _take(self, ref: Ref, cell: Cell, key: CellKey) -> None:
        value = cell.value or 0
        if value < 0:
            table, row, column = key
            raise DeskError(N_("In the table “{table}” the figure in row “{row}”, column “{column}” is below "
                               "zero, so it cannot be published."), table=table, row=row, column=column)
        self.keys[ref] = key
        self.cells[key] = disclosure.Cell(KINDS[cell.unit], value, max(cell.count, 0),
                                          min(cell.largest, value))

    def adds_up(self, total: CellKey | None, parts: Sequence[CellKey | None],
                less: Sequence[CellKey | None] = ()) -> None:
        """An equation, where all of its figures are told."""
        known = [one for one in (*parts, *less) if one is not None]
        if total is not None and len(known) == len(parts) + len(less) and parts and total not in known:
            self.relations.append(Relation(total, tuple(one for one in parts if one is not None),
                                           tuple(one for one in less if one is not None)))

    def rest(self, whole: Ref, part: Ref) -> None:
        """What of the whole is not the part, where that says too much: it follows from both."""
        if whole not in self.keys or part not in self.keys:
            return
        one, other = self.cells[self.keys[whole]], self.cells[self.keys[part]]
        value = one.value - other.value
        if value <= 0:
            return
        rest = disclosure.Cell(one.kind, value, max(one.count - other.count, 0), min(one.largest, value))
        if sensitive(rest, self.thresholds):
            key = self._named((UNPRINTED, f"{self.keys[whole]} - {self.keys[part]}", ""))
            self.cells[key] = rest
            self.adds_up(self.keys[whole], [self.keys[part], key])

    def quotient(self, share: Ref, part: CellKey | None, whole: CellKey | None) -> None:
        """What a share is made from."""
        if share in self.keys and part is not None and whole is not None:
            key = self.keys[share]
            self.cells[key] = replace(self.cells[key], numerator=part, denominator=whole)

    def key(self, table: str, row: str, column: str) -> CellKey | None:
        """The cell there, where it says a number."""
        return self.keys.get((table, row, column))


def published(gathering: Gathering) -> tuple[tuple[FilledTable, ...], int]:
    """The tables as they may be published, and how many figures are hidden in them. DeskError naming table,
    row and column where a hidden one could be worked out."""
    hidden = hide(gathering.cells, _once(gathering.relations), gathering.thresholds)
    require_safe(hidden)
    signs = {ref: sign for ref, key in gathering.keys.items() if (sign := hidden.sign(key)) is not None}
    return tuple(_shown(table, signs) for table in gathering.tables), len(signs)


def _once(relations: Iterable[Relation]) -> Iterator[Relation]:
    yield from dict.fromkeys(relations)


def _shown(table: FilledTable, signs: dict[Ref, str]) -> FilledTable:
    """Nothing but what is shown stays in a cell."""
    rows = [replace(row, cells=tuple(
        _cell(cell, signs.get((table.id, row.id, column.id), ""))
        for column, cell in zip(table.columns, row.cells, strict=True))) for row in table.rows]
    return replace(table, rows=tuple(rows))


def _cell(cell: Cell, sign: str) -> Cell:
    return Cell(cell.unit, None if sign else cell.value, sign=sign, unknown=cell.unknown)
