"""Places to sign and to seal, codes to copy, and QR codes, as strips."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from mediation_desk.documents.setting.strips import MM, Drawing, Strip, TypeCase, set_lines, text_strips
from mediation_desk.documents.setting.typeset import Type, TypeLine, lines
from mediation_desk.documents.template.blocks import (
    Align,
    Columns,
    Picture,
    QrCode,
    Run,
    SignatureArea,
    SignaturePlace,
)

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_SIGN, _SEAL = 60.0, 122.0  # points: a signature's row, and one with a 42 mm seal
_GUTTER = 22.0
_SIZE, _LEADING = 14.0, 21.0


def signature_strips(area: SignatureArea, case: TypeCase, width: float, most: float) -> list[Strip]:
    """Places side by side; the date stands under the last place when that is a seal, as an
    office seals over its date. All on one page with the end of the text if they fit there; a
    longer list breaks between its rows, never before its last."""
    rows = _side_by_side(area.places, area.columns)
    strips = [_places_strip(row, case, width, area.columns) for row in rows]
    if area.date and rows and len(rows[-1]) == 1 and rows[-1][0].seal:
        strips[-1] = _sealed_strip(rows[-1][0], area.date, case, width)
    elif area.date:
        strips += [replace(strip, before=6) for strip in
                   text_strips((Run(area.date),), case.body(), width - 2 * _SIZE, Align.RIGHT)]
    together = sum(strip.height for strip in strips) <= most * 0.85
    return [replace(strip, with_next=(together or at == len(strips) - 2) and at < len(strips) - 1)
            for at, strip in enumerate(strips)]


def _sealed_strip(place: SignaturePlace, date: str, case: TypeCase, width: float) -> Strip:
    """The office's name and the date at the right, with room for its seal over both."""
    kind = case.body()
    manner = f"（{place.manner}）" if place.manner else ""
    text = "\n".join(part for part in (place.name, date, manner) if part)
    half = width * 0.62
    found = lines((Run(text),), kind, half)
    height = max(_SEAL, 30 + len(found) * kind.leading)

    def draw(canvas: Canvas, x: float, top: float) -> None:
        set_lines(canvas, found, kind, x + width - half, top - 28, half, Align.CENTER)
    return Strip(height, draw)


def _side_by_side(places: Sequence[SignaturePlace], columns: int) -> list[list[SignaturePlace]]:
    """Rows of places; one with a seal begins a row, so that seals do not crowd names."""
    rows: list[list[SignaturePlace]] = []
    for place in places:
        if not rows or place.seal or len(rows[-1]) == columns:
            rows.append([])
        rows[-1].append(place)
    return rows


def _places_strip(row: list[SignaturePlace], case: TypeCase, width: float, columns: int) -> Strip:
    kind = case.text(_SIZE, _LEADING)
    each = (width - _GUTTER * (columns - 1)) / columns
    texts = [_place_lines(place, kind, each) for place in row]
    written = 18 + kind.leading * max(len(text) for text in texts)
    height = max(written, *(_SEAL if place.seal else _SIGN for place in row))

    def draw(canvas: Canvas, x: float, top: float) -> None:
        for at, (place, text) in enumerate(zip(row, texts, strict=True)):
            _draw_place(canvas, x + at * (each + _GUTTER), top, place, text, kind, each)
    return Strip(height, draw)


def _place_lines(place: SignaturePlace, kind: Type, width: float) -> list[TypeLine]:
    """Who signs, and below it how."""
    who = f"{place.label}：{place.name}" if place.name else f"{place.label}："
    manner = f"（{place.manner}）" if place.manner else ""
    return lines((Run(f"{who}\n{manner}"),), kind, width)


def _draw_place(canvas: Canvas, x: float, top: float, place: SignaturePlace, text: list[TypeLine],
                kind: Type, width: float) -> None:
    """The place, with a line to sign on up to its right edge unless a seal goes there."""
    set_lines(canvas, text, kind, x, top - 6, width, Align.LEFT)
    if not place.seal:
        base = top - 6 - kind.leading * len(text) + 2
        canvas.setLineWidth(0.5)
        canvas.line(x + text[-1].width + 4, base, x + width, base)


def columns_strips(block: Columns, case: TypeCase, width: float) -> list[Strip]:
    """Short codes in large type, far apart, in ruled boxes."""
    each, height = width / block.per_row, 36.0
    widest = max((case.song_bold.width(cell) for cell in block.cells), default=1.0)
    kind = case.bold(min(17.0, (each - 10) / widest), 24)
    rows = [block.cells[at:at + block.per_row] for at in range(0, len(block.cells), block.per_row)]
    return [Strip(height, _codes_drawing(row, kind, each, height)) for row in rows]


def _codes_drawing(row: Sequence[str], kind: Type, each: float, height: float) -> Drawing:
    found = [lines((Run(code, solid=True),), kind, each - 6) for code in row]

    def draw(canvas: Canvas, x: float, top: float) -> None:
        canvas.setLineWidth(0.5)
        for at, text in enumerate(found):
            canvas.rect(x + at * each, top - height, each, height)
            set_lines(canvas, text, kind, x + at * each + 3, top - (height - kind.leading) / 2,
                      each - 6, Align.CENTER)
    return draw


def qr_strips(block: QrCode, case: TypeCase, width: float) -> list[Strip]:
    """A QR code drawn as squares (error correction M), its caption below."""
    import segno

    rows = [list(row) for row in segno.make_qr(block.text, error="m").matrix]
    size = block.size * MM
    code = Strip(size + 8, _qr_drawing(rows, size, width), with_next=bool(block.caption))
    kind = case.text(10.5, 17)
    return [code, *text_strips((Run(block.caption),), kind, width, Align.CENTER)] if block.caption else [code]


def _qr_drawing(rows: list[list[int]], size: float, width: float) -> Drawing:
    step = size / len(rows)

    def draw(canvas: Canvas, x: float, top: float) -> None:
        left = x + (width - size) / 2
        for down, row in enumerate(rows):
            for across, dark in enumerate(row):
                if dark:
                    canvas.rect(left + across * step, top - 4 - (down + 1) * step, step, step,
                                stroke=0, fill=1)
    return draw


def picture_strips(block: Picture, width: float) -> list[Strip]:
    """A picture in its own proportions, centred."""
    from reportlab.lib.utils import ImageReader

    reader = ImageReader(BytesIO(block.data))
    across, down = reader.getSize()
    wide = min(block.width * MM, width)
    high = wide * down / across

    def draw(canvas: Canvas, x: float, top: float) -> None:
        canvas.drawImage(reader, x + (width - wide) / 2, top - high - 4, wide, high, mask="auto")
    return [Strip(high + 8, draw)]
