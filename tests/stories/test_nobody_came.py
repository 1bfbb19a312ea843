"""The company never comes: the minutes say so, the mediation ends, the notice says until when to arbitrate.

Received and accepted on 25 November, so that the fifteen days end on 10 December. The workers' last day was
31 October; with the end of a mediation that failed the year to apply for arbitration runs anew (Consultation
and Mediation Provisions, art. 31), from 10 December 2024: its last good day is 10 December 2025, a Wednesday.
"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import pytest

from mediation_desk.domain.vocabulary import (
    Attendance,
    MinuteKind,
    NoResult,
    Outcome,
    Presence,
    RightsAnswer,
    SessionResult,
    SessionState,
)
from mediation_desk.domain.words import DeskError
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import holding, meeting, minutes, presence, rights
from mediation_desk.services.mediation.minutes import EntryDraft, MinutesDraft
from mediation_desk.services.mediation.presence import PresenceDraft
from mediation_desk.services.papers import making
from mediation_desk.services.sorting import sorting
from tests.offices import Office
from tests.services.papers_desk import COMPANY, WORKERS, accepted, asked, case_of, headed, text_of

FIRST, SECOND, LAST = datetime(2024, 11, 28, 9), datetime(2024, 12, 5, 9), date(2024, 12, 10)


def sit_and_wait(desk: Desk, case_id: UUID, session_id: UUID, ended_at: datetime) -> None:
    """The workers are there, the company is not; nobody calls the session held before that is said."""
    holding.begin_session(desk, case_id, session_id)
    case = case_of(desk, case_id)
    presence.note_presence(desk, case_id, session_id, {
        worker.id: PresenceDraft(Presence.CAME) for worker in case.applicants})
    with pytest.raises(DeskError) as told:
        holding.end_session(desk, case_id, session_id, ended_at)
    assert told.value.sentence.particulars["names"] == [COMPANY]
    presence.note_presence(desk, case_id, session_id, {
        case.respondents[0].id: PresenceDraft(Presence.ABSENT)})


def test_a_party_that_never_comes_ends_it_with_the_way_to_arbitration(office: Office) -> None:
    office.clock.set(2024, 11, 25)
    desk = headed(office.first)
    case_id = asked(desk, accepted(desk))
    case = case_of(desk, case_id)
    sorting.say(desk, case_id, [sorting.Saying("employed_until", worker.id, "applicant", "2024-10-31")
                                for worker in case.applicants])
    first = planned(desk, case_id)

    office.clock.set(2024, 11, 28)
    sit_and_wait(desk, case_id, first, datetime(2024, 11, 28, 10))
    rights.tell_rights(desk, case_id, FIRST.date(), "陈守信", {
        worker.id: RightsAnswer.UNDERSTOOD for worker in case.applicants}, session_id=first)
    holding.adjourn_session(desk, case_id, first)
    second = holding.go_on_with_session(desk, case_id, first, SECOND).result
    assert second

    office.clock.set(2024, 12, 5)
    sit_and_wait(desk, case_id, second, datetime(2024, 12, 5, 10))
    waited = EntryDraft(MinuteKind.OTHER, "等候被申请人一小时，电话无人接听")
    with pytest.raises(DeskError, match="signed by both sides"):
        minutes.keep_minutes(desk, case_id, second, MinutesDraft([waited], SessionResult.AGREED))
    minutes.keep_minutes(desk, case_id, second, MinutesDraft(
        [waited], SessionResult.NOT_AGREED, NoResult.SIDE_ABSENT))
    holding.end_session(desk, case_id, second, datetime(2024, 12, 5, 10))
    assert [one.state for one in case_of(desk, case_id).sessions] == [
        SessionState.ADJOURNED, SessionState.HELD]
    read_the_minutes(desk, case_id)

    office.clock.set(2024, 12, 10)
    closing.close(desk, case_id, LAST, Outcome.NO_AGREEMENT, "被申请人两次未到场")
    notice = text_of(making.make(desk, case_id, "termination-notice"))
    assert "因各方未能" in notice and "被申请人两次未到场" in notice
    assert "申请仲裁的时效期间至2025年12月10日届满" in notice


def planned(desk: Desk, case_id: UUID) -> UUID:
    made = meeting.hold_session(desk, case_id, meeting.SessionDraft(
        FIRST, place="第一调解室", attendees=[(Attendance.MEDIATOR, "陈守信")],
        state=SessionState.PLANNED)).result
    assert made
    return made


def read_the_minutes(desk: Desk, case_id: UUID) -> None:
    """They say who did not come, and leave the company no place to sign."""
    text = text_of(making.make(desk, case_id, "mediation-record"))
    assert f"{COMPANY}未到场" in text.replace("\n", "") and "第二次" in text
    assert f"2024年11月28日，陈守信已向{WORKERS[0]}、{WORKERS[1]}告知" in text
    assert "各方未达成一致，原因：一方未到场" in text and "等候被申请人一小时" in text
    signed = text.partition("确认与调解过程一致")[2]
    assert all(f"{name}（签名）" in signed for name in WORKERS) and COMPANY not in signed
    assert text.count("以上本页内容已经阅看，签名") >= 1
