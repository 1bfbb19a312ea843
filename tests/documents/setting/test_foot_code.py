"""The code in the foot of a paper that is to be signed: read back from the printed page."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache

import pdfplumber
import pytest
import segno
from PIL import Image
from pypdf import PdfReader

from mediation_desk.documents.content import content_digest
from mediation_desk.documents.render import pdf
from mediation_desk.documents.setting.foot_code import CAPTION, LARGE, SMALL
from mediation_desk.documents.setting.strips import MM, Sheet
from mediation_desk.documents.views.paper import Paper
from mediation_desk.domain.paper_code import PaperCode, code_in
from mediation_desk.library.fonts import shipped_fonts
from mediation_desk.library.forms import document_template
from tests.documents import samples
from tests.documents.reading import CREATED, pages

SCALE = 6.0  # dots a point
PAPERS = pytest.mark.parametrize("paper", [samples.AGREEMENT, samples.SUPPLEMENT, samples.CHECKS],
                                 ids=lambda paper: paper.template)


def code_of(paper: Paper) -> PaperCode:
    return PaperCode.of(samples.OFFICE.name, samples.CASE.number,
                        content_digest(document_template(paper.template), paper))


@cache
def coded(paper: Paper) -> bytes:
    form = document_template(paper.template)
    return pdf(form, paper, shipped_fonts(), created=CREATED, code=code_of(paper))


def page(data: bytes, at: int) -> Image.Image:
    with pdfplumber.open(io.BytesIO(data)) as document:
        return document.pages[at].to_image(resolution=72 * SCALE).original.convert("L")


def foot(data: bytes, at: int, sheet: Sheet) -> Image.Image:
    """The last page under the type area."""
    whole = page(data, at)
    return whole.crop((0, whole.height - int(sheet.bottom * SCALE), whole.width, whole.height))


def squares(data: bytes, sheet: Sheet, size: float, count: int) -> list[list[int]]:
    """What a scanner sees in the middle of each square."""
    whole, step = page(data, len(pages(data)) - 1), size / count
    left, below = sheet.left, (sheet.bottom - size) / 2
    high = sheet.paper[1]

    def dark(down: int, across: int) -> int:
        x, y = left + (across + 0.5) * step, high - below - size + (down + 0.5) * step
        return int(whole.getpixel((int(x * SCALE), int(y * SCALE))) < 128)  # type: ignore[operator]
    return [[dark(down, across) for across in range(count)] for down in range(count)]


@PAPERS
def test_a_scanner_reads_square_for_square_what_the_code_says(paper: Paper) -> None:
    sheet = Sheet(compact=paper is samples.CHECKS)
    size = SMALL if sheet.compact else LARGE
    matrix = [[int(dark) for dark in row] for row in segno.make_qr(code_of(paper).text, error="m").matrix]
    assert squares(coded(paper), sheet, size, len(matrix)) == matrix
    assert 18 * MM <= size <= 22 * MM and size / len(matrix) >= 0.33 * MM, "a telephone reads it"


@PAPERS
def test_nothing_else_stands_where_it_stands(paper: Paper) -> None:
    """Taken from the paper with its code, what is left of the foot is the paper's own without one."""
    sheet = Sheet(compact=paper is samples.CHECKS)
    plain = pdf(document_template(paper.template), paper, shipped_fonts(), created=CREATED)
    last = len(pages(plain)) - 1
    bare, with_code = foot(plain, last, sheet), foot(coded(paper), last, sheet)
    ink = [(at % bare.width, at // bare.width) for at, dot in enumerate(bare.tobytes()) if dot < 128]
    box = with_code.point(lambda dot: 255 if dot < 128 else 0).getbbox()
    assert box is not None and ink, "the page's number stands in the foot too"
    assert min(x for x, _y in ink) / SCALE > sheet.left + LARGE + 9 * 12 + 2 * MM
    assert box[1] / SCALE >= (2 if sheet.compact else 4) * MM, "white between the type area and the code"


def test_only_the_last_page_has_it_and_the_text_stays_readable() -> None:
    told = ["".join(text.split()) for text in pages(coded(samples.AGREEMENT))]
    word = "".join(CAPTION.split())
    assert [word in text for text in told] == [False] * (len(told) - 1) + [True]
    plain = pages(pdf(document_template("mediation-agreement"), samples.AGREEMENT, shipped_fonts(),
                      created=CREATED))
    assert "".join(told).replace(word, "") == "".join("".join(plain).split())


@PAPERS
def test_the_files_description_says_the_same_and_names_no_person(paper: Paper) -> None:
    told = PdfReader(io.BytesIO(coded(paper))).metadata
    assert told is not None and str(told["/Keywords"]) == code_of(paper).token
    assert code_in(coded(paper)) == code_of(paper)
    assert not any(name in code_of(paper).text for name in samples.NAMES)


@PAPERS
def test_the_same_paper_has_the_same_bytes(paper: Paper) -> None:
    first = coded(paper)
    coded.cache_clear()
    assert coded(paper) == first


def test_a_paper_without_a_code_is_as_it_always_was() -> None:
    plain = pdf(document_template("next-steps"), samples.NEXT_STEPS, shipped_fonts(), created=CREATED)
    assert code_in(plain) is None and b"mediation-desk" not in plain
    assert PdfReader(io.BytesIO(plain)).metadata is not None


def test_other_words_are_another_code() -> None:
    assert code_of(replace(samples.AGREEMENT, copies=9)).digest != code_of(samples.AGREEMENT).digest
