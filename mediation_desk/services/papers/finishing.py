"""The one door through which every paper is finished: a view in its form becomes a file to print."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib import metadata
from uuid import UUID

from mediation_desk.documents.views.paper import Paper as View
from mediation_desk.documents.views.shared import OfficeView
from mediation_desk.domain.paper_code import PaperCode
from mediation_desk.domain.paper_origin import UNKNOWN, PaperOrigin
from mediation_desk.library.forms import document_template
from mediation_desk.services.desk import Desk

COPY = "副本，以签署的文本为准"  # on every page of a DOCX of what is signed as PDF
KEPT = "副本，以留存的文本为准"  # and of what was kept with the case

@dataclass(frozen=True)
class Paper:
    """A finished paper; ``title`` is its kind in Chinese and names no person.

    ``to_sign``: the draft of an agreement, when this is the paper that the parties are to sign;
    ``origin``: what it was made from; ``mark``: what every page of its DOCX says of it in its head.
    """

    template: str
    title: str
    pdf: bytes
    to_sign: UUID | None = None
    origin: PaperOrigin = UNKNOWN
    mark: str = ""

    @property
    def sha256(self) -> str:
        """The fingerprint of its bytes, in hexadecimal."""
        return hashlib.sha256(self.pdf).hexdigest()


def finished(desk: Desk, view: View, *, created: datetime | None = None, draft: bool = False,
             to_sign: UUID | None = None, number: str = "") -> Paper:
    """The view in the form that it is for; ``created`` now, unless it says when. A paper ``to_sign`` carries
    the code of this office, the case ``number`` and its content.

    Raises DeskError for what the form lacks. No character is refused (``documents/setting/faces.py``).
    """
    from mediation_desk.documents.content import content_digest
    from mediation_desk.documents.render import DRAFT, pdf

    form = document_template(view.template, desk.forms)
    code = PaperCode.of(desk.settings.name, number, content_digest(form, view)) if to_sign else None
    data = pdf(form, view, desk.fonts, created=created or desk.now, draft=draft, code=code)
    return Paper(view.template, form.title, data, to_sign, origin_of(view, desk.forms),
                 DRAFT if draft else COPY if to_sign else "")


def origin_of(view: View, forms: Mapping[str, str]) -> PaperOrigin:
    """What a paper of this view is made from in the ``forms`` in force, by this program."""
    from mediation_desk.documents.content import form_digest, written

    return PaperOrigin(written(view), form_digest(document_template(view.template, forms)), program())


@cache
def program() -> str:
    """The version of Mediation Desk."""
    return metadata.version("mediation-desk")


def heading(desk: Desk) -> OfficeView:
    """The office as a paper is headed that belongs to no case."""
    settings = desk.settings
    return OfficeView(settings.name, settings.seal_name, settings.address, settings.phone)


def minute(desk: Desk, at: datetime) -> str:
    """A moment in the office's zone, to the minute."""
    return f"{at.astimezone(desk.zone):%Y-%m-%d %H:%M}"


def on_one_line(text: str) -> str:
    """Text in one line."""
    return " ".join(text.split())
