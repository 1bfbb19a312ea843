"""The sessions of a case: planned and held, opened, corrected, taken out."""

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mediation_desk.domain.mediation.sessions import wall_clock
from mediation_desk.domain.vocabulary import Attendance, Outcome, SessionMode, Side
from mediation_desk.gui.case.mediation.page import MediationPage
from mediation_desk.services import drafts
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import meeting
from mediation_desk.services.mediation.meeting import SessionDraft
from tests.gui.case.mediation.hands import new_session, page_of
from tests.gui.case.rooms import Room
from tests.gui.desks import SetClock


def test_a_session_is_planned_until_somebody_says_that_it_was_held(room: Room) -> None:
    page = page_of(room)
    for day in ("2024-11-20", "2024-11-28"):
        editor = new_session(room)
        room.type(editor.form.field("starts_on"), day)
        room.type(editor.form.field("starts_time"), "14")
        room.click(editor.keep_button)
    chips = [page.sessions.model.index(row, 1).data() for row in range(2)]
    assert chips == ["Planned", "Planned"]


def test_a_session_is_corrected_in_place_and_taken_out_with_a_way_back(room: Room) -> None:
    editor = new_session(room)
    room.type(editor.form.field("starts_on"), "2024-11-25")
    room.type(editor.form.field("starts_time"), "14:00")
    room.click(editor.keep_button)
    page = page_of(room)
    page.sessions.table.choose_row(0)
    QTest.keyClick(page.sessions.table, Qt.Key.Key_Return)
    room.settle()
    assert page.sessions.editor is not None
    room.type(page.sessions.editor.form.field("place"), "Room 2")
    room.click(page.sessions.editor.keep_button)
    assert room.case.sessions[0].place == "Room 2"
    page.sessions.edit(room.case.sessions[0])
    assert page.sessions.editor is not None
    room.click(page.sessions.editor.remove)
    assert not room.case.sessions
    room.press(Qt.Key.Key_Z)
    assert len(room.case.sessions) == 1


def add(room: Room, hour: int, *, day: int = 25, mode: SessionMode = SessionMode.JOINT,
        side: Side | None = None, place: str = "") -> UUID:
    """A session in the store, read by the page."""
    made = meeting.hold_session(room.desk, room.case_id, SessionDraft(
        datetime(2024, 11, day, hour), mode=mode, side=side, place=place,
        attendees=[(Attendance.MEDIATOR, "李调解"), (Attendance.PARTY, "马晓岚")])).result
    assert made
    room.window.bench.reload()
    room.settle()
    return made


def row(page: MediationPage, at: int) -> dict[str, object]:
    model = page.sessions.model
    return {column.key: model.index(at, number).data() for number, column in enumerate(model.columns)}


def test_a_row_says_when_how_with_whom_and_who_came(room: Room) -> None:
    add(room, 9, place="第一调解室")
    add(room, 10, mode=SessionMode.CAUCUS, side=Side.RESPONDENT)
    page = page_of(room)
    first, second = row(page, 0), row(page, 1)
    assert first["held"] == "In the office: 第一调解室" and first["mode"] == "Face to face"
    assert first["who"] == "李调解, 马晓岚"
    assert second["held"] == "In the office" and second["mode"] == "Back to back: Respondents"


def test_of_an_earlier_programs_session_nothing_is_asserted_but_its_hour(room: Room, clock: SetClock) -> None:
    """It is ten in the morning at the office, and two at Greenwich."""
    add(room, 10)
    page = page_of(room)
    assert row(page, 0)["state"] == "Entered"
    add(room, 11)
    assert [row(page, at)["state"] for at in (0, 1)] == ["Entered", "Ahead"]
    assert wall_clock(room.desk.now, room.desk.zone) == datetime(2024, 11, 25, 10)


def test_the_record_that_is_printed_is_the_last_one_held_with_both_sides(room: Room) -> None:
    page = page_of(room)
    assert page.sessions.latest() is None
    add(room, 9, mode=SessionMode.CAUCUS, side=Side.APPLICANT)
    assert page.sessions.latest() is None
    first, second = add(room, 8), add(room, 9)
    add(room, 16)  # only planned
    assert page.sessions.latest() == second
    page.sessions.edit(next(one for one in room.case.sessions if one.id == first))
    assert page.sessions.latest() == first  # the one in hand


def test_cancel_forgets_a_new_session_and_esc_puts_it_by(room: Room, desk: Desk) -> None:
    page = page_of(room)
    editor = new_session(room)
    room.type(editor.form.field("place"), "Room 3")
    room.press(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert page.sessions.editor is None
    room.window.bench.reload()
    room.settle()
    assert page.sessions.editor is None  # it does not come up by itself
    editor = new_session(room)
    assert editor.form.field("place").typed() == "Room 3"
    room.click(editor.cancel)
    assert new_session(room).form.field("place").typed() == "" and drafts.all_kept(desk) == {}


def test_going_to_another_session_keeps_what_was_typed_of_the_first(room: Room) -> None:
    add(room, 9)
    add(room, 10)
    page = page_of(room)
    one, two = room.case.sessions
    page.sessions.edit(one)
    assert page.sessions.editor is not None
    room.begin(page.sessions.editor.form.field("record"), "heard")
    page.sessions.edit(two)
    assert page.sessions.editor.session_id == two.id
    page.sessions.edit(one)
    assert page.sessions.editor.form.field("record").typed() == "heard"


def test_in_a_case_that_is_over_a_session_is_shown_and_none_is_added(room: Room, desk: Desk) -> None:
    held = add(room, 9, place="第一调解室")
    closing.close(desk, room.case_id, desk.today, Outcome.WITHDRAWN, sure=True)
    room.window.bench.reload()
    room.settle()
    page = page_of(room)
    page.sessions.add()
    assert page.sessions.editor is None
    page.sessions.edit(room.case.sessions[0])
    editor = page.sessions.editor
    assert editor is not None and editor.session_id == held
    assert editor.keep_button.isHidden() and editor.remove.isHidden() and editor.cancel.text() == "Close"
