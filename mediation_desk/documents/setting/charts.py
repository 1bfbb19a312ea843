"""Charts as drawings: bars below each other, to one scale, each with its label and its figure."""

from __future__ import annotations

import struct
import zlib
from functools import cache
from typing import TYPE_CHECKING

from mediation_desk.documents.setting.strips import Strip, TypeCase, set_lines, text_strips
from mediation_desk.documents.setting.typeset import Type, lines
from mediation_desk.documents.template.blocks import Align, Bar, Chart, Run

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

COLOUR = (0x0E, 0x5A, 0x5E)  # deep teal, dark enough to be printed in grey
LABEL, FIGURE = 0.3, 0.16  # of the width
HEIGHT, THICK = 16.0, 9.0


def chart_strips(block: Chart, case: TypeCase, width: float) -> list[Strip]:
    """One strip a bar, the caption above; a chart is not parted unless it is long."""
    kind = case.text(9.5, HEIGHT)
    caption = text_strips((Run(block.caption),), case.headings(10.5, 18), width, Align.CENTER) \
        if block.caption else []
    bars = [_bar(bar, kind, width) for bar in block.bars]
    found = [*caption, *bars]
    return [Strip(one.height, one.draw, with_next=at < len(found) - 1) for at, one in enumerate(found)]


def _bar(bar: Bar, kind: Type, width: float) -> Strip:
    label = lines((Run(bar.label),), kind, LABEL * width - 6)
    figure = lines((Run(bar.shown, solid=True),), kind, FIGURE * width)
    longest = (1 - LABEL - FIGURE) * width
    height = max(HEIGHT, HEIGHT * len(label))

    def draw(canvas: Canvas, x: float, top: float) -> None:
        set_lines(canvas, label, kind, x, top, LABEL * width - 6, Align.RIGHT)
        length = bar.length * longest
        if length > 0:
            canvas.setFillColorRGB(*(one / 255 for one in COLOUR))
            canvas.rect(x + LABEL * width, top - (height + THICK) / 2, length, THICK, stroke=0, fill=1)
            canvas.setFillGray(0)
        set_lines(canvas, figure, kind, x + LABEL * width + length + 5, top - (height - HEIGHT) / 2,
                  FIGURE * width, Align.LEFT)
    return Strip(height, draw)


@cache
def ink() -> bytes:
    """A PNG of one point in the charts' colour, which a word processor draws as long as it is told."""
    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(*one) for one in ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" + bytes(COLOUR))),
                                 (b"IEND", b"")))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
