"""Papers as DOCX: what the PDF says, of what it was made from; nothing that differs from what was signed."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from docx import Document

from mediation_desk.documents.content import read
from mediation_desk.documents.setting.foot_code import CAPTION
from mediation_desk.documents.views.paper import Paper as View
from mediation_desk.domain.paper_origin import UNKNOWN
from mediation_desk.domain.words import DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence.private_folder import PrivateFolder
from mediation_desk.services.papers import making, settlement, signing, word
from mediation_desk.services.papers.finishing import COPY, Paper, finished
from mediation_desk.services.settlement import settling
from tests.documents import samples
from tests.documents.reading_word import paper_text, together, word_text
from tests.services.papers.streamers_walk import Walk
from tests.services.papers_desk import accepted, asked, copies, seated, terms


@pytest.fixture
def agreed(desk: Desk) -> UUID:
    case_id = asked(desk, accepted(desk))
    settling.draft(desk, case_id, terms("17200.00", date(2025, 2, 10)))
    return case_id


def head_of(docx: bytes) -> str:
    return "".join(line.text for line in Document(BytesIO(docx)).sections[0].header.paragraphs)


FROM_THE_PARTIES = {"mediation-application", "collective-application", "election-of-representatives",
                    "legal-representative", "delegation-letter"}
"""Papers that others write before the case has a number, or without knowing it."""
BARE = {"file-cover", "file-back"}
"""The file's cover and back do not say what they are."""


def said_by(paper: Paper) -> str:
    """What a PDF says, without the words beside its code."""
    assert paper.origin.made_from
    said = paper_text(read(paper.template, paper.origin.made_from), paper.pdf)
    return said.replace(together(CAPTION), "")


def test_every_paper_of_the_whole_road_can_be_had_in_word(walk: Walk) -> None:
    for kind in making.available(walk.case):
        paper = making.make(walk.desk, walk.case_id, kind.template, **copies(walk.case, kind)[0])
        if word.is_offered(paper):
            docx = word_text(word.in_word(walk.desk, paper))
            assert together(paper.title) in docx or kind.template in BARE, kind.template
            assert walk.case.number in docx + paper.title or kind.template in FROM_THE_PARTIES, kind.template


def test_a_draft_says_so_and_the_paper_to_be_signed_that_the_signed_one_goes_before(desk: Desk,
                                                                                   agreed: UUID) -> None:
    drafted = signing.preview_agreement(desk, agreed, terms("8000.00", date(2025, 2, 10)))
    assert head_of(word.in_word(desk, drafted)) == "草稿　未经签署不生效力"
    assert "8,000.00元" in word_text(word.in_word(desk, drafted))
    docx = making.in_word(desk, agreed, settlement.AGREEMENT)
    assert head_of(docx) == COPY and "17,200.00元" in word_text(docx)


def test_a_signed_agreement_is_told_as_it_was_signed_whatever_the_case_says_now(desk: Desk,
                                                                              agreed: UUID) -> None:
    settling.sign(desk, agreed, desk.today)
    before = making.in_word(desk, agreed, settlement.AGREEMENT)
    renamed = seated(desk, settings=replace(desk.settings, name="改名的工作室"))
    assert making.in_word(renamed, agreed, settlement.AGREEMENT) == before and head_of(before) == COPY
    assert word_text(before) == said_by(making.make(desk, agreed, settlement.AGREEMENT))


def test_what_would_differ_from_the_signed_paper_is_refused_in_words(desk: Desk, agreed: UUID) -> None:
    paper = making.make(desk, agreed, settlement.AGREEMENT)
    changed = replace(paper, origin=replace(paper.origin, form_sha256="0" * 64))
    with pytest.raises(DeskError, match="would not say the same"):
        word.in_word(desk, changed)
    with pytest.raises(DeskError, match="did not note what it was made from"):
        word.in_word(desk, replace(paper, origin=UNKNOWN))


@pytest.mark.parametrize("view", [samples.RECOVERY, samples.ESCROW, samples.BAG_LIST],
                         ids=lambda view: view.TEMPLATE)
def test_secrets_and_receipts_are_paper_alone(desk: Desk, view: View) -> None:
    paper = finished(desk, view)
    assert not word.is_offered(paper)
    with pytest.raises(DeskError, match="only the PDF"):
        word.in_word(desk, paper)


@pytest.fixture
def folder(desk: Desk, tmp_path: Path) -> Iterator[PrivateFolder]:
    made = PrivateFolder(desk, tmp_path)
    yield made
    made.close()


def test_a_copy_for_the_word_processor_is_private_and_for_reading(desk: Desk, agreed: UUID,
                                                                 folder: PrivateFolder) -> None:
    paper = making.make(desk, agreed, settlement.AGREEMENT)
    path = word.lay_out(desk, paper, "宁中劳调〔2024〕0001号 调解协议书.docx", folder)
    assert path.read_bytes() == word.in_word(desk, paper)
    assert path.suffix == ".docx" and stat.S_IMODE(path.stat().st_mode) == 0o400
    assert folder.path in path.parents
    folder.close()
    assert not path.exists()
