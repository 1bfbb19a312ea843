"""Ruled forms as strips: labelled boxes whose edges stand under one another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from mediation_desk.documents.setting.edges import Need, Slots, slots
from mediation_desk.documents.setting.grid import (
    SIDE,
    SIZES,
    SMALL,
    SMALL_TABLE,
    TableCell,
    measures,
    nothing,
    paired,
    row_strips,
    told,
)
from mediation_desk.documents.setting.strips import Strip, TypeCase
from mediation_desk.documents.setting.tags import Tag
from mediation_desk.documents.template.blocks import Align, Form, KeyValue, Run

Pairs = tuple[KeyValue, ...]


def form_strips(form: Form, case: TypeCase, width: float, most: float) -> list[Strip]:
    """Labelled boxes whose edges stand under one another; each row one strip, cut only when it is higher
    than a page. A row that nothing else makes room in is parted before its text is set very small."""
    size, rows, edges = form_grid(form, case, width)
    whole = Tag("Table")
    found = [strip for at, row in enumerate(rows)
             for strip in row_strips(told(form_cells(row, edges.row(at), edges.label, case, size), whole,
                                            "TH", "TD"), most)]
    small = sum(strip.height for strip in found) <= most * SMALL_TABLE
    return [*paired(found, most, small), Strip(0, nothing, before=8)]


def form_grid(form: Form, case: TypeCase, width: float) -> tuple[float, list[Pairs], Slots]:
    """The type size, the rows, parted where they must be, and their edges."""
    rows: list[Pairs] = list(form.rows)
    sizes = [form.size, *(size for size in SIZES if size < form.size)]
    large = [size for size in sizes if size >= SMALL] or sizes
    while True:
        needs = [[_need(pair, case, form.size) for pair in row] for row in rows]
        tightest = _tightest(needs)
        for size in sizes if tightest is None else large:
            if found := _scaled(needs, size / form.size, size, width):
                return size, rows, found
        if tightest is None:
            return sizes[-1], rows, _broken_anyhow(rows, sizes[-1], width)
        rows[tightest:tightest + 1] = _two_rows(rows[tightest], needs[tightest])


def _tightest(needs: Sequence[Sequence[Need]]) -> int | None:
    """Which row of several pairs wants most; None when each row has one."""
    wants = {sum(must for must, _fill in row): at for at, row in enumerate(needs) if len(row) > 1}
    return wants[max(wants)] if wants else None


def _scaled(needs: Sequence[Sequence[Need]], scale: float, size: float, width: float) -> Slots | None:
    edges = 2 * SIDE + 0.1
    return slots([[(must * scale + edges, fill * scale + edges) for must, fill in row] for row in needs],
                 _label_width(size), width)


def _broken_anyhow(rows: Sequence[Pairs], size: float, width: float) -> Slots:
    label = _label_width(size)
    return Slots(label, (width - label,), tuple((1,) for _row in rows))


def _two_rows(row: Pairs, needs: Sequence[Need]) -> list[Pairs]:
    """The pair that wants most in a row of its own, in its place; the others together."""
    widest = max(range(len(row)), key=lambda at: needs[at][0])
    return [part for part in (row[:widest], row[widest:widest + 1], row[widest + 1:]) if part]


def _need(pair: KeyValue, case: TypeCase, size: float) -> Need:
    must, _should, fill = measures(pair.value, case.text(size, size))
    return must, fill


def form_cells(row: Pairs, edges: Sequence[tuple[float, float]], label: float, case: TypeCase,
                size: float) -> list[TableCell]:
    """A label and a value for each pair of a row, between its edges."""
    text, head = case.text(size, size * 1.55), case.headings(size, size * 1.55)
    return list(chain.from_iterable(
        (TableCell((Run(pair.label),), head, Align.CENTER, left, label),
         TableCell(pair.value, text, Align.LEFT, left + label, wide, pair.lines))
        for pair, (left, wide) in zip(row, edges, strict=True)))


def _label_width(size: float) -> float:
    return 5 * size + 2 * SIDE + 1
