"""A session as it is written down: when, where, how, with whom."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mediation_desk.domain.mediation.course import Move
from mediation_desk.domain.vocabulary import Attendance, SessionForm, SessionMode, SessionState, Side, Station
from mediation_desk.gui.case.mediation.page import MediationPage
from mediation_desk.gui.case.mediation.session import SessionEditor
from mediation_desk.services.mediation import meeting
from tests.gui.case.conftest import Opener
from tests.gui.case.mediation.hands import new_session, page_of
from tests.gui.case.rooms import Room
from tests.services.mediation.drafted import as_drafted


def test_a_mobile_session_is_written_down_with_all_who_attended(room: Room) -> None:
    editor = new_session(room)
    room.type(editor.form.field("starts_on"), "20241125")
    room.type(editor.form.field("starts_time"), "930")
    room.choose(editor.how, list(SessionForm).index(SessionForm.MOBILE))
    people = editor.form.people
    people.capacity.setCurrentIndex(list(Attendance).index(Attendance.INSPECTOR))
    people.line.setFocus()
    QTest.keyClicks(people.line, "He Jing")
    QTest.keyClick(people.line, Qt.Key.Key_Return)
    room.click(editor.keep_button)
    assert "where the mobile session" in editor.form.field("place").error()
    room.type(editor.form.field("place"), "Chengxi park")
    room.click(editor.keep_button)
    held = room.case.sessions[0]
    assert held.starts_at == datetime(2024, 11, 25, 9, 30)
    assert (held.form, held.mode, held.place) == (SessionForm.MOBILE, SessionMode.JOINT, "Chengxi park")
    assert held.state is SessionState.PLANNED
    assert [one.attendance for one in held.attendees] == [Attendance.MEDIATOR, Attendance.INSPECTOR]
    assert held.attendees[-1].name == "He Jing"
    page = page_of(room)
    assert page.sessions.editor is None and page.sessions.model.rowCount() == 1
    assert room.case.station is Station.MEDIATION


def test_back_to_back_asks_with_which_side(room: Room) -> None:
    editor = new_session(room)
    room.type(editor.form.field("starts_on"), "2024-11-26")
    room.type(editor.form.field("starts_time"), "15:00")
    assert editor.side.isHidden()
    room.choose(editor.mode, 1)
    assert not editor.side.isHidden()
    room.click(editor.keep_button)
    assert "which side" in editor.side.error()
    room.choose(editor.side, 1)
    room.click(editor.keep_button)
    assert room.case.sessions[0].side is Side.RESPONDENT


def test_what_was_typed_of_a_session_comes_back_after_a_kill(room: Room, open_case: Opener) -> None:
    editor = new_session(room)
    room.type(editor.form.field("place"), "Room 3")
    room.window.bench.notes.flush()
    room.settle()
    again = page_of(open_case(room.case_id))
    assert again.sessions.editor is not None
    assert again.sessions.editor.form.field("place").typed() == "Room 3"


def test_back_at_one_table_the_side_is_forgotten(room: Room) -> None:
    editor = new_session(room)
    room.type(editor.form.field("starts_time"), "15")
    room.choose(editor.mode, 1)
    room.choose(editor.side, 1)
    room.choose(editor.mode, 0)
    assert editor.side.isHidden()
    room.click(editor.keep_button)
    (held,) = room.case.sessions
    assert (held.mode, held.side, held.starts_at) == (SessionMode.JOINT, None, datetime(2024, 11, 25, 15))


@pytest.mark.parametrize(("field", "typed"), [("starts_on", ""), ("starts_on", "someday"),
                                              ("starts_time", ""), ("starts_time", "noon")])
def test_a_session_without_its_day_and_hour_is_not_kept(room: Room, field: str, typed: str) -> None:
    editor = new_session(room)
    room.begin(editor.form.field("starts_time"), "15")
    room.begin(editor.form.field("place"), "第二调解室")
    room.begin(editor.form.field(field), typed)
    room.click(editor.keep_button)
    assert editor.form.field(field).error() and room.case.sessions == []
    assert editor.form.field("place").typed() == "第二调解室"


# Besides the words: entered or left open


OF_THE_RECORD = ("ended_at", "recorder", "rights_told", "change_asked")


def begun(room: Room) -> SessionEditor:
    page = room.go(3)
    assert isinstance(page, MediationPage)
    room.click(page.primary)
    assert page.sessions.editor is not None
    room.type(page.sessions.editor.form.field("starts_on"), "2024-11-25")
    room.type(page.sessions.editor.form.field("starts_time"), "14:00")
    return page.sessions.editor


def test_what_nobody_enters_stays_open(room: Room) -> None:
    editor = begun(room)
    room.click(editor.keep_button)
    (session,) = room.case.sessions
    assert [getattr(session, name) for name in OF_THE_RECORD] == [None] * 4


def test_the_end_and_the_recorder_are_entered_and_shown_again(room: Room) -> None:
    editor = begun(room)
    room.type(editor.form.field("ended_at"), "1550")
    room.type(editor.form.field("recorder"), "何静")
    room.click(editor.keep_button)
    (session,) = room.case.sessions
    assert [getattr(session, name) for name in OF_THE_RECORD] == [
        datetime(2024, 11, 25, 15, 50), "何静", None, None]
    page = room.go(3)
    assert isinstance(page, MediationPage)
    page.sessions.table.choose_row(0)
    QTest.keyClick(page.sessions.table, Qt.Key.Key_Return)
    room.settle()
    again = page.sessions.editor
    assert again is not None and again.form.field("ended_at").typed() == "15:50"
    assert again.form.draft() == as_drafted(session)


def test_an_end_before_the_beginning_is_said_beside_it(room: Room) -> None:
    editor = begun(room)
    room.type(editor.form.field("ended_at"), "13:59")
    room.click(editor.keep_button)
    assert "ends after it began" in editor.form.field("ended_at").error()
    assert room.case.sessions == []


def test_a_talk_with_one_side_has_no_recorder(room: Room) -> None:
    editor = begun(room)
    room.choose(editor.mode, 1)
    assert editor.form.recorder.isHidden() and not editor.form.field("ended_at").isHidden()
    room.choose(editor.mode, 0)
    assert not editor.form.recorder.isHidden()


# How far it has come


def opened(room: Room, state: SessionState | None = SessionState.PLANNED, **given: object) -> SessionEditor:
    """A session of this morning in its editor."""
    meeting.hold_session(room.desk, room.case_id, meeting.SessionDraft(
        **{"starts_at": datetime(2024, 11, 25, 9), "state": state, **given}))  # type: ignore[arg-type]
    room.window.bench.reload()
    room.settle()
    page = page_of(room)
    page.sessions.edit(room.case.sessions[-1])
    assert page.sessions.editor is not None
    return page.sessions.editor


def test_a_session_begins_and_ends_once_everybody_is_answered(room: Room) -> None:
    editor = opened(room)
    assert editor.course is not None and editor.attendance is not None
    room.click(editor.course.buttons[Move.BEGIN])
    assert room.case.sessions[0].state is SessionState.UNDER_WAY
    room.click(editor.course.buttons[Move.END])
    assert "Still open: 马晓岚" in editor.attendance.trouble.text()
    assert room.case.sessions[0].state is SessionState.UNDER_WAY
    first = next(iter(editor.attendance.rows.values())).came
    assert "whether it came" in first.error() and first.combo.hasFocus()
    room.click(editor.attendance.everybody[Side.APPLICANT])
    company = list(editor.attendance.rows.values())[-1]
    room.choose(company.came, 3)  # did not come
    room.click(editor.attendance.keep_button)
    room.click(editor.course.buttons[Move.END])
    (held,) = room.case.sessions
    assert (held.state, held.ended_at) == (SessionState.HELD, datetime(2024, 11, 25, 10))
    assert editor.form.field("ended_at").typed() == "10:00"  # what is kept is shown, so that it stays
    room.click(editor.keep_button)
    assert room.case.sessions[0].ended_at == held.ended_at


def test_a_session_that_is_written_down_afterwards_names_its_end(room: Room) -> None:
    editor = opened(room, mode=SessionMode.CAUCUS, side=Side.RESPONDENT)
    assert editor.course is not None and editor.attendance is not None and editor.minutes is None
    room.choose(next(iter(editor.attendance.rows.values())).came, 1)
    room.click(editor.attendance.keep_button)
    room.click(editor.course.buttons[Move.END])
    assert "when the session ended" in editor.form.field("ended_at").error()
    room.type(editor.form.field("ended_at"), "9:40")
    room.click(editor.course.buttons[Move.END])
    (held,) = room.case.sessions
    assert (held.state, held.ended_at) == (SessionState.HELD, datetime(2024, 11, 25, 9, 40))


def test_what_is_typed_stays_while_the_session_moves_on(room: Room) -> None:
    editor = opened(room)
    room.begin(editor.form.field("place"), "Room 8")
    assert editor.course is not None
    room.click(editor.course.buttons[Move.BEGIN])
    assert editor.form.field("place").typed() == "Room 8"
    room.click(editor.keep_button)
    (kept,) = room.case.sessions
    assert (kept.place, kept.state) == ("Room 8", SessionState.UNDER_WAY)
