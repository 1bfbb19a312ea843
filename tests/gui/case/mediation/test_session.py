"""A session as it is written down: when, where, how, with whom."""

from datetime import datetime, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mediation_desk.domain.vocabulary import Attendance, SessionForm, SessionMode, Side, Station
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.mediation.session import read_time
from tests.gui.case.conftest import Opener
from tests.gui.case.mediation.hands import new_session, page_of
from tests.gui.case.rooms import Room


def test_a_mobile_session_is_written_down_with_all_who_attended(room: Room) -> None:
    editor = new_session(room)
    room.type(editor.form.field("starts_on"), "20241125")
    room.type(editor.form.field("starts_time"), "930")
    room.choose(editor.how, list(SessionForm).index(SessionForm.MOBILE))
    people = editor.form.field("attendees")
    room.click(people.adders[1])  # type: ignore[attr-defined]  # the applicants
    people.capacity.setCurrentIndex(list(Attendance).index(Attendance.INSPECTOR))  # type: ignore[attr-defined]
    people.line.setFocus()  # type: ignore[attr-defined]
    QTest.keyClicks(people.line, "He Jing")  # type: ignore[attr-defined]
    QTest.keyClick(people.line, Qt.Key.Key_Return)  # type: ignore[attr-defined]
    room.begin(editor.form.field("record"), "both sides heard")
    room.click(editor.keep_button)
    assert "where the mobile session" in editor.form.field("place").error()
    room.type(editor.form.field("place"), "Chengxi park")
    room.click(editor.keep_button)
    held = room.case.sessions[0]
    assert held.starts_at == datetime(2024, 11, 25, 9, 30)
    assert (held.form, held.mode, held.place) == (SessionForm.MOBILE, SessionMode.JOINT, "Chengxi park")
    assert held.record == "both sides heard"
    assert [one.attendance for one in held.attendees] == [
        Attendance.MEDIATOR, *[Attendance.PARTY] * 5, Attendance.INSPECTOR]
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


@pytest.mark.parametrize(("typed", "meant"), [("14:30", time(14, 30)), ("14：30", time(14, 30)),
                                              ("0930", time(9, 30)), ("930", time(9, 30)), ("9", time(9)),
                                              ("14时05分", time(14, 5))])
def test_times_are_read_as_people_type_them(typed: str, meant: time) -> None:
    assert read_time(typed) == meant


@pytest.mark.parametrize("typed", ["25:00", "12:60", "noon", ""])
def test_what_is_no_time_is_said(typed: str) -> None:
    with pytest.raises(DeskError) as told:
        read_time(typed)
    assert told.value.field == "starts_time"
