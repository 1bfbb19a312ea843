"""Places to sign and to seal, codes to copy, and QR codes, as strips."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from mediation_desk.documents.setting.places import Box, Purpose
from mediation_desk.documents.setting.strips import MM, Drawing, Strip, TypeCase, set_lines, text_strips
from mediation_desk.documents.setting.tags import PAGINATION, Tag, switch, tagged
from mediation_desk.documents.setting.typeset import Type, TypeLine, atoms, lines
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

_SIGN, _SEAL = 60.0, 122.0  # points: a signature's row, and one with a seal
SEAL = 42 * MM  # a round seal of an office or a company
FINGER = (16 * MM, 20 * MM)  # the box for a fingerprint: across and down
_HAND = 30.0  # points: room for a hand under the words, where a fingerprint goes beside them
_BESIDE = 6.0  # points between a signature and the fingerprint
_GUTTER = 22.0
_SIZE, _LEADING = 14.0, 21.0
_SMALL = 9.0


def signature_strips(area: SignatureArea, case: TypeCase, width: float, most: float) -> list[Strip]:
    """Places side by side; the date stands under the last place when that is a seal, as an
    office seals over its date. All on one page with the end of the text if they fit there; a
    longer list breaks between its rows, never before its last, and says on each page what goes on."""
    strips = [_places_strip(row, case, width, columns) for columns, row in _rows(area, case, width)]
    last = area.places[-1:]
    if area.date and last and last[0].seal:
        strips[-1] = _sealed_strip(last[0], area.date, case, width)
    elif area.date:
        strips += [replace(strip, before=6) for strip in
                   text_strips((Run(area.date),), case.body(), width - 2 * _SIZE, Align.RIGHT)]
    strips = [strip if strip.boxes and not strip.tag else replace(strip, tag=strip.tag or Tag("P"))
              for strip in strips]
    text = 3 * case.leading  # of the text before, which stays with them
    together = sum(strip.height for strip in strips) <= most - text
    end = len(strips) - 1
    bound = [replace(strip, with_next=(together or at == end - 1) and at < end, soft=at < end - 1)
             for at, strip in enumerate(strips)]
    return [*bound[:1], *(replace(strip, again=_goes_on(case, width)) for strip in bound[1:])]


def _goes_on(case: TypeCase, width: float) -> tuple[Strip, ...]:
    """What stands above places to sign that go over the page, so that they never stand there alone."""
    kind = case.text(_SIZE, _LEADING)
    return tuple(tagged(text_strips((Run("（接上页，以下继续签名）"),), kind, width, Align.LEFT), PAGINATION))


def _sealed_strip(place: SignaturePlace, date: str, case: TypeCase, width: float) -> Strip:
    """The office's name and the date at the right, with room for its seal over both."""
    kind = case.body()
    manner = f"（{place.manner}）" if place.manner else ""
    text = "\n".join(part for part in (place.name, date, manner) if part)
    half = width * 0.68
    found = lines((Run(text),), kind, half)
    height = max(_SEAL, 30 + len(found) * kind.leading)

    def draw(canvas: Canvas, x: float, top: float) -> None:
        set_lines(canvas, found, kind, x + width - half, top - 28, half, Align.CENTER)
    return Strip(height, draw, boxes=(_seal_box(place, width - half / 2 - SEAL / 2),), tag=Tag("P"))


def _seal_box(place: SignaturePlace, left: float) -> Box:
    return Box(Purpose.SEAL, place.label, place.name, left, (_SEAL - SEAL) / 2, SEAL, SEAL)


def _rows(area: SignatureArea, case: TypeCase, width: float) -> list[tuple[int, list[SignaturePlace]]]:
    """Rows of places, each with its number of columns: one with a seal begins a row, so that seals do not
    crowd names; one whose name would be broken in its column has a row for itself."""
    rows: list[tuple[int, list[SignaturePlace]]] = []
    for place in area.places:
        columns = area.columns if _roomy(place, case, _each(width, area.columns)) else 1
        if not rows or place.seal or rows[-1][0] != columns or len(rows[-1][1]) == columns:
            rows.append((columns, []))
        rows[-1][1].append(place)
    return rows


def _roomy(place: SignaturePlace, case: TypeCase, each: float) -> bool:
    """Whether a person's name stands in one line of a column so wide."""
    kind = case.text(_SIZE, _LEADING)
    name = atoms((Run(place.name, solid=True),), kind) if place.name and not place.seal else []
    return sum(atom.width for atom in name if atom) <= _text_width(place, each)


