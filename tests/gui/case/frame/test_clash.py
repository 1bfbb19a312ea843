"""A session that a colleague changed while it was open: the own words wait, and win when kept once more."""

from uuid import UUID

import pytest

from mediation_desk.demonstration import streamers
from mediation_desk.gui.case.mediation.page import MediationPage
from mediation_desk.gui.case.mediation.session import SessionEditor
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import meeting
from tests.gui.case.conftest import Opener
from tests.gui.case.rooms import Room


@pytest.fixture
def room(desk: Desk, open_case: Opener) -> Room:
    """The streamers' case after its mediation."""
    case_id = streamers._intake(desk)
    streamers._sorting(desk, case_id)
    streamers._mediation(desk, case_id)
    return open_case(case_id)


def editor_of(room: Room) -> SessionEditor:
    page = room.go(3)
    assert isinstance(page, MediationPage)
    page.sessions.edit(room.case.sessions[0])
    assert page.sessions.editor is not None
    return page.sessions.editor


def test_a_record_written_meanwhile_is_told_beside_the_own_one(room: Room, desk: Desk) -> None:
    editor = editor_of(room)
    opened = meeting.as_drafted(room.case.sessions[0])
    session: UUID = room.case.sessions[0].id
    theirs = meeting.SessionDraft(opened.starts_at, opened.form, opened.mode, opened.side, "Room 9",
                                  "Her record", opened.attendees)
    meeting.change_session(desk, room.case_id, session, theirs)
    record = editor.form.field("record")
    room.type(record, "My record")
    room.click(editor.keep_button)
    assert "Her record" in record.error()
    assert room.case.sessions[0].record == "Her record"
    room.click(editor.keep_button)
    kept = room.case.sessions[0]
    assert (kept.record, kept.place) == ("My record", "Room 9")
