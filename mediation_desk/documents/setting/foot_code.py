"""The code of a paper that is to be signed, in the foot of its last page: beside the page's number, under
everything that is written, signed or sealed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediation_desk.documents.setting.strips import MM, Sheet, TypeCase, set_lines
from mediation_desk.documents.setting.typeset import lines
from mediation_desk.documents.template.blocks import Align, Run
from mediation_desk.domain.paper_code import PaperCode

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

LARGE, SMALL = 20 * MM, 18 * MM  # the squares alone: in a foot of 35 mm, and in one of 27 mm
QUIET = 2 * MM  # the white that a scanner needs around it
CAPTION = "本协议书核对码，扫码可见\n调解组织、案号和校验值"  # as wide as there is room beside the number
_SIZE, _LEADING = 9.0, 13.0


def draw_foot_code(canvas: Canvas, code: PaperCode, case: TypeCase, sheet: Sheet) -> None:
    """Draw it at the left edge, as one shape of squares, with a word of what it is."""
    size = LARGE if sheet.bottom >= 34 * MM else SMALL
    below = (sheet.bottom - size) / 2
    _squares(canvas, code.text, sheet.left, below, size)
    kind = case.text(_SIZE, _LEADING)
    found = lines((Run(CAPTION),), kind, sheet.width)
    top = below + (size + len(found) * _LEADING) / 2
    set_lines(canvas, found, kind, sheet.left + size + QUIET, top, sheet.width, Align.LEFT)


def _squares(canvas: Canvas, text: str, left: float, below: float, size: float) -> None:
    """Neighbours in a row are one rectangle, so that no hairline shows between them."""
    import segno

    rows = [list(row) for row in segno.make_qr(text, error="m").matrix]
    step = size / len(rows)
    shape = canvas.beginPath()
    for down, row in enumerate(rows):
        for first, count in _stretches(row):
            shape.rect(left + first * step, below + size - (down + 1) * step, count * step, step)
    canvas.drawPath(shape, stroke=0, fill=1)


def _stretches(row: list[int]) -> list[tuple[int, int]]:
    """Where dark squares begin in a row, and how many stand side by side there."""
    found: list[tuple[int, int]] = []
    for at, dark in enumerate(row):
        if not dark:
            continue
        if found and sum(found[-1]) == at:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((at, 1))
    return found
