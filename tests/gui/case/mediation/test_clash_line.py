"""What would be in two places at once is said while a session is planned, and refuses nothing."""

from datetime import datetime

from PySide6.QtTest import QTest

from mediation_desk.domain.vocabulary import SessionMode
from mediation_desk.gui.case.mediation.clash_line import REST_MS
from mediation_desk.services.mediation import meeting
from mediation_desk.services.mediation.meeting import SessionDraft
from tests.gui.case.mediation.hands import new_session
from tests.gui.case.rooms import Room


def planned(room: Room, hour: str) -> str:
    """The words under a new session of that hour."""
    editor = new_session(room)
    room.type(editor.form.field("starts_on"), "2024-11-27")
    room.type(editor.form.field("starts_time"), hour)
    room.choose(editor.mode, list(SessionMode).index(SessionMode.JOINT))
    QTest.qWait(2 * REST_MS)
    room.settle()
    said = editor.clash.words.text() if not editor.clash.isHidden() else ""
    room.click(editor.cancel)
    return said


def test_a_session_at_the_hour_of_another_says_so_and_one_beside_it_nothing(room: Room) -> None:
    meeting.hold_session(room.desk, room.case_id, SessionDraft(
        datetime(2024, 11, 27, 9), place="第一调解室", until=datetime(2024, 11, 27, 10)))
    assert "09:00" in planned(room, "930")
    assert planned(room, "1000") == ""


def test_a_session_that_clashes_is_kept_all_the_same(room: Room) -> None:
    meeting.hold_session(room.desk, room.case_id, SessionDraft(datetime(2024, 11, 27, 9), place="第一调解室"))
    editor = new_session(room)
    room.type(editor.form.field("starts_on"), "2024-11-27")
    room.type(editor.form.field("starts_time"), "930")
    room.click(editor.keep_button)
    assert len(room.case.sessions) == 2
