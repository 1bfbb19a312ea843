"""Ruled tables as strips: one row, one strip."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from mediation_desk.documents.setting.edges import raised
from mediation_desk.documents.setting.places import Box, Purpose
from mediation_desk.documents.setting.strips import Drawing, Strip, TypeCase, set_lines, text_strips
from mediation_desk.documents.setting.tags import LAYOUT, PAGINATION, Tag, row_tags, switch, tagged
from mediation_desk.documents.setting.typeset import Type, TypeLine, atoms, lines
from mediation_desk.documents.template.blocks import (
    Align,
    Run,
    Runs,
    SignaturePlace,
    Table,
    plain_text,
)
from mediation_desk.domain.words import N_, DeskError

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

Measures = list[list[tuple[float, float, float]]]

SIDE, _ABOVE = 4.5, 3.5  # space between a cell's lines and its text
_RULE = 0.6
CLOSE, _CLOSE_ABOVE = 1.25, 2.0  # leading in type sizes, and space above, in a list that each signs
_LOW = 24.0  # points: the least height of a row that is signed
_HAND, _FINGER = 66.0, 34.0  # points: in such a list, the least for a hand, and what a finger has of it
SIZES = (12.0, 10.5, 9.0, 8.0, 7.0)
SMALL = 9.0  # points: text is set smaller only when it cannot be avoided
SMALL_TABLE = 0.3  # of a page: a smaller table stays on one page
_HIGH_ROW = 0.2  # of a page: a row higher than this may stand alone
_NARROW = 15  # em: text in a narrower cell is left ragged
_SHORT = 5.2  # em: what is shorter (a name, a date's part) is not broken if there is room
_NAMES = (20, 16, 12, 8, 5, 0)  # characters: the longest name that is whole, where not all can be
_LOOSE = 20.0  # em: Latin that is longer than this without a break (an address on the net) may be broken


@dataclass(frozen=True, slots=True)
class TableCell:
    """Text with its type, between two edges of the row."""

    runs: Runs
    kind: Type
    align: Align
    left: float
    width: float
    least: int = 1
    tag: Tag = LAYOUT
    above: float = _ABOVE
    low: float = 0.0

    @property
    def room(self) -> float:
        """The width that the text may fill."""
        return self.width - 2 * SIDE

    @property
    def set_as(self) -> Align:
        """How the lines are set: a roomy cell of running text is filled on both sides."""
        roomy = self.align is Align.LEFT and self.room > _NARROW * self.kind.size
        return Align.JUSTIFY if roomy else self.align

    def lines(self) -> list[TypeLine]:
        """The text in lines."""
        return lines(self.runs, self.kind, self.room, full=self.set_as is Align.JUSTIFY)


# --- tables ---------------------------------------------------------------------------------


def table_strips(table: Table, case: TypeCase, width: float, most: float) -> list[Strip]:
    """Caption, header and rows. Header rows come again on each page, totals stay with the last
    row, and a row is only cut when it is higher than a page (``most``)."""
    size, widths = column_widths(table, case, width)
    whole = Tag("Table")
    leading = size * (CLOSE if table.places else 1.5)
    text, head, bold = case.text(size, leading), case.headings(size, leading), case.bold(size, leading)
    header = [strip for row in table.header
              for strip in row_strips(told(_header_cells(row, head, widths), whole, "TH"), most)]
    plain = len(table.rows) - table.totals
    rows = [row_strips(told(_cells(table, row, text if at < plain else bold, widths), whole, "TD"),
                        most - sum(strip.height for strip in header))
            for at, row in enumerate(table.rows)]
    for at, place in enumerate(table.places):
        rows[at][-1] = _signed(rows[at][-1], place, sum(widths[:-1]), widths[-1])
    caption = tagged(_caption(table.caption, case, width, size), Tag("Caption", whole))
    again = tuple(tagged((*_caption(f"{table.caption}（续）" if table.caption else "", case, width, size),
                          *header), PAGINATION))
    body = [replace(strip, again=again) for strip in chain.from_iterable(rows)]
    small = sum(strip.height for strip in [*caption, *header, *body]) <= most * SMALL_TABLE
    return _bound([*caption, *header], paired(body, most, small), sum(len(row) for row in rows[plain:]))


def _bound(head: list[Strip], body: list[Strip], totals: int) -> list[Strip]:
    """The header bound to the first row, and the last row to the totals."""
    head = [replace(strip, with_next=bool(body) or at < len(head) - 1) for at, strip in enumerate(head)]
    first = max(len(body) - totals - 1, 0)
    for at in range(first, len(body) - 1) if totals else ():
        body[at] = replace(body[at], with_next=True, soft=False)
    return [*head, *body, Strip(0, nothing, before=8)]


def paired(rows: list[Strip], most: float, small: bool) -> list[Strip]:
    """Rows none of which stands alone at a page's foot or head, unless it is high enough to stand there;
    all of a ``small`` table stay on one page if they can."""
    last, found = len(rows) - 2, list[Strip]()
    for at, row in enumerate(rows[:-1]):
        highest = max(row.height, rows[at + 1].height)
        alone = at in (0, last) and highest <= most * _HIGH_ROW
        found.append(replace(row, with_next=alone or small, soft=not alone))
    return [*found, *rows[-1:]]


def _caption(text: str, case: TypeCase, width: float, size: float) -> list[Strip]:
    kind = case.headings(size, size * 1.9)
    return text_strips((Run(text),), kind, width, Align.CENTER) if text else []


def _header_cells(row: Sequence[Runs], kind: Type, widths: Sequence[float]) -> list[TableCell]:
    return [TableCell(runs, kind, Align.CENTER, sum(widths[:at]), widths[at]) for at, runs in enumerate(row)]


def _cells(table: Table, row: Sequence[Runs], kind: Type, widths: Sequence[float]) -> list[TableCell]:
    above, low = (_CLOSE_ABOVE, _LOW) if table.places else (_ABOVE, 0.0)
    return [TableCell(runs, kind, table.columns[at].align, sum(widths[:at]), widths[at], above=above, low=low)
            for at, runs in enumerate(row)]


def _signed(strip: Strip, place: SignaturePlace, left: float, width: float) -> Strip:
    """A row whose last cell is signed: the hand at the left of it, the finger at the right."""
    high, hand = strip.height - 2, width - _FINGER - 2
    return replace(strip, boxes=(
        Box(Purpose.SIGNATURE, place.label, place.name, left + 2, 1, hand, high),
        Box(Purpose.FINGERPRINT, place.label, place.name, left + 2 + hand, 1, _FINGER - 2, high)))


def column_widths(table: Table, case: TypeCase, width: float) -> tuple[float, list[float]]:
    """The type size at which no amount is broken, and the columns' widths at that size."""
    sizes = [table.size, *(size for size in SIZES if size < table.size)]
    shares = [column.share for column in table.columns]
    for measured, which, allowed in _attempts(table, case, sizes):
        for size in allowed:
            if found := _fitted(measured, size / table.size, shares, width, which):
                return size, found
    raise DeskError(N_("The table “{table}” is too wide for the page; use fewer columns."),
                    table=table.caption or plain_text(table.header[0][0]))


