"""Mediation: sessions, offers at the table, and what each side said alone, typed and clicked."""

from collections.abc import Callable
from datetime import date, datetime, time
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from mediation_desk.demonstration import streamers
from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import Attendance, SealedKind, SessionForm, SessionMode, Side, Station
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.mediation.alone import SideAlone
from mediation_desk.gui.case.mediation.page import MediationPage
from mediation_desk.gui.case.mediation.session import SessionEditor, read_time
from mediation_desk.gui.case.mediation.zone import ZoneBar, zone_words
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import caucus
from tests.gui.case.conftest import Opener
from tests.gui.case.rooms import Room
from tests.gui.desks import SetClock

CANARY = "kanarienvogel-4711"


@pytest.fixture
def sorted_case(desk: Desk) -> UUID:
    """The streamers' case after its sorting."""
    case_id = streamers._intake(desk)
    streamers._sorting(desk, case_id)
    return case_id


@pytest.fixture
def room(sorted_case: UUID, open_case: Opener) -> Room:
    return open_case(sorted_case)


def page_of(room: Room) -> MediationPage:
    page = room.go(3)
    assert isinstance(page, MediationPage)
    return page


def new_session(room: Room) -> SessionEditor:
    page = page_of(room)
    room.click(page.primary)
    assert page.sessions.editor is not None
    return page.sessions.editor


def shown_alone(room: Room, side: Side) -> SideAlone:
    page = page_of(room)
    if page.private.side(side) is None:
        room.click(page.private.toggles[side])
    column = page.private.side(side)
    assert column is not None
    return column


def make_offer(room: Room, side: Side, amount: str, instalments: str) -> None:
    part = page_of(room).offers
    if part.side.typed() != side.value:
        room.choose(part.side, list(Side).index(side))
    room.type(part.form.field("amount"), amount)
    room.type(part.form.field("instalments"), instalments)
    room.click(part.add_button)


def words_on_screen(inside: QWidget) -> str:
    """Every word that the widgets hold, spoken or seen, shown or not."""
    found = []
    for widget in [inside, *inside.findChildren(QWidget)]:
        found += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(),
                  widget.windowTitle()]
        if isinstance(widget, QLabel | QLineEdit | QPushButton):
            found.append(widget.text())
        if isinstance(widget, QPlainTextEdit):
            found.append(widget.toPlainText())
        spoken = QAccessible.queryAccessibleInterface(widget)
        if spoken is not None:
            found += [spoken.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Value)]
    return "\n".join(found)


# -- sessions --------------------------------------------------------------------------------


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


def test_a_session_ahead_is_planned_and_one_behind_was_held(room: Room) -> None:
    page = page_of(room)
    for day in ("2024-11-20", "2024-11-28"):
        editor = new_session(room)
        room.type(editor.form.field("starts_on"), day)
        room.type(editor.form.field("starts_time"), "14")
        room.click(editor.keep_button)
    chips = [page.sessions.model.index(row, 1).data() for row in range(2)]
    assert chips == ["Held", "Planned"]


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


# -- offers ----------------------------------------------------------------------------------


def test_the_storys_rounds_line_up_and_the_third_is_accepted(room: Room) -> None:
    for ours, parts, theirs, theirs_in in (("38700", "1", "21500", "6"), ("33000", "2", "28000", "3")):
        make_offer(room, Side.APPLICANT, ours, parts)
        make_offer(room, Side.RESPONDENT, theirs, theirs_in)
    make_offer(room, Side.APPLICANT, "30264", "2")
    told = [(one.round, one.side, str(one.amount), one.instalments) for one in room.case.offers]
    assert told == [(1, Side.APPLICANT, "38,700.00", 1), (1, Side.RESPONDENT, "21,500.00", 6),
                    (2, Side.APPLICANT, "33,000.00", 2), (2, Side.RESPONDENT, "28,000.00", 3),
                    (3, Side.APPLICANT, "30,264.00", 2)]
    accept = page_of(room).offers.findChildren(QPushButton, "accept")[-1]
    assert accept.accessibleName() == "Accept the offer: Applicants, round 3"
    room.click(accept)
    assert room.case.offers[-1].accepted_at is not None
    assert room.case.station is Station.SETTLEMENT


def test_an_offer_of_nothing_is_refused_beside_its_amount(room: Room) -> None:
    part = page_of(room).offers
    make_offer(room, Side.APPLICANT, "0", "1")
    assert part.form.field("amount").error() == "Enter an amount above zero."
    assert not room.case.offers


# -- said alone ------------------------------------------------------------------------------


