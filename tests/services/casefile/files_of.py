"""A closed case with evidence of every kind, and its sheets made without a process of their own."""

from __future__ import annotations

import io
from datetime import date
from uuid import UUID

from PIL import Image

from mediation_desk.domain.casefile.sheets import Cancelled, Picture, Sheets
from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import Outcome, Side
from mediation_desk.domain.words import DeskError
from mediation_desk.services.casefile.strangers import plain
from mediation_desk.services.closing import closing
from mediation_desk.services.closing.closing import VisitDraft
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence import filing
from mediation_desk.services.evidence.taking import FileSource
from mediation_desk.services.performance import booking
from mediation_desk.services.performance.booking import PaymentDraft
from mediation_desk.services.settlement import settling
from tests.documents.binding.papers import jpeg, paper
from tests.services.papers_desk import accepted, asked, terms

SIGNED, DUE, END = date(2024, 12, 3), date(2024, 12, 10), date(2025, 1, 15)
SOUND = b"ID3" + bytes(3000)


def sheets(data: bytes, is_pdf: bool, cancelled: Cancelled | None = None) -> Sheets:
    """What a decoder apart makes of a file."""
    if is_pdf:
        return plain(data)
    try:
        with Image.open(io.BytesIO(data)) as image:
            return (Picture(data, *image.size),)
    except OSError as broken:
        raise DeskError("broken") from broken


def signed_case(desk: Desk) -> UUID:
    """An agreement of 9,000.00 that was paid."""
    case_id = asked(desk, accepted(desk))
    settling.draft(desk, case_id, terms("9000.00", DUE))
    settling.sign(desk, case_id, SIGNED)
    booking.book(desk, case_id, PaymentDraft(DUE, yuan("9000.00")))
    return case_id


def closed_case(desk: Desk, *, evidence: bool = True) -> UUID:
    """The same closed, with a photo, a PDF of two pages, a recording and a PDF that is broken."""
    case_id = signed_case(desk)
    if evidence:
        filing.add_files(desk, case_id, [
            FileSource("工资条.jpg", data=jpeg()), FileSource("合同.pdf", data=paper("page one", "page two")),
            FileSource("录音.mp3", data=SOUND), FileSource("坏的.pdf", data=b"%PDF-1.7\nnothing")],
            Side.APPLICANT)
    closing.visit(desk, case_id, VisitDraft(END))
    closing.close(desk, case_id, END, Outcome.PERFORMED, sure=True)
    return case_id
