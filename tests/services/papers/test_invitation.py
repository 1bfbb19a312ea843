"""The invitation: a page for each party with hour, place and what to bring; and blanks for the answer."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

import pytest
from pypdf import PdfReader

from mediation_desk.domain.vocabulary import Role, SessionForm, SessionState, Side
from mediation_desk.domain.words import DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import caucus
from mediation_desk.services.papers import making
from mediation_desk.services.papers.finishing import Paper
from tests.services.calendar.weeks import at, plan
from tests.services.papers_desk import COMPANY, WORKERS, accepted, case_of, join, refused, seated

PLANNED = SessionState.PLANNED


@pytest.fixture
def case_id(desk: Desk) -> UUID:
    return accepted(desk)


def pages(paper: Paper) -> Sequence[str]:
    """Each page without the spaces of its setting."""
    return [re.sub(r"\s+", "", page.extract_text()) for page in PdfReader(io.BytesIO(paper.pdf)).pages]


def test_each_party_has_one_page_with_all_that_it_needs(desk: Desk, case_id: UUID) -> None:
    plan(desk, case_id, at(14.5), at(16), state=PLANNED)
    found = pages(making.make(desk, case_id, "invitation"))
    assert len(found) == 3
    for page, name in zip(found, (*WORKERS, COMPANY), strict=True):
        assert page.index(f"{name}（") < page.index("现邀请你")
        for said in ("2025年1月21日（星期二）14时30分，预计至16时结束", "一号调解室", "陈守信",
                     "0971-8123456", "自愿原则", "授权委托书", case_of(desk, case_id).number):
            assert said in page, said
    assert "营业执照" in found[2] and "营业执照" not in found[0]


def test_what_is_filled_in_by_hand_is_seen_to_be_blank(desk: Desk, case_id: UUID) -> None:
    plan(desk, case_id, at(14.5), state=PLANNED)
    for page in pages(making.make(desk, case_id, "invitation")):
        slip = page[page.index("回执"):]
        assert slip.count("□") == 4 and "签名：＿＿＿" in slip and "预计至" not in page


def test_a_talk_with_one_side_invites_that_side_and_says_so(desk: Desk, case_id: UUID) -> None:
    session = plan(desk, case_id, at(15), side=Side.RESPONDENT, state=PLANNED)
    (page,) = pages(making.make(desk, case_id, "invitation", session=session))
    assert COMPANY in page and "单独与你单位谈话" in page and "□本单位参加" in page


def test_one_party_alone_and_a_third_party_too(desk: Desk, case_id: UUID) -> None:
    join(desk, case_id, Role.THIRD_PARTY, "青藏干线物流有限公司")
    plan(desk, case_id, at(15), state=PLANNED)
    worker = case_of(desk, case_id).applicants[1].id
    (page,) = pages(making.make(desk, case_id, "invitation", worker=worker))
    assert WORKERS[1] in page
    third = pages(making.make(desk, case_id, "invitation"))[-1]
    assert "青藏干线物流有限公司（第三人）" in third and "该争议与你有关" in third


def test_the_next_session_is_meant_unless_another_is_wanted(desk: Desk, case_id: UUID) -> None:
    plan(desk, case_id, datetime(2024, 12, 2, 9))
    later = plan(desk, case_id, at(10, days=2), state=PLANNED)
    plan(desk, case_id, at(9), state=PLANNED)
    assert "1月21日" in pages(making.make(desk, case_id, "invitation"))[0]
    assert "1月23日" in pages(making.make(desk, case_id, "invitation", session=later))[0]


@pytest.mark.parametrize(("begins", "fields"), [
    (datetime(2024, 12, 2, 9), {}), (at(9), {"state": SessionState.CALLED_OFF}),
    (at(9), {"state": SessionState.HELD})])
def test_nobody_is_invited_to_what_is_over_or_called_off(desk: Desk, case_id: UUID, begins: datetime,
                                                         fields: dict[str, object]) -> None:
    session = plan(desk, case_id, begins, **fields)  # type: ignore[arg-type]
    with pytest.raises(DeskError, match="no session ahead") as said:
        making.make(desk, case_id, "invitation", session=session)
    assert said.value.field == "starts_at"


def test_a_place_is_asked_for_but_for_a_telephone_call(desk: Desk, case_id: UUID) -> None:
    plan(desk, case_id, at(9), place="", state=PLANNED)
    assert refused(desk, case_id, "invitation").field == "place"
    call = plan(desk, case_id, at(8), place="", form=SessionForm.PHONE, state=PLANNED)
    assert "电话" in pages(making.make(desk, case_id, "invitation", session=call))[0]


def test_an_office_without_a_telephone_is_asked_for_it(desk: Desk, case_id: UUID) -> None:
    plan(desk, case_id, at(9), state=PLANNED)
    bare = seated(desk, settings=replace(desk.settings, phone=""))
    assert refused(bare, case_id, "invitation").field == "phone"


def test_it_is_offered_once_a_session_is_planned(desk: Desk, case_id: UUID) -> None:
    def offered() -> bool:
        return "invitation" in {kind.template for kind in making.available(case_of(desk, case_id))}

    assert not offered()
    plan(desk, case_id, at(9), state=PLANNED)
    assert offered()


def test_what_a_side_said_alone_is_in_no_invitation(desk: Desk, case_id: UUID) -> None:
    canary = "寒蝉凄切对长亭"
    caucus.note(desk, case_id, Side.APPLICANT, canary)
    plan(desk, case_id, at(9), state=PLANNED)
    assert canary not in "".join(pages(making.make(desk, case_id, "invitation")))


def test_a_page_stays_one_page_among_many_and_with_long_names(desk: Desk) -> None:
    many = accepted(desk, [f"申请人甲乙丙丁{number}号" for number in range(12)])
    far = "西宁市城中区南川东路九十九号民和工业园区综合服务楼三层第一会议室东侧"
    plan(desk, many, at(9), at(11), place=far, side=Side.RESPONDENT, state=PLANNED)
    assert len(pages(making.make(desk, many, "invitation"))) == 1
