"""A record says only what somebody entered, and that nobody agreed who was not there."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import pytest

from mediation_desk.demonstration import streamers
from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import (
    Attendance,
    Role,
    Side,
)
from mediation_desk.domain.words import DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import meeting
from mediation_desk.services.papers import making
from tests.offices import Office
from tests.services.papers.streamers_walk import Walk
from tests.services.papers_desk import (
    COMPANY,
    WORKERS,
    accepted,
    case_of,
    headed,
    join,
    refused,
    text_of,
)


@pytest.fixture
def desk(office: Office) -> Desk:
    return headed(office.first)


AT_NINE = datetime(2024, 11, 26, 9)


BOTH = ((Attendance.PARTY, WORKERS[0]), (Attendance.PARTY, WORKERS[1]), (Attendance.PARTY, COMPANY))


def met(desk: Desk, **entered: Any) -> UUID:
    """A case with one joint session."""
    case_id = accepted(desk)
    meeting.hold_session(desk, case_id, meeting.SessionDraft(AT_NINE, record="双方核对了考勤。", **entered))
    return case_id


def agreed(desk: Desk, case_id: UUID) -> UUID:
    """The workers' offer is accepted."""
    offer = meeting.make_offer(desk, case_id, Side.APPLICANT, yuan("30000"), 2).result
    assert offer
    meeting.accept_offer(desk, case_id, offer)
    return case_id


def record(desk: Desk, case_id: UUID) -> str:
    return text_of(making.make(desk, case_id, "mediation-record"))


def test_a_record_of_which_little_was_entered_has_blanks_to_fill_in(desk: Desk) -> None:
    text = record(desk, met(desk))
    assert "2024年11月26日9时至＿＿时＿＿分" in text
    assert "权利和义务：□已告知□未告知" in text
    assert "更换调解员：□不要求□要求，要求人：" in text
    assert "申请人：（签名）被申请人：（签名）调解员：陈守信（签名）" in text
    for said in ("各方表示已经知晓", "均不要求更换", "已向各方当事人告知", "未形成一致方案", "达成一致"):
        assert said not in text


@pytest.mark.parametrize(("told", "asked_for", "said"), [
    (True, False, "调解员已向各方当事人告知其在调解中的权利和义务。各方当事人均不要求更换调解员。"),
    (False, True, "调解员当场没有告知各方当事人其在调解中的权利和义务。有当事人要求更换调解员，要求人：＿"),
    (True, None, "权利和义务。更换调解员：□不要求□要求，要求人：")])
def test_a_record_says_of_rights_and_mediator_what_was_entered(desk: Desk, told: bool,
                                                               asked_for: bool | None, said: str) -> None:
    assert said in record(desk, met(desk, rights_told=told, change_asked=asked_for))


def test_a_record_names_its_end_and_who_wrote_it(desk: Desk) -> None:
    text = record(desk, met(desk, ended_at=datetime(2024, 11, 26, 10, 5), recorder="何静"))
    assert "9时至10时05分" in text and "调解员陈守信记录人何静" in text and "记录人：何静（签名）" in text


def test_offers_that_nobody_accepted_are_no_agreement(desk: Desk) -> None:
    case_id = met(desk)
    meeting.make_offer(desk, case_id, Side.APPLICANT, yuan("30000"), 2)
    assert "本次调解各方未形成一致方案" in record(desk, case_id)


@pytest.mark.parametrize(("present", "missing"), [
    ((), (*WORKERS, COMPANY)), (BOTH[:2], (COMPANY,)), (BOTH[1:], (WORKERS[0],)),
    (((Attendance.LEGAL_AID, WORKERS[0]), *BOTH[1:]), (WORKERS[0],))])
def test_nobody_agreed_who_was_not_there(desk: Desk, present: tuple[tuple[Attendance, str], ...],
                                         missing: tuple[str, ...]) -> None:
    with pytest.raises(DeskError) as refused:
        record(desk, agreed(desk, met(desk, attendees=present)))
    assert refused.value.field == "attendees"
    assert refused.value.sentence.particulars["names"] == list(missing)


def test_who_was_there_agreed(desk: Desk) -> None:
    text = record(desk, agreed(desk, met(desk, attendees=BOTH)))
    assert "各方达成一致：被申请人支付30,000.00元，分两期支付" in text
    assert all(f"{name}（签名）" in text for _role, name in BOTH)


def test_who_acts_for_a_party_is_there_for_it(desk: Desk) -> None:
    """An agent sits for the company, a representative for every worker."""
    case_id = met(desk, attendees=((Attendance.PARTY, "郑代理"), (Attendance.PARTY, "推举人")))
    company = case_of(desk, case_id).respondents[0].id
    for role, name, acts_for in ((Role.AGENT, "郑代理", company), (Role.REPRESENTATIVE, "推举人", None)):
        join(desk, case_id, role, name, acts_for=acts_for)
    assert "各方达成一致" in record(desk, agreed(desk, case_id))


def test_an_agent_of_one_is_not_there_for_the_other(desk: Desk) -> None:
    case_id = met(desk, attendees=(*BOTH[:2], (Attendance.PARTY, "郑代理")))
    first = case_of(desk, case_id).applicants[0].id
    join(desk, case_id, Role.AGENT, "郑代理", acts_for=first)
    with pytest.raises(DeskError, match="nor anybody who acts for them"):
        record(desk, agreed(desk, case_id))


def test_a_session_without_a_record_has_no_record_to_print(desk: Desk) -> None:
    case_id = accepted(desk)
    meeting.hold_session(desk, case_id, meeting.SessionDraft(datetime(2024, 11, 26, 9), place="一室"))
    assert refused(desk, case_id, "mediation-record").field == "record"


def test_a_joint_record_names_its_speakers(desk: Desk) -> None:
    case_id = accepted(desk)
    meeting.hold_session(desk, case_id, meeting.SessionDraft(
        datetime(2024, 11, 26, 9, 30), place="第二调解室",
        record="温若晴：每天按排班表开播。\n双方核对了考勤。"))
    text = text_of(making.make(desk, case_id, "mediation-record"))
    assert "温若晴：每天按排班表开播。记录：双方核对了考勤。" in text
    assert "2024年11月26日9时30分至＿＿时＿＿分" in text and "未形成一致方案" not in text  # nobody said so


def test_the_record_holds_the_offers_that_both_sides_know(walk: Walk) -> None:
    text = walk.text("mediation-record")
    for offer in ("第一轮，申请人提出38,700.00元，一次付清", "第一轮，被申请人提出21,500.00元，分六期支付",
                  "第二轮，申请人提出33,000.00元，分两期支付", "第二轮，被申请人提出28,000.00元，分三期支付",
                  "第三轮，被申请人提出30,264.00元，分两期支付"):
        assert offer in text
    assert "各方达成一致：被申请人支付30,264.00元，分两期支付" in text
    assert "法律援助律师何静" in text
    assert "2024年11月25日14时至16时50分" in text and "记录人何静" in text
    assert "告知其在调解中的权利和义务，答复：已知晓，没有要求。" in text and "□" not in text
    assert f"{streamers.COMPANY}法定代表人周启明到场" in text
    assert "法定代表人：周启明（签名）" in text and "马晓岚：我们按公司排班开播" in text
