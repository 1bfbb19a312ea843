"""Prints papers and reads them back."""

from __future__ import annotations

import importlib
import pkgutil
from datetime import UTC, datetime
from io import BytesIO

from pypdf import PdfReader

from mediation_desk.documents import views
from mediation_desk.documents.render import pdf
from mediation_desk.documents.views.paper import Paper
from mediation_desk.library.fonts import Fonts
from mediation_desk.library.forms import document_template

CREATED = datetime(2024, 12, 2, 9, 30, tzinfo=UTC)


def printed(paper: Paper, fonts: Fonts, draft: bool = False) -> bytes:
    """The paper from its shipped template."""
    return pdf(document_template(paper.template), paper, fonts, created=CREATED, draft=draft)


def pages(data: bytes) -> list[str]:
    """The text of each page."""
    return [page.extract_text() for page in PdfReader(BytesIO(data)).pages]


def run_together(data: bytes) -> str:
    """All text without spaces and line ends, for sentences that run over lines."""
    return "".join("".join(pages(data)).split())


def kinds() -> list[type[Paper]]:
    """Every view in ``documents/views/`` that a template is fed by."""
    rooms = [importlib.import_module(f"{views.__name__}.{one.name}")
             for one in pkgutil.iter_modules(views.__path__)]
    return [made for room in rooms for made in vars(room).values()
            if isinstance(made, type) and issubclass(made, Paper) and hasattr(made, "TEMPLATE")
            and made.__module__ == room.__name__]