def _each(width: float, columns: int) -> float:
    return (width - _GUTTER * (columns - 1)) / columns


def _places_strip(row: list[SignaturePlace], case: TypeCase, width: float, columns: int) -> Strip:
    kind = case.text(_SIZE, _LEADING)
    each = _each(width, columns)
    texts = [_place_lines(place, kind, _text_width(place, each)) for place in row]
    height = max(_place_height(place, len(text), kind) for place, text in zip(row, texts, strict=True))
    boxes = [box for at, (place, text) in enumerate(zip(row, texts, strict=True))
             for box in _boxes(place, text, kind, at * (each + _GUTTER), each)]

    tags = [Tag("P") for _place in row]
    lines_to_sign = [Tag("Figure", alt=_spoken(box)) for box in boxes]

    def draw(canvas: Canvas, x: float, top: float) -> None:
        for at, (place, text) in enumerate(zip(row, texts, strict=True)):
            switch(canvas, tags[at])
            set_lines(canvas, text, kind, x + at * (each + _GUTTER), top - 6, _text_width(place, each),
                      Align.LEFT)
        for box, tag in zip(boxes, lines_to_sign, strict=True):
            if box.purpose is not Purpose.SEAL:
                switch(canvas, tag)
                _draw_box(canvas, box, case, x, top)
    return Strip(height, draw, boxes=tuple(boxes))


def _spoken(box: Box) -> str:
    """What is said in a place's stead: what is done there, and by whom."""
    what = "指印处" if box.purpose is Purpose.FINGERPRINT else "签名处"
    return "　".join(part for part in (f"{what}：{box.label}", box.name) if part)


def _text_width(place: SignaturePlace, each: float) -> float:
    return each - FINGER[0] - _BESIDE if place.fingerprint else each


def _place_height(place: SignaturePlace, lines_of_text: int, kind: Type) -> float:
    if place.fingerprint:
        return max(6 + kind.leading * lines_of_text + _HAND, FINGER[1] + 8)
    return max(18 + kind.leading * lines_of_text, _SEAL if place.seal else _SIGN)


def _boxes(place: SignaturePlace, text: list[TypeLine], kind: Type, left: float,
           each: float) -> Iterator[Box]:
    """A seal over the words; a hand behind them, or below them with a fingerprint at the right."""
    if place.seal:
        yield _seal_box(place, left + max(0.0, (each - SEAL) / 2))
        return
    words = 6 + kind.leading * len(text)
    if not place.fingerprint:
        begins = text[-1].width + 4
        yield Box(Purpose.SIGNATURE, place.label, place.name, left + begins, words - 2 - kind.leading - 3,
                  each - begins, kind.leading + 3)
        return
    yield Box(Purpose.SIGNATURE, place.label, place.name, left, words, _text_width(place, each), _HAND - 4)
    across, down = FINGER
    yield Box(Purpose.FINGERPRINT, place.label, place.name, left + each - across,
              max(words + _HAND - 4 - down, 4), across, down)


def _place_lines(place: SignaturePlace, kind: Type, width: float) -> list[TypeLine]:
    """Who signs, and below it how; a person's name is not broken."""
    manner = f"（{place.manner}）" if place.manner else ""
    end = f"\n{manner}" if manner else ""
    return lines((Run(f"{place.label}："), Run(place.name, solid=not place.seal), Run(end)), kind, width)


def _draw_box(canvas: Canvas, box: Box, case: TypeCase, x: float, top: float) -> None:
    """A line to sign on, or a box for a finger; a seal needs nothing."""
    left, below = x + box.left, top - box.down - box.height
    canvas.setLineWidth(0.5)
    if box.purpose is Purpose.SIGNATURE:
        canvas.line(left, below, left + box.width, below)
    elif box.purpose is Purpose.FINGERPRINT:
        canvas.rect(left, below, box.width, box.height)
        kind = case.text(_SMALL, _SMALL + 3)
        set_lines(canvas, lines((Run("指印"),), kind, box.width), kind, left, below + kind.leading, box.width,
                  Align.CENTER)


def columns_strips(block: Columns, case: TypeCase, width: float) -> list[Strip]:
    """Short codes in large type, far apart, in ruled boxes."""
    each, height = width / block.per_row, 36.0
    widest = max((case.song_bold.width(cell) for cell in block.cells), default=0.0) or 1.0
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
