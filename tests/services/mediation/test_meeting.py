"""Sessions: what their record says is what somebody entered, and two who write at once both count."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from mediation_desk.domain.mediation.sessions import MediationSession
from mediation_desk.domain.vocabulary import SessionMode, Side
from mediation_desk.domain.words import DeskError
from mediation_desk.services import history
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import meeting
from mediation_desk.services.mediation.meeting import SessionClash, SessionDraft
from tests.offices import Office
from tests.services.papers_desk import accepted, case_of

NINE, ELEVEN = datetime(2024, 11, 26, 9), datetime(2024, 11, 26, 11)


def held(desk: Desk, draft: SessionDraft) -> MediationSession:
    case_id = accepted(desk)
    meeting.hold_session(desk, case_id, draft)
    (session,) = case_of(desk, case_id).sessions
    return session


def test_of_a_session_nothing_is_known_that_nobody_entered(office: Office) -> None:
    session = held(office.first, SessionDraft(NINE))
    assert (session.ended_at, session.recorder, session.rights_told, session.change_asked) == (None,) * 4


def test_its_end_its_recorder_and_what_was_told_are_kept(office: Office) -> None:
    session = held(office.first, SessionDraft(NINE, ended_at=ELEVEN, recorder=" 何静 ", rights_told=True,
                                              change_asked=False))
    assert (session.ended_at, session.recorder) == (ELEVEN, "何静")
    assert session.rights_told is True and session.change_asked is False


@pytest.mark.parametrize("ended", [NINE, datetime(2024, 11, 26, 8, 59)])
def test_a_session_does_not_end_before_it_began(office: Office, ended: datetime) -> None:
    with pytest.raises(DeskError) as refused:
        held(office.first, SessionDraft(NINE, ended_at=ended))
    assert refused.value.field == "ended_at"


def test_two_who_complete_the_same_record_both_count(office: Office) -> None:
    """One enters the recorder, the other the end; then both say whether the rights were told."""
    desk = office.first
    session = held(desk, SessionDraft(NINE))
    seen, case_id = meeting.as_drafted(session), session.case_id
    meeting.change_session(desk, case_id, session.id, replace(seen, recorder="何静", rights_told=True), seen)
    meeting.change_session(desk, case_id, session.id, replace(seen, ended_at=ELEVEN), seen)
    (now,) = case_of(desk, case_id).sessions
    assert (now.recorder, now.ended_at, now.rights_told) == ("何静", ELEVEN, True)
    with pytest.raises(SessionClash) as clash:
        meeting.change_session(desk, case_id, session.id, replace(seen, rights_told=False), seen)
    assert clash.value.field == "rights_told"


def test_an_answer_is_taken_back_to_open(office: Office) -> None:
    desk = office.first
    session = held(desk, SessionDraft(NINE, rights_told=True, recorder="何静"))
    seen = meeting.as_drafted(session)
    taken_back = replace(seen, rights_told=None, recorder="")
    meeting.change_session(desk, session.case_id, session.id, taken_back, seen)
    (now,) = case_of(desk, session.case_id).sessions
    assert now.rights_told is None and now.recorder is None
    history.undo(desk, session.case_id)
    (now,) = case_of(desk, session.case_id).sessions
    assert now.rights_told is True and now.recorder == "何静"


def test_what_a_side_said_alone_has_no_open_record(office: Office) -> None:
    with pytest.raises(DeskError) as refused:
        held(office.first, SessionDraft(NINE, mode=SessionMode.CAUCUS, side=Side.APPLICANT, record="底线"))
    assert refused.value.field == "record"
