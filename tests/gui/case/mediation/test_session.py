"""A session as it is written down: when, where, how, with whom."""

from datetime import datetime, time
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from mediation_desk.demonstration import streamers
from mediation_desk.domain.vocabulary import Attendance, Role, SessionForm, SessionMode, Side, Station
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.mediation.page import MediationPage
from mediation_desk.gui.case.mediation.session import SessionEditor, people_of, read_time
from mediation_desk.library.words import ENGLISH, Words
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.intake.registering import PartyDraft
from tests.gui.case import rooms
from tests.gui.case.conftest import Opener
from tests.gui.case.mediation.hands import new_session, page_of
from tests.gui.case.rooms import Room
from tests.services.mediation.drafted import as_drafted


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


@pytest.mark.parametrize(("typed", "meant"), [("14点30", time(14, 30)), ("14点", time(14)),
                                              ("１４：３０", time(14, 30)), (" 9 : 05 ", time(9, 5)),
                                              ("0:00", time(0)), ("23:59", time(23, 59)),
                                              ("2359", time(23, 59))])
def test_more_ways_in_which_people_write_a_time(typed: str, meant: time) -> None:
    assert read_time(typed) == meant


@pytest.mark.parametrize("typed", ["24:00", "2400", "12345", "-9", "9:5", "1e1", "14:30:00", "半夜"])
def test_what_could_be_read_in_two_ways_is_no_time(typed: str) -> None:
    with pytest.raises(DeskError) as told:
        read_time(typed)
    assert typed in Words.of(ENGLISH).sentence(told.value.sentence)


@given(st.times())
def test_every_minute_of_the_day_is_read_back(at: time) -> None:
    minute = at.replace(second=0, microsecond=0, tzinfo=None, fold=0)
    for form in ("%H:%M", "%H%M", "%H时%M分", "%H.%M"):
        assert read_time(minute.strftime(form)) == minute


def test_a_press_names_each_side_with_those_who_act_for_it(desk: Desk, sorted_case: UUID) -> None:
    company = reading.case(desk, sorted_case).case.respondents[0]
    registering.add_party(desk, sorted_case, PartyDraft(
        Role.AGENT, "周律师", particulars={"acts_for": company.id}))
    people = people_of(reading.case(desk, sorted_case))
    workers = [(Attendance.PARTY, worker[0]) for worker in streamers.WORKERS]
    firm = [(Attendance.PARTY, streamers.COMPANY), (Attendance.PARTY, "周律师")]
    assert people == {"Both sides": [*workers, *firm], "Applicants": workers, "Respondents": firm,
                      "Mediators": [(Attendance.MEDIATOR, "李调解")]}


def test_without_a_respondent_there_are_no_two_sides_to_name(desk: Desk) -> None:
    case_id = rooms.register(desk, PartyDraft(Role.APPLICANT, "马晓兰"))
    assert people_of(reading.case(desk, case_id))["Both sides"] == []


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
    room.begin(editor.form.field("record"), "双方到场")
    room.begin(editor.form.field(field), typed)
    room.click(editor.keep_button)
    assert editor.form.field(field).error() and room.case.sessions == []
    assert editor.form.field("record").typed() == "双方到场"


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


def press(room: Room, editor: SessionEditor, name: str, answer: int) -> None:
    room.click(editor.form.field(name).findChildren(QAbstractButton)[answer])


def test_what_nobody_enters_stays_open(room: Room) -> None:
    editor = begun(room)
    room.click(editor.keep_button)
    (session,) = room.case.sessions
    assert [getattr(session, name) for name in OF_THE_RECORD] == [None] * 4


def test_the_end_the_recorder_and_what_was_told_are_entered_and_shown_again(room: Room) -> None:
    editor = begun(room)
    room.type(editor.form.field("ended_at"), "1550")
    room.type(editor.form.field("recorder"), "何静")
    press(room, editor, "rights_told", 0)
    press(room, editor, "change_asked", 1)
    room.click(editor.keep_button)
    (session,) = room.case.sessions
    assert [getattr(session, name) for name in OF_THE_RECORD] == [
        datetime(2024, 11, 25, 15, 50), "何静", True, False]
    page = room.go(3)
    assert isinstance(page, MediationPage)
    page.sessions.table.choose_row(0)
    QTest.keyClick(page.sessions.table, Qt.Key.Key_Return)
    room.settle()
    again = page.sessions.editor
    assert again is not None and again.form.field("ended_at").typed() == "15:50"
    assert again._draft() == as_drafted(session)


def test_an_end_before_the_beginning_is_said_beside_it(room: Room) -> None:
    editor = begun(room)
    room.type(editor.form.field("ended_at"), "13:59")
    room.click(editor.keep_button)
    assert "ends after it began" in editor.form.field("ended_at").error()
    assert room.case.sessions == []


def test_talks_with_one_side_have_no_record_and_are_not_asked(room: Room) -> None:
    editor = begun(room)
    room.choose(editor.mode, 1)
    assert all(editor.form.field(name).isHidden() for name in OF_THE_RECORD)
    room.choose(editor.mode, 0)
    assert not any(editor.form.field(name).isHidden() for name in OF_THE_RECORD)
