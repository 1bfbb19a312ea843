"""Rare names in the demonstration: printed, copied out and read in both kinds of file."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

from pypdf import PdfReader

from mediation_desk.demonstration import rare_name
from mediation_desk.demonstration.showing import StageClock
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.library import Library
from tests.documents.reading_word import word_text
from tests.offices import CHEAP


def test_both_names_stand_whole_in_pdf_and_docx(tmp_path: Path, library_shelf: Library) -> None:
    around = Surroundings(StageClock(), ZoneInfo("Asia/Shanghai"), tmp_path / "notes", library_shelf, CHEAP)
    file = rare_name.write(tmp_path, around)
    assert file == tmp_path / "rare-name" / "mediation-agreement.pdf"
    pages = PdfReader(BytesIO(file.read_bytes())).pages
    text = "".join("".join(page.extract_text().split()) for page in pages)
    for said in (text, word_text(file.with_suffix(".docx").read_bytes())):
        assert all(name in said for name, _body in rare_name.WORKERS) and "7,200.00元" in said
    assert "手写补字" not in text and len(pages) <= 5