def test_bottom_lines_make_the_zone_and_a_kept_offer_is_released(room: Room, desk: Desk) -> None:
    workers = shown_alone(room, Side.APPLICANT)
    room.type(workers.line_form.field("bottom_line"), "29000")
    room.type(workers.line_form.field("most"), "2")
    room.click(workers.line_button)
    company = shown_alone(room, Side.RESPONDENT)
    room.type(company.line_form.field("bottom_line"), "31000")
    room.type(company.line_form.field("fewest"), "2")
    room.click(company.line_button)
    page = page_of(room)
    assert "The zone reaches from 29,000.00 yuan to 31,000.00 yuan, in 2 instalments." in words_on_screen(
        page.private)
    assert page.private.findChildren(ZoneBar)
    room.type(company.offer_form.field("amount"), "30264")
    room.type(company.offer_form.field("instalments"), "2")
    room.click(company.offer_button)
    assert not room.case.offers
    room.click(company.findChildren(QPushButton, "release")[0])
    released = room.case.offers[0]
    assert (released.side, released.amount, released.instalments) == (Side.RESPONDENT, yuan("30264"), 2)
    talk = caucus.talk(desk, room.case_id)
    assert talk.zone and talk.zone.exists
    assert len(talk.of(Side.RESPONDENT, SealedKind.OFFER)) == 1


def test_nothing_private_is_read_before_it_is_asked_for(room: Room, desk: Desk) -> None:
    caucus.note(desk, room.case_id, Side.APPLICANT, CANARY)
    room.window.bench.reload()
    room.settle()
    page_of(room)
    assert CANARY not in words_on_screen(room.frame)


@pytest.mark.parametrize("way", ["button", "leave", "lock", "turn"])
def test_hidden_words_are_in_no_widget_and_on_no_clipboard(room: Room, way: str) -> None:
    column = shown_alone(room, Side.APPLICANT)
    room.begin(column.note_form.field("note"), CANARY)
    room.click(column.note_button)
    room.begin(column.note_form.field("note"), f"{CANARY} draft")
    room.begin(column.line_form.field("text"), f"{CANARY} line")
    assert words_on_screen(room.frame).count(CANARY) >= 3
    page = page_of(room)
    acts: dict[str, Callable[[], object]] = {
        "button": lambda: room.click(page.private.toggles[Side.APPLICANT]), "leave": lambda: room.go(4),
        "lock": lambda: room.press(Qt.Key.Key_L),
        "turn": lambda: room.press(Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier)}
    acts[way]()
    QApplication.sendPostedEvents(None, 52)  # deferred deletion
    assert not page.private.shown
    for window in QApplication.topLevelWidgets():
        assert CANARY not in words_on_screen(window)
    clipboard = QGuiApplication.clipboard()
    assert CANARY not in clipboard.text() + clipboard.text(clipboard.Mode.Selection)


def test_what_was_being_typed_alone_is_there_again_when_shown_again(room: Room) -> None:
    column = shown_alone(room, Side.RESPONDENT)
    room.begin(column.note_form.field("note"), "not yet finished")
    room.click(page_of(room).private.toggles[Side.RESPONDENT])
    assert not page_of(room).private.shown
    again = shown_alone(room, Side.RESPONDENT)
    assert again.note_form.field("note").typed() == "not yet finished"


def test_private_words_cannot_be_copied(room: Room) -> None:
    column = shown_alone(room, Side.APPLICANT)
    field = column.line_form.field("text")
    room.begin(field, CANARY)
    line = field.focusProxy()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    QGuiApplication.clipboard().setText("before")
    for key in (Qt.Key.Key_C, Qt.Key.Key_X):
        QTest.keyClick(line, key, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "before"
    assert line.text() == CANARY


def test_the_gap_is_said_when_there_is_no_zone(room: Room, desk: Desk) -> None:
    caucus.set_bottom_line(desk, room.case_id, Side.APPLICANT, yuan("32000"))
    caucus.set_bottom_line(desk, room.case_id, Side.RESPONDENT, yuan("30500"))
    assert zone_words(caucus.talk(desk, room.case_id).zone) == (
        "No zone: the bottom lines lie 1,500.00 yuan apart.")


def test_instalments_alone_can_stand_in_the_way(room: Room, desk: Desk) -> None:
    caucus.set_bottom_line(desk, room.case_id, Side.APPLICANT, yuan("29000"), most_instalments=2)
    caucus.set_bottom_line(desk, room.case_id, Side.RESPONDENT, yuan("31000"), fewest_instalments=4)
    said = zone_words(caucus.talk(desk, room.case_id).zone)
    assert "at least 4 instalments" in said and "at most 2" in said


def test_the_record_of_a_session_is_set_ready_to_print(room: Room, desk: Desk, clock: SetClock) -> None:
    streamers._mediation(desk, room.case_id)
    clock.set(date(2024, 11, 26))
    room.window.bench.reload()
    room.settle()
    page = page_of(room)
    page.print_pdf()
    room.settle()
    assert page.papers.pane.paper.pages >= 1 and page.area.isHidden()
    room.click(page.papers.pane.back)
    assert not page.area.isHidden() and not page.primary.isHidden()
