"""The list of exhibits on paper."""

from __future__ import annotations

import io
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
    filing.change(desk, case_id, [Edit("exhibit", one.id, "proves", "", "拖欠工资"),
                                  Edit("exhibit", two.id, "original", False, True)])
    text = printed(desk, case_id)
    for words in ("证据清单", "1十月工资.png申请人拖欠工资复印件", "合作协议.pdf", "原件", "共2份"):
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
