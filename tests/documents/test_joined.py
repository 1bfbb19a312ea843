"""Many papers in one file, read back."""

import io
from dataclasses import replace
from datetime import UTC, datetime

from docx import Document
from pypdf import PdfReader

from mediation_desk.documents import joined
from mediation_desk.documents.views.summary import CaseSummary
from mediation_desk.library.fonts import Fonts
from mediation_desk.library.forms import document_template
from tests.documents import samples
from tests.documents.reading_word import word_lines

FORM = document_template("case-summary")
NOW = datetime(2024, 12, 10, 9, tzinfo=UTC)


def several(count: int) -> list[CaseSummary]:
    return [replace(samples.SUMMARY, number=f"编号{at:03d}") for at in range(count)]


def test_each_paper_of_a_pdf_has_pages_of_its_own(fonts: Fonts) -> None:
    target = io.BytesIO()
    joined.pdf(FORM, iter(several(3)), fonts, target, created=NOW)
    pages = ["".join(page.extract_text().split()) for page in PdfReader(target).pages]
    assert len(pages) == 3
    for at, page in enumerate(pages):
        assert f"编号{at:03d}" in page and "第1页共1页" in page and "当事人" in page


def test_a_mark_stands_on_every_page(fonts: Fonts) -> None:
    target = io.BytesIO()
    joined.pdf(FORM, iter(several(2)), fonts, target, created=NOW, mark="未经审核")
    assert all("未经审核" in "".join(page.extract_text().split()) for page in PdfReader(target).pages)


def test_a_docx_holds_all_papers_in_their_order_as_they_are_made() -> None:
    target = io.BytesIO()
    joined.docx(FORM, iter(several(3)), target, created=NOW)
    lines = [paragraph.text for paragraph in Document(io.BytesIO(target.getvalue())).paragraphs]
    numbers = [line for line in lines if line.startswith("编号")]
    assert numbers == ["编号000", "编号001", "编号002"]
    assert lines.count("=1+1 并不是公式。") == 3
    assert sum("w:pageBreakBefore" in paragraph._p.xml
               for paragraph in Document(io.BytesIO(target.getvalue())).paragraphs) == 2


def test_each_paper_says_for_itself_what_the_hand_writes(fonts: Fonts) -> None:
    target = io.BytesIO()
    rare = replace(samples.SUMMARY, heading="\U0010fffd")
    joined.pdf(FORM, iter([rare, samples.SUMMARY]), fonts, target, created=NOW)
    first, second = ("".join(page.extract_text().split()) for page in PdfReader(target).pages)
    assert "\U0010fffd" in first and "U+10FFFD" in first and "手写补字" not in second


def test_the_lists_of_each_paper_of_a_docx_begin_anew() -> None:
    form, target = replace(FORM, body="# {{ heading }}\n\n1. 甲\n2. 乙\n"), io.BytesIO()
    joined.docx(form, iter(several(2)), target, created=NOW)
    lines = [line for line in word_lines(target.getvalue()) if "．" in line]
    assert lines == ["1．甲", "2．乙"] * 2
