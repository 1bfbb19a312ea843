"""Pictures and QR codes in a word processor's file, each with the words that stand for it."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from mediation_desk.documents.setting.strips import MM
from mediation_desk.documents.template.blocks import Align, Picture, QrCode, Run
from mediation_desk.documents.word.styles import Style
from mediation_desk.documents.word.text import Shape, node, paragraph

_POINT = 12700  # English metric units


class Pictures:
    """Puts pictures into one file, each bytes once."""

    def __init__(self, part: Any) -> None:
        self._part, self._count = part, 0

    def run(self, data: BytesIO, wide: float, high: float, words: str) -> Any:
        """A run that is a picture of that size in points; ``words`` are read out in its place."""
        inline = self._part.new_pic_inline(data, round(wide * _POINT), round(high * _POINT))
        self._count += 1
        inline.docPr.set("id", str(self._count))
        inline.docPr.set("descr", words)
        return node("r", node("drawing", inline))

    def proportion(self, data: BytesIO) -> float:
        """Height by width."""
        _key, image = self._part.get_or_add_image(data)
        return float(image.px_height / image.px_width)


def picture_parts(block: Picture, width: float, pictures: Pictures) -> list[Any]:
    """A picture in its own proportions, centred."""
    wide = min(block.width * MM, width)
    high = wide * pictures.proportion(BytesIO(block.data))
    return [_centred(pictures.run(BytesIO(block.data), wide, high, "图片"), keep=False)]


def qr_parts(block: QrCode, pictures: Pictures) -> list[Any]:
    """A QR code (error correction M), its caption below."""
    import segno

    target, size = BytesIO(), block.size * MM
    segno.make_qr(block.text, error="m").save(target, kind="png", scale=8, border=0)
    made = [_centred(pictures.run(BytesIO(target.getvalue()), size, size, f"二维码：{block.text}"),
                     keep=bool(block.caption))]
    if block.caption:
        made.append(paragraph(Style.NOTE, (Run(block.caption),), Shape(align=Align.CENTER)))
    return made


def _centred(run: Any, keep: bool) -> Any:
    """A line as high as the picture asks: an exact one would cut it."""
    line = paragraph(Style.NOTE, (), Shape(align=Align.CENTER, keep=keep), run)
    line.find(_name("pPr")).insert(2 if keep else 1, node("spacing", line=240, lineRule="auto", before=80,
                                                          after=80))
    return line


def _name(tag: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(f"w:{tag}"))
