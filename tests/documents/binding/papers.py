"""PDFs and pictures to be bound, and what a bound file reads."""

from __future__ import annotations

import io
from collections.abc import Sequence

from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas


def paper(*said: str, size: tuple[float, float] = (595, 842), rotate: int = 0) -> bytes:
    """A PDF with a page for each word."""
    made = io.BytesIO()
    drawn = Canvas(made, size)
    for one in said:
        drawn.setPageRotation(rotate)
        drawn.drawString(72, 72, one)
        drawn.showPage()
    drawn.save()
    return made.getvalue()


def jpeg(width: int = 40, height: int = 20) -> bytes:
    """A picture."""
    from PIL import Image

    made = io.BytesIO()
    Image.new("RGB", (width, height), "red").save(made, "JPEG")
    return made.getvalue()


def read(data: bytes) -> list[str]:
    """The text of each page, as a program reads it that many viewers stand on."""
    import pypdfium2  # type: ignore[import-untyped]

    document = pypdfium2.PdfDocument(data)
    try:
        return [document[at].get_textpage().get_text_range() for at in range(len(document))]
    finally:
        document.close()


def outline(data: bytes) -> list[object]:
    """The bookmarks: a title and its page from 0, those beneath one in a list."""
    reader = PdfReader(io.BytesIO(data))

    def told(marks: Sequence[object]) -> list[object]:
        return [told(one) if isinstance(one, list) else
                (one.title, reader.get_destination_page_number(one))  # type: ignore[attr-defined,arg-type]
                for one in marks]

    return told(reader.outline)
