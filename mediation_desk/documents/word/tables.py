"""Tables, forms, codes and charts as a word processor's tables, their columns as wide as in the PDF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any

from mediation_desk.documents.setting.charts import FIGURE, HEIGHT, LABEL, THICK, ink
from mediation_desk.documents.setting.form import form_cells, form_grid
from mediation_desk.documents.setting.grid import CLOSE, TableCell, column_widths
from mediation_desk.documents.setting.strips import TypeCase
from mediation_desk.documents.template.blocks import (
    Align,
    Chart,
    Columns,
    Form,
    KeyValue,
    Run,
    Runs,
    Table,
    plain_text,
)
from mediation_desk.documents.word.cells import ABOVE, SIDE, Cell, Row, Ruled, table
from mediation_desk.documents.word.pictures import Pictures
from mediation_desk.documents.word.styles import Style
from mediation_desk.documents.word.text import Shape, node, paragraph, run_of
from mediation_desk.domain.words import DeskError

_LEAST = 7.0  # points: the smallest type of a table
_TOGETHER = 0.3  # of a page: a smaller table stays on one page, as in the PDF
_CODE = 36.0  # points: how high the box of a code is


def table_parts(block: Table, case: TypeCase, width: float, most: float) -> list[Any]:
    """The caption and the table. Header rows return on every page, the last row stays with the totals, and
    what is smaller than a third of a page (``most``) is not parted. Widths in points."""
    size, widths = _widths(block, case, width)
    rows = [*_rows(block, size, widths)]
    high = sum(_height(row, size, widths) for row in (*block.header, *block.rows))
    bound = len(rows) if high <= most * _TOGETHER else len(block.header)
    kept = [_keeping(row) if _stays(at, bound, len(rows), block.totals) else row
            for at, row in enumerate(rows)]
    made = table(kept, label=block.caption)
    if not block.caption:
        return [made]
    return [paragraph(Style.CAPTION, (Run(block.caption),), Shape(size=size, leading=size * 1.9)), made]


def _stays(at: int, bound: int, count: int, totals: int) -> bool:
    """Whether a row stays on the page of the next one."""
    return at < count - 1 and (at < bound or (totals > 0 and at >= count - totals - 1))


def _widths(block: Table, case: TypeCase, width: float) -> tuple[float, list[float]]:
    """The PDF's type size and columns; one too wide for the PDF has its columns in proportion, for here
    nothing is cut."""
    try:
        return column_widths(block, case, width)
    except DeskError:
        shares = [column.share or 1.0 for column in block.columns]
        return _LEAST, [width * share / sum(shares) for share in shares]


def _rows(block: Table, size: float, widths: Sequence[float]) -> Iterator[Row]:
    lefts = [sum(widths[:at]) for at in range(len(widths))]
    shape = Shape(size=size, leading=size * (CLOSE if block.places else 1.5))
    plain = len(block.rows) - block.totals
    for row in block.header:
        yield Row(tuple(Cell(left, wide, (paragraph(Style.TABLE_HEAD, runs, shape),))
                        for left, wide, runs in zip(lefts, widths, row, strict=True)), head=True)
    for at, row in enumerate(block.rows):
        yield Row(tuple(Cell(left, wide, (_text(_bold(runs) if at >= plain else runs, column.align, shape),))
                        for left, wide, runs, column in zip(lefts, widths, row, block.columns, strict=True)))


def _text(runs: Runs, align: Align, shape: Shape) -> Any:
    return paragraph(Style.TABLE_TEXT, runs, shape if align is Align.LEFT else replace(shape, align=align))


def _bold(runs: Runs) -> Runs:
    return tuple(replace(run, bold=True) for run in runs)


def _keeping(row: Row) -> Row:
    """The row on the page of the next one."""
    from docx.oxml.ns import qn

    for cell in row.cells:
        for line in cell.paragraphs:
            properties = line.find(qn("w:pPr"))
            if properties.find(qn("w:keepNext")) is None:
                properties.insert(1, node("keepNext"))
    return row


def _height(row: Sequence[Runs], size: float, widths: Sequence[float]) -> float:
    """About how high a row is, in points: a Chinese character is as wide as the type is large."""
    def lines(runs: Runs, wide: float) -> int:
        per_line = max(int((wide - 2 * SIDE) / size), 1)
        return sum(1 + len(line) // per_line for line in plain_text(runs).split("\n"))
    return 2 * ABOVE + size * 1.5 * max(map(lines, row, widths))


def form_parts(block: Form, case: TypeCase, width: float, most: float) -> list[Any]:
    """Labelled boxes, each as wide as in the PDF and as high as there are lines to write on."""
    size, pairs, edges = form_grid(block, case, width)
    shape = Shape(size=size, leading=size * 1.55)
    rows = [_form_row(row, form_cells(row, edges.row(at), edges.label, case, size), shape)
            for at, row in enumerate(pairs)]
    high = sum(2 * ABOVE + size * 1.55 * max(pair.lines for pair in row) for row in block.rows)
    if high <= most * _TOGETHER:
        rows = [*map(_keeping, rows[:-1]), *rows[-1:]]
    return [table(rows)]


def _form_row(row: Sequence[KeyValue], cells: Sequence[TableCell], shape: Shape) -> Row:
    most = max(pair.lines for pair in row)
    made: list[Cell] = []
    for at, pair in enumerate(row):
        label, value = cells[2 * at:2 * at + 2]
        made += [Cell(label.left, label.width, (paragraph(Style.TABLE_HEAD, (Run(pair.label),), shape),)),
                 Cell(value.left, value.width, (paragraph(Style.TABLE_TEXT, pair.value, shape),),
                      upper=pair.lines > 1)]
    return Row(tuple(made), least=2 * ABOVE + most * (shape.leading or 0))


def columns_parts(block: Columns, case: TypeCase, width: float) -> list[Any]:
    """Short codes in large type, each in a box."""
    each = width / block.per_row
    widest = max((sum(case.song_bold.widths.get(char, 1.0) for char in cell) for cell in block.cells),
                 default=1.0)
    size = int(min(17.0, (each - 10) / widest) * 2) / 2
    rows = [block.cells[at:at + block.per_row] for at in range(0, len(block.cells), block.per_row)]
    cells = [tuple(Cell(at * each, each, (_code(text, size),)) for at, text in enumerate(row))
             for row in rows]
    return [table([Row(row, _CODE) for row in cells], side=3, above=0)]


def _code(text: str, size: float) -> Any:
    return paragraph(Style.CODE, (Run(text),), Shape(size=size))


def chart_parts(block: Chart, width: float, pictures: Pictures) -> list[Any]:
    """A row for each bar; the bar is a drawing as long as it says."""
    longest = (1 - LABEL - FIGURE) * width
    shape = Shape(size=9.5, leading=HEIGHT)
    rows = []
    for bar in block.bars:
        length = bar.length * longest
        drawn = [pictures.run(BytesIO(ink()), max(length, 1.0), THICK, bar.shown)] if length > 0 else []
        behind = Run(bar.shown)
        rows.append(Row((
            Cell(0, LABEL * width, (_text((Run(bar.label),), Align.RIGHT, shape),), Ruled.NONE),
            Cell(LABEL * width, width * (1 - LABEL), (paragraph(
                Style.TABLE_TEXT, (), replace(shape, leading=None), *drawn, run_of(Run(" "), 9.5),
                run_of(behind, 9.5)),), Ruled.NONE))))
    made = [table([*map(_keeping, rows[:-1]), *rows[-1:]], label=block.caption, side=0, above=0)]
    if block.caption:
        made.insert(0, paragraph(Style.CAPTION, (Run(block.caption),), Shape(size=10.5, leading=18)))
    return made
