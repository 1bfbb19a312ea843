"""Small exports for the tests: tables with their sums, and hidings by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from mediation_desk.domain.reports.disclosure.cells import (
    Cell,
    CellKey,
    Kind,
    Look,
    Published,
    Relation,
    Shown,
)

SUM = "合计"


@dataclass
class Export:
    """Tables that are put into one export, one after the other."""

    cells: dict[CellKey, Cell] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)

    def table(self, name: str, grid: Sequence[Sequence[int]]) -> Export:
        """A table of counts with the sums of rows and columns, in rows r0, r1 … and columns c0, c1 …"""
        rows = [f"r{number}" for number in range(len(grid))]
        columns = [f"c{number}" for number in range(len(grid[0]))]
        full = [[*row, sum(row)] for row in grid]
        full.append([sum(column) for column in zip(*full, strict=True)])
        for row, counts in zip([*rows, SUM], full, strict=True):
            for column, count in zip([*columns, SUM], counts, strict=True):
                self.cells[name, row, column] = counted(count)
            self.add((name, row, SUM), *((name, row, column) for column in columns))
        for column in [*columns, SUM]:
            self.add((name, SUM, column), *((name, row, column) for row in rows))
        return self

    def add(self, total: CellKey, *parts: CellKey, less: Iterable[CellKey] = ()) -> Export:
        """One more relation."""
        self.relations.append(Relation(total, parts, tuple(less)))
        return self

    def by_hand(self, *withheld: CellKey) -> Published:
        """As somebody hid it: small counts as "<5", others withheld."""
        return Published(self.cells, tuple(self.relations),
                         {key: Shown(_look(self.cells[key])) for key in withheld})


def _look(cell: Cell) -> Look:
    return Look.SMALL if cell.kind is Kind.COUNT and 1 <= cell.value <= 4 else Look.HIDDEN


def counted(count: int) -> Cell:
    """A count of cases."""
    return Cell(Kind.COUNT, count, count)


def line(name: str, *figures: Cell, total: Cell) -> Export:
    """A table of one row: figures in columns c0, c1 … and their sum."""
    export = Export()
    keys = [(name, "r0", f"c{number}") for number in range(len(figures))]
    export.cells.update(zip(keys, figures, strict=True))
    export.cells[name, "r0", SUM] = total
    return export.add((name, "r0", SUM), *keys)


def signs(published: Published, table: str, row: str) -> list[str]:
    """A row as it is printed."""
    return [published.sign(key) or str(cell.value) for key, cell in published.cells.items()
            if key[:2] == (table, row)]