def _attempts(table: Table, case: TypeCase,
              sizes: list[float]) -> Iterator[tuple[Measures, int, list[float]]]:
    """What is to fit, and in which sizes, from what is best on: all of it in good type; whatever must be
    whole; all but long names; all but long amounts in capitals."""
    whole = _measured(table, case, table.size)
    yield whole, 1, [size for size in sizes if size >= SMALL]
    yield whole, 0, sizes
    for longest in _NAMES:
        yield _measured(_parted(table, longest), case, table.size), 0, sizes
    yield _measured(_parted(table, 0), case, table.size, loose=True), 0, sizes


def _parted(table: Table, longest: int) -> Table:
    """The table with longer names that may be broken, for one with more of them than a page is wide."""
    def rows_of(rows: tuple[tuple[Runs, ...], ...]) -> tuple[tuple[Runs, ...], ...]:
        return tuple(tuple(tuple(replace(run, solid=run.solid and len(run.text) <= longest) for run in cell)
                           for cell in row) for row in rows)
    return replace(table, header=rows_of(table.header), rows=rows_of(table.rows))


def _measured(table: Table, case: TypeCase, size: float, loose: bool = False) -> Measures:
    """What every cell of each column measures at that size."""
    kinds = [case.headings(size, size)] * len(table.header) + [case.text(size, size)] * (
        len(table.rows) - table.totals) + [case.bold(size, size)] * table.totals
    found = [[measures(runs, kind, loose) for runs, kind in zip(column, kinds, strict=True)]
             for column in zip(*table.header, *table.rows, strict=True)]
    if table.places:
        found[-1].append((_HAND + _FINGER,) * 3)
    return found


