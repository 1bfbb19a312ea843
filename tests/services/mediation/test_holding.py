"""Holding a session: begun, adjourned and gone on with, ended or called off; each step is undone."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.merging import Conflicts
from mediation_desk.domain.vocabulary import Attendance, Presence, SessionMode, SessionState
from mediation_desk.domain.words import DeskError
from mediation_desk.services import history, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import clock, holding, meeting, presence
from mediation_desk.services.mediation.presence import PresenceDraft
from tests.holders import share
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, colleague
from tests.services.papers_desk import COMPANY, WORKERS, accepted, case_of

DRAFT = meeting.SessionDraft(datetime(2024, 11, 28, 14), place="一号调解室", state=SessionState.PLANNED,
                             attendees=((Attendance.MEDIATOR, "陈守信"), (Attendance.LEGAL_AID, "何静")))
ENDED = datetime(2024, 11, 28, 16)


@pytest.fixture
def desk(office: Office) -> Desk:
    return office.first


@pytest.fixture
def case_id(desk: Desk) -> UUID:
    return accepted(desk)


def planned(desk: Desk, case_id: UUID, **given: object) -> UUID:
    made = meeting.hold_session(desk, case_id, meeting.SessionDraft(**{**vars(DRAFT), **given})).result
    assert made
    return made


def everybody(desk: Desk, case_id: UUID, session: UUID, how: Presence = Presence.CAME) -> None:
    case = case_of(desk, case_id)
    presence.note_presence(desk, case_id, session, {
        party.id: PresenceDraft(how) for party in [*case.applicants, *case.respondents]})


def state(desk: Desk, case_id: UUID) -> SessionState | None:
    return case_of(desk, case_id).sessions[0].state


def test_a_session_begins_and_ends_and_each_step_is_undone(desk: Desk, case_id: UUID) -> None:
    session = planned(desk, case_id)
    holding.begin_session(desk, case_id, session)
    everybody(desk, case_id, session)
    holding.end_session(desk, case_id, session, ENDED)
    assert (state(desk, case_id), case_of(desk, case_id).sessions[0].ended_at) == (SessionState.HELD, ENDED)
    history.undo(desk, case_id)
    assert (state(desk, case_id), case_of(desk, case_id).sessions[0].ended_at) == (
        SessionState.UNDER_WAY, None)


def test_a_session_is_not_held_while_a_partys_attendance_is_open(desk: Desk, case_id: UUID) -> None:
    session = planned(desk, case_id)
    worker = case_of(desk, case_id).applicants[0]
    presence.note_presence(desk, case_id, session, {worker.id: PresenceDraft(Presence.CAME)})
    with pytest.raises(DeskError) as told:
        holding.end_session(desk, case_id, session, ENDED)
    assert told.value.field == "presence" and told.value.sentence.particulars["names"] == [
        WORKERS[1], COMPANY]
    assert state(desk, case_id) is SessionState.PLANNED


def test_an_adjourned_session_goes_on_as_it_was_held(desk: Desk, case_id: UUID) -> None:
    session = planned(desk, case_id)
    holding.begin_session(desk, case_id, session)
    clock.run_clock(desk, case_id, session, None)
    holding.adjourn_session(desk, case_id, session)
    again = holding.go_on_with_session(desk, case_id, session, datetime(2024, 12, 2, 9)).result
    first, second = case_of(desk, case_id).sessions
    assert first.state is SessionState.ADJOURNED and first.stretches[0].ended_at is not None
    assert (second.id, second.continues_id, second.state) == (again, session, SessionState.PLANNED)
    assert (second.place, second.mode) == ("一号调解室", SessionMode.JOINT)
    assert [one.name for one in second.attendees] == ["陈守信"] and second.presences == []


def test_a_session_that_is_called_off_is_on_no_agenda(office: Office, desk: Desk, case_id: UUID) -> None:
    office.clock.set(2024, 11, 27)
    session = planned(desk, case_id)
    before = [item for item in reading.day(desk).items if item[0].kind == "session"]
    holding.call_off_session(desk, case_id, session)
    assert len(before) == 1 and not [item for item in reading.day(desk).items if item[0].kind == "session"]


def test_attendance_that_changed_meanwhile_is_shown_before_the_session_ends(office: Office, case_id: UUID
                                                                            ) -> None:
    """She says that the company did not come; he ends the session as he saw it."""
    share(office.first, case_id, colleague(office, "wang", Role.MEDIATOR))
    hers, session = office.desk("wang", LENT), planned(office.first, case_id)
    everybody(office.first, case_id, session)
    seen = reading.case(office.first, case_id).seen
    company = case_of(hers, case_id).respondents[0].id
    presence.note_presence(hers, case_id, session, {company: PresenceDraft(Presence.ABSENT)})
    with pytest.raises(Conflicts):
        holding.end_session(office.first, case_id, session, ENDED, seen)


@pytest.mark.parametrize("old", [None])
def test_a_session_of_an_earlier_program_can_be_taken_up(desk: Desk, case_id: UUID, old: None) -> None:
    session = planned(desk, case_id, state=old)
    holding.begin_session(desk, case_id, session)
    assert state(desk, case_id) is SessionState.UNDER_WAY
