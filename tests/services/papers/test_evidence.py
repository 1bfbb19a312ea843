"""The list of exhibits on paper."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from uuid import UUID

import pdfplumber
import pytest

from mediation_desk.domain.vocabulary import PartyKind, Role, Side
from mediation_desk.domain.words import DeskError
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.editing import Edit
from mediation_desk.services.evidence import filing
from mediation_desk.services.evidence.taking import FileSource
from mediation_desk.services.intake import registering
from mediation_desk.services.papers import making
from tests.offices import Office
from tests.services.papers_desk import text_of


@pytest.fixture
def desk(office: Office) -> Desk:
    return office.first


@pytest.fixture
def case_id(desk: Desk) -> UUID:
    parties = [registering.PartyDraft(Role.APPLICANT, "温若晴"),
               registering.PartyDraft(Role.RESPONDENT, "安宁星湾文化传媒有限公司", PartyKind.ORGANISATION)]
    made = registering.register(desk, registering.IntakeDraft(
        date(2024, 11, 25), cause="追索劳动报酬", parties=parties))
    assert made.result
    return made.result


def printed(desk: Desk, case_id: UUID, side: Side | None = None) -> str:
    paper = making.make(desk, case_id, "exhibit-list", side=side)
    with pdfplumber.open(io.BytesIO(paper.pdf)) as pdf:
        return "".join("".join((page.extract_text() or "").split()) for page in pdf.pages)


def test_the_list_names_number_giver_proof_and_form(desk: Desk, case_id: UUID) -> None:
    with desk.case_reading(case_id) as (_work, case):
        company = str(case.respondents[0].id)
    filing.add_files(desk, case_id, [FileSource("十月工资.png", data=b"a")], Side.APPLICANT)
    filing.add_files(desk, case_id, [FileSource("合作协议.pdf", data=b"b")], company)
    one, two = filing.exhibits(desk, case_id).exhibits
    filing.change(desk, case_id, [
        Edit("exhibit", one.id, "proves", "", "拖欠工资"),
        Edit("exhibit", one.id, "source", None, "手机银行"),
        Edit("exhibit", one.id, "pages", None, 3), Edit("exhibit", one.id, "opinion", None, "真实性无异议"),
        Edit("exhibit", two.id, "original", False, True)])
    text = printed(desk, case_id)
    for words in ("证据清单", "1十月工资.png手机银行3复印件申请人", "2025-01-20拖欠工资真实性无异议",
                  "合作协议.pdf", "原件", "共2份"):
        assert words in text
    assert "合作协议" not in printed(desk, case_id, Side.APPLICANT)
    assert "被申请人证据清单" in printed(desk, case_id, Side.RESPONDENT)


def test_pictographs_in_a_file_name_do_not_stop_the_paper(desk: Desk, case_id: UUID) -> None:
    filing.add_files(desk, case_id, [FileSource("工资📄عقد\u200d.pdf", data=b"a")])
    text = printed(desk, case_id)
    assert "工资📄" in text and all(char in text for char in "عقد")


def test_a_list_of_nothing_is_refused_in_words(desk: Desk, case_id: UUID) -> None:
    filing.add_files(desk, case_id, [FileSource("a.pdf", data=b"a")], Side.APPLICANT)
    with pytest.raises(DeskError, match="no evidence to list"):
        making.make(desk, case_id, "exhibit-list", side=Side.RESPONDENT)


def test_removed_exhibits_are_not_listed_and_keep_their_number(desk: Desk, case_id: UUID) -> None:
    filing.add_files(desk, case_id, [FileSource("甲.pdf", data=b"a"), FileSource("乙.pdf", data=b"b")])
    assert reading.case(desk, case_id).exhibits == 2
    filing.remove(desk, case_id, filing.exhibits(desk, case_id).exhibits[0].id)
    assert reading.case(desk, case_id).exhibits == 1
    text = printed(desk, case_id)
    assert "甲.pdf" not in text
    assert "2乙.pdf" in text


def test_an_original_has_a_receipt_that_says_when_it_was_given_back(desk: Desk, case_id: UUID) -> None:
    filing.add_files(desk, case_id, [FileSource("工牌.jpg", data=b"a"), FileSource("截图.png", data=b"b")],
                     Side.APPLICANT)
    [card, copy] = filing.exhibits(desk, case_id).exhibits
    given_back = Edit("exhibit", copy.id, "returned_on", None, date(2025, 1, 20))
    with pytest.raises(DeskError, match="Only an original"):
        filing.change(desk, case_id, [given_back])
    filing.change(desk, case_id, [Edit("exhibit", card.id, "original", False, True)])
    receipt = making.make(desk, case_id, "exhibit-receipt", side=Side.APPLICANT)
    text = text_of(receipt)
    assert "今收到申请人" in text and "工牌.jpg" in text and "截图.png" not in text and "共1份" in text
    assert "上列原件于____年" in text.replace("＿", "_")
    filing.change(desk, case_id, [replace(given_back, row_id=card.id)])
    assert "已经全部退还" in text_of(making.make(desk, case_id, "exhibit-receipt"))
