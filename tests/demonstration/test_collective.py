"""The couriers of the demonstration: nine pages at most, a line of the annex for each, one file."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

from pypdf import PdfReader

from mediation_desk.demonstration import collective
from mediation_desk.demonstration.showing import StageClock
from mediation_desk.documents.setting.places import Purpose, places_in
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.library import Library
from tests.offices import CHEAP


def test_sixty_couriers_sign_a_line_each_of_one_file_of_nine_pages_at_most(
        tmp_path: Path, library_shelf: Library) -> None:
    around = Surroundings(StageClock(), ZoneInfo("Asia/Shanghai"), tmp_path / "notes", library_shelf, CHEAP)
    file = collective.write(tmp_path, around)
    assert file == tmp_path / "collective" / "mediation-agreement.pdf"
    data = file.read_bytes()
    pages = PdfReader(BytesIO(data)).pages
    assert len(pages) <= 9 and pages[-1].mediabox.width > pages[-1].mediabox.height
    text = "".join("".join(page.extract_text().split()) for page in pages)
    assert "60人" in text and "216,001.08元（人民币贰拾壹万陆仟零壹元零捌分）" in text
    hands = [one for one in places_in(data) if one.purpose is Purpose.SIGNATURE]
    lines = [one.name for one in hands if one.label.startswith("申请人")]
    assert len(set(lines)) == 60 and len(lines) == 60
    assert text.count("青海农商银行") == 60 and all(name in text for name, *_ in collective.COMPANIES)
