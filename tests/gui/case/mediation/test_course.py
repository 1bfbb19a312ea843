"""What can be done with a session is what its buttons offer."""

from datetime import datetime
from uuid import UUID

import pytest

from mediation_desk.domain.mediation.course import Move
from mediation_desk.domain.mediation.sessions import MediationSession
from mediation_desk.domain.vocabulary import SessionState
from mediation_desk.gui.case.mediation.course import CoursePart, state_of
from mediation_desk.services.mediation import meeting
from tests.gui.case.mediation.hands import page_of
from tests.gui.case.rooms import Room

NINE, TEN = datetime(2024, 11, 25, 9), datetime(2024, 11, 25, 10)


def course(room: Room, state: SessionState | None) -> CoursePart:
    meeting.hold_session(room.desk, room.case_id, meeting.SessionDraft(NINE, state=state))
    room.window.bench.reload()
    room.settle()
    page = page_of(room)
    page.sessions.edit(room.case.sessions[0])
    assert page.sessions.editor is not None and page.sessions.editor.course is not None
    return page.sessions.editor.course


@pytest.mark.parametrize(("state", "offered"), [
    (None, {Move.BEGIN, Move.END, Move.CALL_OFF}),
    (SessionState.PLANNED, {Move.BEGIN, Move.END, Move.CALL_OFF}),
    (SessionState.UNDER_WAY, {Move.ADJOURN, Move.END}), (SessionState.ADJOURNED, {Move.GO_ON}),
    (SessionState.HELD, set()), (SessionState.CALLED_OFF, set())])
def test_only_what_follows_is_offered(room: Room, state: SessionState | None, offered: set[Move]) -> None:
    part = course(room, state)
    assert {move for move, made in part.buttons.items() if not made.isHidden()} == offered


def test_an_adjourned_session_is_gone_on_with_once(room: Room) -> None:
    part = course(room, SessionState.UNDER_WAY)
    room.click(part.buttons[Move.ADJOURN])
    room.click(part.buttons[Move.GO_ON])
    room.click(part.plan_again)
    assert part.again.field("starts_on").error()
    room.type(part.again.field("starts_on"), "2024-12-02")
    room.type(part.again.field("starts_at"), "9:30")
    room.click(part.plan_again)
    first, second = room.case.sessions
    assert (second.starts_at, second.continues_id) == (datetime(2024, 12, 2, 9, 30), first.id)
    assert part.buttons[Move.GO_ON].isHidden() and part.again.isHidden()


def test_a_session_is_called_off_and_comes_back(room: Room) -> None:
    part = course(room, SessionState.PLANNED)
    room.click(part.buttons[Move.CALL_OFF])
    assert not room.case.sessions[0].takes_place
    page = page_of(room)
    assert page.sessions.editor is not None and page.sessions.editor.attendance is not None
    assert page.sessions.editor.attendance.isHidden()
    room.click(page.bar.action)
    assert room.case.sessions[0].state is SessionState.PLANNED


@pytest.mark.parametrize(("starts", "said"), [(NINE, "Entered"), (datetime(2024, 11, 25, 11), "Ahead")])
def test_of_an_earlier_programs_session_only_its_hour_is_told(starts: datetime, said: str) -> None:
    one = MediationSession(id=UUID(int=1), case_id=UUID(int=2), starts_at=starts)
    assert state_of(one, TEN).text == said
