"""The editor of a session: what its record says besides the words, entered or left open."""

from datetime import datetime
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from mediation_desk.demonstration import streamers
from mediation_desk.gui.case.mediation.page import MediationPage
from mediation_desk.gui.case.mediation.session import SessionEditor
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import meeting
from tests.gui.case.conftest import Opener
from tests.gui.case.rooms import Room

OF_THE_RECORD = ("ended_at", "recorder", "rights_told", "change_asked")


@pytest.fixture
def room(desk: Desk, open_case: Opener) -> Room:
    case_id: UUID = streamers._intake(desk)
    streamers._sorting(desk, case_id)
    return open_case(case_id)


def new_session(room: Room) -> SessionEditor:
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
    editor = new_session(room)
    room.click(editor.keep_button)
    (session,) = room.case.sessions
    assert [getattr(session, name) for name in OF_THE_RECORD] == [None] * 4


def test_the_end_the_recorder_and_what_was_told_are_entered_and_shown_again(room: Room) -> None:
    editor = new_session(room)
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
    assert again._draft() == meeting.as_drafted(session)


def test_an_end_before_the_beginning_is_said_beside_it(room: Room) -> None:
    editor = new_session(room)
    room.type(editor.form.field("ended_at"), "13:59")
    room.click(editor.keep_button)
    assert "ends after it began" in editor.form.field("ended_at").error()
    assert room.case.sessions == []


def test_talks_with_one_side_have_no_record_and_are_not_asked(room: Room) -> None:
    editor = new_session(room)
    room.choose(editor.mode, 1)
    assert all(editor.form.field(name).isHidden() for name in OF_THE_RECORD)
    room.choose(editor.mode, 0)
    assert not any(editor.form.field(name).isHidden() for name in OF_THE_RECORD)
