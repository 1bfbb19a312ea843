"""Many papers of one form in one file, each set by itself: memory does not grow with how many there are."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from io import BytesIO
from typing import BinaryIO

from mediation_desk.documents.docx import Writer
from mediation_desk.documents.pdf import draw_pdfs
from mediation_desk.documents.setting.compose import compose
from mediation_desk.documents.template.blocks import Block, PageBreak
from mediation_desk.documents.views.paper import Paper
from mediation_desk.documents.word.package import entry
from mediation_desk.library.fonts import Fonts
from mediation_desk.library.forms import DocumentTemplate

BODY = "word/document.xml"
TYPES = "[Content_Types].xml"  # first in the file: by it programs know what kind it is
_SHUT, _LAST = b"</w:body>", b"<w:sectPr"


def pdf(template: DocumentTemplate, views: Iterable[Paper], fonts: Fonts, target: BinaryIO, *,
        created: datetime, mark: str = "") -> None:
    """Every view on pages of its own, numbered for itself, in one PDF that is written to the target.

    ``mark`` stands in every page's head. Raises DeskError as for one paper; what was written by then is
    no file.
    """
    header = template.header
    draw_pdfs(_composed(template, views), fonts, target, title=template.title, created=created, mark=mark,
              wide=header.wide, numbered=header.numbered, compact=header.compact, foot=header.signed_by_page)


def docx(template: DocumentTemplate, views: Iterable[Paper], target: BinaryIO, *, created: datetime,
         fonts: Fonts | None = None) -> None:
    """The same as DOCX: each paper's text is put into one file as it is made, and the lists of all of them
    at the end.

    For papers of text and tables; pictures would have to be kept until then.
    """
    header = template.header
    writer = Writer(title=template.title, created=created, fonts=fonts, wide=header.wide,
                    numbered=header.numbered, compact=header.compact, foot=header.signed_by_page)
    frame = writer.saved()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(entry(TYPES), _part(frame, TYPES))
        with made.open(entry(BODY), "w", force_zip64=True) as body:
            head, tail = _parts(frame)
            body.write(head)
            for at, blocks in enumerate(_composed(template, views)):
                writer.write([PageBreak(), *blocks] if at else blocks)
                body.write(writer.taken())
            body.write(tail)
        with zipfile.ZipFile(BytesIO(writer.saved())) as known:
            for name in known.namelist():
                if name not in (TYPES, BODY):
                    made.writestr(entry(name), known.read(name))


def _composed(template: DocumentTemplate, views: Iterable[Paper]) -> Iterator[list[Block]]:
    return (list(compose(template, view)) for view in views)


def _part(file: bytes, name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(file)) as opened:
        return opened.read(name)


def _parts(frame: bytes) -> tuple[bytes, bytes]:
    """What a document's text stands between."""
    whole = _part(frame, BODY)
    end = whole.rindex(_LAST)
    assert whole.index(_SHUT, end) > end
    return whole[:end], whole[end:]
