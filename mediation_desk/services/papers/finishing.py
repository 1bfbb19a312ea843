"""The one door through which every paper is finished: a view in its form becomes a file to print."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib import metadata
from uuid import UUID

from mediation_desk.documents.views.paper import Paper as View
from mediation_desk.documents.views.shared import OfficeView
from mediation_desk.domain.paper_code import PaperCode
from mediation_desk.domain.paper_origin import UNKNOWN, PaperOrigin
from mediation_desk.library.fonts import Fonts
from mediation_desk.library.forms import document_template
from mediation_desk.services.desk import Desk

SUBSTITUTE = "〓"
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

    Raises DeskError for what the form lacks, and for a character that cannot be printed.
    """
    from mediation_desk.documents.content import content_digest
    from mediation_desk.documents.render import DRAFT, pdf

    form = document_template(view.TEMPLATE)
    code = PaperCode.of(desk.settings.name, number, content_digest(form, view)) if to_sign else None
    data = pdf(form, view, desk.library.fonts, created=created or desk.now, draft=draft, code=code)
    return Paper(view.TEMPLATE, form.title, data, to_sign, origin_of(view),
                 DRAFT if draft else COPY if to_sign else "")


def origin_of(view: View) -> PaperOrigin:
    """What a paper of this view is made from, by this program."""
    from mediation_desk.documents.content import form_digest, written

    return PaperOrigin(written(view), form_digest(document_template(view.TEMPLATE)), program())


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


def on_one_line(desk: Desk, text: str) -> str:
    """Text in one line; what was typed elsewhere does not stop the paper by a rare character."""
    return printable(" ".join(text.split()), desk.library.fonts)


def printable(name: str, fonts: Fonts) -> str:
    """Words that nobody types now, such as a file's name, as paper can show them: characters that the
    typeface lacks (pictographs, other scripts) become 〓, for they are no reason to refuse the paper."""
    from mediation_desk.documents.setting.typeset import face

    known = face(fonts, fonts.song).widths
    return "".join(char if char in known else SUBSTITUTE for char in name if not _only_joins(char))


def _only_joins(char: str) -> bool:
    """Marks that change how their neighbours look and are nothing by themselves."""
    return char in "\u200c\u200d\u200e\u200f\ufe0e\ufe0f" or "\u202a" <= char <= "\u2069"
