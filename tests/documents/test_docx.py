"""The same papers as DOCX: every figure, the measures, and rows that stay whole."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from docx import Document

from mediation_desk.documents.render import docx
from mediation_desk.documents.views.paper import Paper
from mediation_desk.library.forms import document_template
from tests.documents import samples
from tests.documents.reading import CREATED


def written(paper: Paper) -> Any:
    return Document(BytesIO(docx(document_template(paper.template), paper, created=CREATED)))


def text_of(document: Any) -> str:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(line.text for line in document.paragraphs), *cells])


@pytest.mark.parametrize("paper", samples.PAPERS, ids=lambda paper: paper.template)
def test_every_paper_can_be_written(paper: Paper) -> None:
    assert paper.office.name in text_of(written(paper))


def test_the_agreement_has_every_figure_and_the_official_margins() -> None:
    document = written(samples.AGREEMENT)
    text = text_of(document)
    for said in ("30,264.00元（人民币叁万零贰佰陆拾肆元整）", "15,132.00", "6,725.33", "3,362.67", "温若晴",
                 samples.WORKERS[0].id_number):
        assert said in text
    section = document.sections[0]
    measures = [round(side.mm) for side in (section.top_margin, section.bottom_margin, section.left_margin,
                                            section.right_margin, section.page_width, section.page_height)]
    assert measures == [37, 35, 28, 26, 210, 297]


def test_rows_are_whole_headers_return_and_pages_are_numbered() -> None:
    document = written(samples.AGREEMENT)
    for row in document.tables[0].rows:
        assert "cantSplit" in row._tr.xml
    assert "tblHeader" in document.tables[0].rows[0]._tr.xml
    foot = document.sections[0].footer.paragraphs[0]._p.xml
    assert "PAGE" in foot and "NUMPAGES" in foot


def test_the_description_names_nobody() -> None:
    told = written(samples.AGREEMENT).core_properties
    assert (told.title, told.author, told.last_modified_by) == ("调解协议书", "", "")
