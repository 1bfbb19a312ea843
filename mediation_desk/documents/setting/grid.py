"""Ruled tables and forms as strips: one row, one strip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from mediation_desk.documents.setting.places import Box, Purpose
from mediation_desk.documents.setting.strips import Drawing, Strip, TypeCase, set_lines, text_strips
from mediation_desk.documents.setting.typeset import Type, TypeLine, atoms, lines
from mediation_desk.documents.template.blocks import (
    Align,
    Form,
    KeyValue,
    Run,
    Runs,
    SignaturePlace,
    Table,
    plain_text,
)
from mediation_desk.domain.words import N_, DeskError

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_SIDE, _ABOVE = 4.5, 3.5  # space between a cell's lines and its text
_RULE = 0.6
_CLOSE, _CLOSE_ABOVE = 1.25, 2.0  # leading in type sizes, and space above, in a list that each signs
_LOW = 24.0  # points: the least height of a row that is signed
_HAND, _FINGER = 66.0, 34.0  # points: in such a list, the least for a hand, and what a finger has of it
_SIZES = (12.0, 10.5, 9.0, 8.0, 7.0)
_SMALL = 9.0  # points: text is set smaller only when it cannot be avoided
_SMALL_TABLE = 0.3  # of a page: a smaller table stays on one page
_NARROW = 15  # em: text in a narrower cell is left ragged
_SHORT = 5.2  # em: what is shorter (a name, a date's part) is not broken if there is room
_LOOSE = 20.0  # em: what is longer than this without a break (an address on the net) may be broken


@dataclass(frozen=True, slots=True)
class TableCell:
    """Text with its type, between two edges of the row."""

    runs: Runs
    kind: Type
    align: Align
    left: float
    width: float
    least: int = 1
    above: float = _ABOVE
    low: float = 0.0

    @property
    def room(self) -> float:
        """The width that the text may fill."""
        return self.width - 2 * _SIDE

    def lines(self) -> list[TypeLine]:
        """The text in lines."""
        return lines(self.runs, self.kind, self.room)


# --- tables ---------------------------------------------------------------------------------


def table_strips(table: Table, case: TypeCase, width: float, most: float) -> list[Strip]:
    """Caption, header and rows. Header rows come again on each page, totals stay with the last
    row, and a row is only cut when it is higher than a page (``most``)."""
    size, widths = _column_widths(table, case, width)
    leading = size * (_CLOSE if table.places else 1.5)
    text, head, bold = case.text(size, leading), case.headings(size, leading), case.bold(size, leading)
    header = [strip for row in table.header
              for strip in _row_strips(_header_cells(row, head, widths), most)]
    plain = len(table.rows) - table.totals
    rows = [_row_strips(_cells(table, row, text if at < plain else bold, widths),
                        most - sum(strip.height for strip in header))
            for at, row in enumerate(table.rows)]
    for at, place in enumerate(table.places):
        rows[at][-1] = _signed(rows[at][-1], place, sum(widths[:-1]), widths[-1])
    caption = _caption(table.caption, case, width, size)
    again = (*_caption(f"{table.caption}（续）" if table.caption else "", case, width, size), *header)
    body = [replace(strip, again=again) for strip in chain.from_iterable(rows)]
    if sum(strip.height for strip in [*caption, *header, *body]) <= most * _SMALL_TABLE:
        body = _together(body)
    return _bound([*caption, *header], body, sum(len(row) for row in rows[plain:]))


def _bound(head: list[Strip], body: list[Strip], totals: int) -> list[Strip]:
    """The header bound to the first row, and the last row to the totals."""
    head = [replace(strip, with_next=bool(body) or at < len(head) - 1) for at, strip in enumerate(head)]
    if totals:
        first = max(len(body) - totals - 1, 0)
        body = [replace(strip, with_next=strip.with_next or first <= at < len(body) - 1)
                for at, strip in enumerate(body)]
    return [*head, *body, Strip(0, _nothing, before=8)]


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


def _column_widths(table: Table, case: TypeCase, width: float) -> tuple[float, list[float]]:
    """The type size at which no amount is broken, and the columns' widths at that size."""
    sizes = [table.size, *(size for size in _SIZES if size < table.size)]
    measured = _measured(table, case, table.size)
    shares = [column.share for column in table.columns]
    for which, allowed in ((1, [size for size in sizes if size >= _SMALL]), (0, sizes)):
        for size in allowed:
            if found := _fitted(measured, size / table.size, shares, width, which):
                return size, found
    raise DeskError(N_("The table “{table}” is too wide for the page; use fewer columns."),
                    table=table.caption or plain_text(table.header[0][0]))


