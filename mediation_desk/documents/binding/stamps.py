"""Numbers in the outer corner of a bound page, and above a picture which exhibit it is."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from mediation_desk.documents.setting.faces import face
from mediation_desk.library.fonts import Fonts

GLYPHS = "0123456789/（）第页共证据"
NAME = b"/MdStamp"
SIZE = 10.5
_MM = 72 / 25.4
TOP, SIDE = 11 * _MM, 14 * _MM  # from the edges of the page: above whatever a paper has in its head


class Stamps:
    """What is drawn with one small piece of the typeface, which the bound file holds once."""

    def __init__(self, fonts: Fonts) -> None:
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfgen.canvas import Canvas

        target = BytesIO()
        self._face = face(fonts, fonts.song)
        with fonts.lock:
            canvas = Canvas(target, invariant=1)
            canvas.setFont(self._face.name, SIZE)
            canvas.drawString(0, 0, GLYPHS)
            font: Any = pdfmetrics.getFont(self._face.name)
            # One by one, so that each is found again; all of them are few enough for one piece.
            codes = {glyph: font.splitString(glyph, canvas._doc) for glyph in GLYPHS}  # type: ignore[attr-defined]
            canvas.save()
        self._codes = {glyph: parts[-1][1] for glyph, parts in codes.items()}
        self.pdf = target.getvalue()

    def number(self, number: int, width: float, height: float) -> bytes:
        """The drawing of a page's number: at the right of an odd page, at the left of an even one."""
        said = str(number)
        wide = self._face.width(said) * SIZE
        return self._drawn(said, width - SIDE - wide if number % 2 else SIDE, height - TOP)

    def caption(self, said: str, width: float, height: float, number: int) -> bytes:
        """The drawing of words in the other corner: signs that are not known are left out."""
        kept = "".join(sign for sign in said if sign in self._codes)
        wide = self._face.width(kept) * SIZE
        return self._drawn(kept, SIDE if number % 2 else width - SIDE - wide, height - TOP)

    def _drawn(self, said: str, x: float, y: float) -> bytes:
        codes = b"".join(self._codes[sign] for sign in said).hex().encode()
        return b"q 0 g BT %s %.1f Tf %.2f %.2f Td <%s> Tj ET Q\n" % (NAME, SIZE, x, y, codes)
