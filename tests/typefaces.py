"""Small TrueType files, made for a test."""

from __future__ import annotations

from functools import cache
from io import BytesIO

from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]


@cache
def made(name: str, *, chars: str = "𱍐", rights: int = 0) -> bytes:
    """A typeface with a square for each of these characters; ``rights``: its fsType."""
    pen = TTGlyphPen(None)
    pen.moveTo((100, 0))
    for point in ((100, 700), (900, 700), (900, 0)):
        pen.lineTo(point)
    pen.closePath()
    square = pen.glyph()
    names = {ord(char): f"u{ord(char):X}" for char in chars}
    order = [".notdef", *names.values()]
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder(order)
    font.setupCharacterMap(names)
    font.setupGlyf(dict.fromkeys(order, square))
    font.setupHorizontalMetrics(dict.fromkeys(order, (1000, 100)))
    font.setupHorizontalHeader(ascent=880, descent=-120)
    font.setupNameTable({"familyName": {"en": "Own", "zh": name}, "styleName": "Regular"})
    font.setupOS2(fsType=rights)
    font.setupPost()
    file = BytesIO()
    font.save(file)
    return file.getvalue()
