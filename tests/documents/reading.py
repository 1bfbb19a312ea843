"""Prints papers and reads them back."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

from pypdf import PdfReader

from mediation_desk.documents.context import Paper
from mediation_desk.documents.render import pdf
from mediation_desk.library.fonts import Fonts
from mediation_desk.library.forms import document_template

CREATED = datetime(2024, 12, 2, 9, 30, tzinfo=UTC)


def printed(paper: Paper, fonts: Fonts, draft: bool = False) -> bytes:
    """The paper from its shipped template."""
    return pdf(document_template(paper.TEMPLATE), paper, fonts, created=CREATED, draft=draft)


def pages(data: bytes) -> list[str]:
    """The text of each page."""
    return [page.extract_text() for page in PdfReader(BytesIO(data)).pages]


def run_together(data: bytes) -> str:
    """All text without spaces and line ends, for sentences that run over lines."""
    return "".join("".join(pages(data)).split())
