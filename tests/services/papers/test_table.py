"""Who sat at the table, as the record tells it and who signs it."""

from __future__ import annotations

from uuid import UUID

from mediation_desk.domain.vocabulary import Attendance, Authority, Presence, RightsAnswer
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import meeting, presence, recusal, rights
from mediation_desk.services.mediation.presence import PresenceDraft
from mediation_desk.services.papers import making
from tests.offices import Office
from tests.services.papers.test_mediation import AT_NINE
from tests.services.papers_desk import COMPANY, RECEIVED, WORKERS, accepted, case_of, headed, text_of


def record(desk: Desk, case_id: UUID) -> str:
    return text_of(making.make(desk, case_id, "mediation-record"))


def test_it_says_who_came_who_was_represented_and_who_did_not_come(office: Office) -> None:
    desk = headed(office.first)
    case_id = accepted(desk)
    session = meeting.hold_session(desk, case_id, meeting.SessionDraft(
        AT_NINE, language="安多藏语", attendees=((Attendance.MEDIATOR, "陈守信"),
                                             (Attendance.INTERPRETER, "桑吉")))).result
    assert session
    case = case_of(desk, case_id)
    first, second, company = (party.id for party in [*case.applicants, *case.respondents])
    presence.note_presence(desk, case_id, session, {
        first: PresenceDraft(Presence.CAME), second: PresenceDraft(Presence.ABSENT),
        company: PresenceDraft(Presence.REPRESENTED, "郑代理", Authority.GENERAL, False)})
    text = record(desk, case_id)
    assert "桑吉翻译语种：安多藏语" in text
    assert f"{WORKERS[1]}未到场" in text
    assert "由郑代理代为到场（一般授权，授权文书未核验）" in text
    signed = text.partition("确认与调解过程一致")[2]
    assert WORKERS[0] in signed and WORKERS[1] not in signed
    assert f"代{COMPANY}：郑代理（签名）" in signed


def test_it_says_who_was_told_what_they_answered_and_how_a_request_ended(office: Office) -> None:
    desk = headed(office.first)
    case_id = accepted(desk)
    meeting.hold_session(desk, case_id, meeting.SessionDraft(AT_NINE, record="双方核对了考勤。"))
    case = case_of(desk, case_id)
    first, second, company = (party.id for party in [*case.applicants, *case.respondents])
    rights.tell_rights(desk, case_id, RECEIVED, "陈守信", {
        second: RightsAnswer.UNDERSTOOD, first: RightsAnswer.UNDERSTOOD,
        company: RightsAnswer.OTHER_MEDIATOR})
    asked = recusal.ask_recusal(desk, case_id, company, RECEIVED, "陈守信", "同乡").result
    assert asked
    text = record(desk, case_id)
    assert f"2024年11月25日，陈守信已向{WORKERS[0]}、{WORKERS[1]}告知" in text and "□" not in text
    assert f"2024年11月25日，{COMPANY}要求更换调解员陈守信，理由：同乡，尚未决定" in text
    recusal.decide_recusal(desk, case_id, asked, recusal.Decision(False, RECEIVED, "马主任", "并无利害关系"))
    assert "马主任决定不予更换，理由：并无利害关系" in record(desk, case_id)