def _measured(table: Table, case: TypeCase, size: float) -> list[list[tuple[float, float, float]]]:
    """What every cell of each column measures at that size."""
    kinds = [case.headings(size, size)] * len(table.header) + [case.text(size, size)] * (
        len(table.rows) - table.totals) + [case.bold(size, size)] * table.totals
    found = [[_measures(runs, kind) for runs, kind in zip(column, kinds, strict=True)]
             for column in zip(*table.header, *table.rows, strict=True)]
    if table.places:
        found[-1].append((_HAND + _FINGER,) * 3)
    return found


def _measures(runs: Runs, kind: Type) -> tuple[float, float, float]:
    """(must have, should have, would fill) in points, without the cell's edges."""
    found = atoms(runs, kind)
    must = max((atom.width for atom in found if atom and atom.width <= _LOOSE * kind.size), default=0.0)
    widest = run = 0.0
    for atom in found:
        run = run + atom.width if atom else 0.0
        widest = max(widest, run)
    return must, widest if widest <= _SHORT * kind.size else must, widest


def _fitted(columns: list[list[tuple[float, float, float]]], scale: float, shares: list[float],
            width: float, which: int) -> list[float] | None:
    """Column widths that add up to ``width``, or None when what must fit (``which`` 0) or should
    fit (1) does not, once the measures are scaled."""
    edges = 2 * _SIDE + 0.1
    least, fill = ([max((cell[each] for cell in column), default=0.0) * scale + edges
                    for column in columns] for each in (which, 2))
    if sum(least) > width:
        return None
    if any(shares):
        wished = [width * share / sum(shares) for share in shares]
        return _raised(wished, least, width)
    if sum(fill) <= width:
        spare = (width - sum(fill)) / len(fill)
        return [each + spare for each in fill]
    lacking = [most - each for most, each in zip(fill, least, strict=True)]
    spare = width - sum(least)
    return [each + spare * lack / sum(lacking) for each, lack in zip(least, lacking, strict=True)]


def _raised(wished: list[float], least: list[float], width: float) -> list[float]:
    """Wished widths, none below its least; the others give in proportion to what they can."""
    raised = [max(wish, each) for wish, each in zip(wished, least, strict=True)]
    over = sum(raised) - width
    can = [each - low for each, low in zip(raised, least, strict=True)]
    if over <= 0 or not sum(can):
        return raised
    return [each - over * give / sum(can) for each, give in zip(raised, can, strict=True)]


# --- forms ----------------------------------------------------------------------------------


def form_strips(form: Form, case: TypeCase, width: float, most: float) -> list[Strip]:
    """Labelled boxes; each row one strip, cut only when it is higher than a page."""
    size = next((size for size in [form.size, *(s for s in _SIZES if s < form.size)]
                 if all(_roomy(row, case, size, width) for row in form.rows)), _SIZES[-1])
    strips = [_row_strips(_form_cells(row, case, size, width), most) for row in form.rows]
    found = list(chain.from_iterable(strips))
    if sum(strip.height for strip in found) <= most * _SMALL_TABLE:
        found = _together(found)
    return [*found, Strip(0, _nothing, before=8)]


def _together(strips: list[Strip]) -> list[Strip]:
    """Strips that stay on one page."""
    return [replace(strip, with_next=at < len(strips) - 1) for at, strip in enumerate(strips)]


def _form_cells(row: Sequence[KeyValue], case: TypeCase, size: float, width: float) -> list[TableCell]:
    text, head = case.text(size, size * 1.55), case.headings(size, size * 1.55)
    share, label = width / len(row), _label_width(size)
    return list(chain.from_iterable(
        (TableCell((Run(pair.label),), head, Align.CENTER, at * share, label),
         TableCell(pair.value, text, Align.LEFT, at * share + label, share - label, pair.lines))
        for at, pair in enumerate(row)))


def _label_width(size: float) -> float:
    return 5 * size + 2 * _SIDE + 1


def _roomy(row: Sequence[KeyValue], case: TypeCase, size: float, width: float) -> bool:
    return all(_measures(cell.runs, cell.kind)[0] <= cell.room
               for cell in _form_cells(row, case, size, width))


# --- rows -----------------------------------------------------------------------------------


def _row_strips(cells: list[TableCell], most: float) -> list[Strip]:
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
            canvas.rect(x + cell.left, top - height, cell.width, height)
            high = len(text) * cell.kind.leading
            above = cell.above if cell.least > 1 else (height - high) / 2
            roomy = cell.align is Align.LEFT and cell.room > _NARROW * cell.kind.size
            align = Align.JUSTIFY if roomy else cell.align
            set_lines(canvas, text, cell.kind, x + cell.left + _SIDE, top - above, cell.room, align)
    return draw


def _nothing(_canvas: Canvas, _x: float, _top: float) -> None:
    """Draw nothing: the strip is space."""
