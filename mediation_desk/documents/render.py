"""From template and context straight to a printable file."""

from __future__ import annotations

from datetime import datetime

from mediation_desk.documents.docx import make_docx
from mediation_desk.documents.pdf import make_pdf
from mediation_desk.documents.setting.compose import compose
from mediation_desk.documents.views.paper import Paper
from mediation_desk.domain.paper_code import PaperCode
from mediation_desk.library.fonts import Fonts
from mediation_desk.library.forms import DocumentTemplate

DRAFT = "草稿　未经签署不生效力"


def pdf(template: DocumentTemplate, context: Paper, fonts: Fonts, *, created: datetime,
        draft: bool = False, mark: str = "", code: PaperCode | None = None) -> bytes:
    """The paper as PDF, the same bytes for the same arguments; ``draft`` marks every page, and so does any
    other ``mark``; ``code`` stands in the foot of a paper that is to be signed.

    Raises DeskError when a value is missing, or when the template is malformed.
    """
    header = template.header
    return make_pdf(compose(template, context), fonts, title=template.title, created=created,
                    mark=DRAFT if draft else mark, wide=header.wide, numbered=header.numbered,
                    compact=header.compact, handout=header.handout, foot=header.signed_by_page, code=code)


def docx(template: DocumentTemplate, context: Paper, *, created: datetime, fonts: Fonts | None = None,
         draft: bool = False, mark: str = "") -> bytes:
    """The same paper as DOCX, for an office that goes on writing in it: the same text and measures, and the
    same bytes for the same arguments. ``fonts``: those of the PDF; the shipped ones where none are given."""
    header = template.header
    return make_docx(compose(template, context), title=template.title, created=created, fonts=fonts,
                     mark=DRAFT if draft else mark, wide=header.wide, numbered=header.numbered,
                     compact=header.compact, handout=header.handout, foot=header.signed_by_page)