def measures(runs: Runs, kind: Type, loose: bool = False) -> tuple[float, float, float]:
    """(must have, should have, would fill) in points, without the cell's edges; ``loose``: what is long may
    be broken whatever it is, as an address on the net always may."""
    found = atoms(runs, kind)
    must = max((atom.width for atom in found if atom and (
        atom.width <= _LOOSE * kind.size or not (loose or _latin(atom.text())))), default=0.0)
    widest = run = 0.0
    for atom in found:
        run = run + atom.width if atom else 0.0
        widest = max(widest, run)
    return must, widest if widest <= _SHORT * kind.size else must, widest


def _latin(text: str) -> bool:
    return sum(character.isascii() for character in text) * 2 > len(text)


def _fitted(columns: Measures, scale: float, shares: list[float],
            width: float, which: int) -> list[float] | None:
    """Column widths that add up to ``width``, or None when what must fit (``which`` 0) or should
    fit (1) does not, once the measures are scaled."""
    edges = 2 * SIDE + 0.1
    least, fill = ([max((cell[each] for cell in column), default=0.0) * scale + edges
                    for column in columns] for each in (which, 2))
    if sum(least) > width:
        return None
    if any(shares):
        wished = [width * share / sum(shares) for share in shares]
        return raised(wished, least, width)
    if sum(fill) <= width:
        spare = (width - sum(fill)) / len(fill)
        return [each + spare for each in fill]
    lacking = [most - each for most, each in zip(fill, least, strict=True)]
    spare = width - sum(least)
    return [each + spare * lack / sum(lacking) for each, lack in zip(least, lacking, strict=True)]


# --- rows -----------------------------------------------------------------------------------


def told(cells: list[TableCell], whole: Tag, *roles: str) -> list[TableCell]:
    """The cells of one row of that table, each told what it is."""
    return [replace(cell, tag=tag) for cell, tag in zip(cells, row_tags(whole, *roles), strict=False)]


def row_strips(cells: list[TableCell], most: float) -> list[Strip]:
    """One strip, or as many as a row needs that is higher than ``most``."""
    texts = [cell.lines() for cell in cells]
    per_page = max(int((most - 2 * cells[0].above) / max(cell.kind.leading for cell in cells)), 1)
    longest = max(len(text) for text in texts)
    if longest <= per_page:
        return [_row(cells, texts)]
    parts = [[text[at:at + per_page] for text in texts] for at in range(0, longest, per_page)]
    return [_row([replace(cell, least=1) for cell in cells], part) for part in parts]


def _row(cells: list[TableCell], texts: list[list[TypeLine]]) -> Strip:
    height = max(cells[0].low, 2 * cells[0].above + max(
        max(len(text), cell.least) * cell.kind.leading for cell, text in zip(cells, texts, strict=True)))
    return Strip(height, _row_drawing(cells, texts, height))


def _row_drawing(cells: list[TableCell], texts: list[list[TypeLine]], height: float) -> Drawing:
    def draw(canvas: Canvas, x: float, top: float) -> None:
        canvas.setLineWidth(_RULE)
        for cell, text in zip(cells, texts, strict=True):
            switch(canvas, LAYOUT)
            canvas.rect(x + cell.left, top - height, cell.width, height)
            switch(canvas, cell.tag)
            high = len(text) * cell.kind.leading
            above = cell.above if cell.least > 1 else (height - high) / 2
            set_lines(canvas, text, cell.kind, x + cell.left + SIDE, top - above, cell.room, cell.set_as)
    return draw


def nothing(_canvas: Canvas, _x: float, _top: float) -> None:
    """Draw nothing: the strip is space."""
