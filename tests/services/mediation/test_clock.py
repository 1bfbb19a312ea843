"""The clock of a session: every stretch is kept as it begins, so that a crash takes nothing."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from mediation_desk.domain.mediation.presence import running, time_with
from mediation_desk.domain.mediation.sessions import MediationSession
from mediation_desk.domain.vocabulary import SessionMode, SessionState, Side
from mediation_desk.domain.words import DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import clock, meeting
from tests.offices import Office
from tests.services.papers_desk import accepted, case_of


@pytest.fixture
def desk(office: Office) -> Desk:
    return office.first


def begun(desk: Desk, case_id: UUID, state: SessionState | None = SessionState.UNDER_WAY) -> UUID:
    made = meeting.hold_session(desk, case_id, meeting.SessionDraft(
        datetime(2024, 11, 28, 14), mode=SessionMode.CAUCUS, state=state or SessionState.PLANNED)).result
    assert made
    return made


def session(desk: Desk, case_id: UUID) -> MediationSession:
    return case_of(desk, case_id).sessions[0]


def test_to_start_with_one_side_stops_with_the_other(office: Office, desk: Desk) -> None:
    """An hour with the workers, then half a day with the company that nobody stopped."""
    case_id = accepted(desk)
    key = begun(desk, case_id)
    office.clock.set(2024, 11, 28, 9)
    clock.run_clock(desk, case_id, key, Side.APPLICANT)
    clock.run_clock(desk, case_id, key, Side.APPLICANT)  # it runs already
    office.clock.set(2024, 11, 28, 10)
    clock.run_clock(desk, case_id, key, Side.RESPONDENT)
    stretches = session(desk, case_id).stretches
    assert [(one.side, one.ended_at is None) for one in stretches] == [
        (Side.APPLICANT, False), (Side.RESPONDENT, True)]
    office.clock.set(2024, 11, 28, 14)
    asked = session(desk, case_id).stretches  # as after a crash: what was begun runs on
    assert timedelta(minutes=59) < time_with(asked, Side.APPLICANT, desk.now) < timedelta(minutes=61)
    assert timedelta(minutes=239) < time_with(asked, Side.RESPONDENT, desk.now) < timedelta(minutes=241)
    clock.stop_clock(desk, case_id, key)
    assert running(session(desk, case_id).stretches) is None
    clock.stop_clock(desk, case_id, key)  # nothing runs any more, and nothing is lost
    assert len(session(desk, case_id).stretches) == 2


def test_no_clock_runs_in_a_session_that_is_not_under_way(desk: Desk) -> None:
    case_id = accepted(desk)
    key = begun(desk, case_id, None)
    with pytest.raises(DeskError, match="Begin the session first"):
        clock.run_clock(desk, case_id, key, None)
    assert session(desk, case_id).stretches == []
