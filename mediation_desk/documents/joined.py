"""Many papers of one form in one file, each set by itself: memory does not grow with how many there are."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from io import BytesIO
from typing import BinaryIO

from mediation_desk.documents.docx import make_docx
from mediation_desk.documents.pdf import draw_pdfs
from mediation_desk.documents.setting.compose import compose
from mediation_desk.documents.template.blocks import Block
from mediation_desk.documents.views.paper import Paper
from mediation_desk.library.fonts import Fonts
from mediation_desk.library.forms import DocumentTemplate

BODY = "word/document.xml"
_OPEN, _SHUT, _LAST = b"<w:body>", b"</w:body>", b"<w:sectPr"
_BREAK = b'<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def pdf(template: DocumentTemplate, views: Iterable[Paper], fonts: Fonts, target: BinaryIO, *,
        created: datetime, mark: str = "") -> None:
    """Every view on pages of its own, numbered for itself, in one PDF that is written to the target.

    ``mark`` stands in every page's head. Raises DeskError as for one paper; what was written by then is
    no file.
    """
    header = template.header
    draw_pdfs(_composed(template, views), fonts, target, title=template.title, created=created, mark=mark,
              wide=header.wide, numbered=header.numbered, compact=header.compact, foot=header.signed_by_page)


def docx(template: DocumentTemplate, views: Iterable[Paper], target: BinaryIO, *, created: datetime) -> None:
    """The same as DOCX: the first paper's file, into whose text the others' are put as they are made.

    For papers of text and tables; pictures would need their parts to come along.
    """
    header = template.header
    each = (make_docx(blocks, title=template.title, created=created, wide=header.wide,
                      numbered=header.numbered, compact=header.compact, foot=header.signed_by_page)
            for blocks in _composed(template, views))
    first = next(each)
    with zipfile.ZipFile(BytesIO(first)) as known, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for part in known.infolist():
            if part.filename != BODY:
                made.writestr(part, known.read(part))
        with made.open(zipfile.ZipInfo(BODY, known.getinfo(BODY).date_time), "w", force_zip64=True) as body:
            head, text, tail = _parts(first)
            body.write(head + text)
            for further in each:
                body.write(_BREAK + _parts(further)[1])
            body.write(tail)


def _composed(template: DocumentTemplate, views: Iterable[Paper]) -> Iterator[list[Block]]:
    return (list(compose(template, view)) for view in views)


def _parts(file: bytes) -> tuple[bytes, bytes, bytes]:
    """What a document's text begins with, the text, and what it ends with."""
    with zipfile.ZipFile(BytesIO(file)) as opened:
        whole = opened.read(BODY)
    start, end = whole.index(_OPEN) + len(_OPEN), whole.rindex(_LAST)
    assert whole.index(_SHUT, end) > end
    return whole[:start], whole[start:end], whole[end:]
