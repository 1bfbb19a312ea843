"""From template and context straight to a file."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest

from mediation_desk.documents.render import DRAFT
from mediation_desk.documents.render import docx as as_docx
from mediation_desk.documents.views.paper import Paper
from mediation_desk.library.fonts import Fonts
from mediation_desk.library.forms import document_template
from tests.documents import samples
from tests.documents.reading import CREATED, pages, printed

EACH = pytest.mark.parametrize("paper", samples.PAPERS, ids=lambda paper: paper.template)


@EACH
def test_the_same_paper_of_the_same_instant_has_the_same_bytes(paper: Paper, fonts: Fonts) -> None:
    assert printed(paper, fonts) == printed(paper, fonts)


def test_a_draft_says_so_on_every_page_and_a_final_paper_on_none(fonts: Fonts) -> None:
    mark = DRAFT.replace("　", "")
    for draft in (True, False):
        for text in pages(printed(samples.AGREEMENT, fonts, draft=draft)):
            assert (mark in "".join(text.split())) is draft


@EACH
def test_the_word_file_has_the_title_of_its_form(paper: Paper) -> None:
    form = document_template(paper.template)
    made = docx.Document(BytesIO(as_docx(form, paper, created=CREATED)))
    assert made.core_properties.title == form.title
    told = "劳动争议调解卷宗" if paper.template == "file-cover" else form.title
    assert paper.template == "file-back" or any(  # which says nothing but who bound the file, and when
        told in "".join(line.text.split()) for line in made.paragraphs[:4])
