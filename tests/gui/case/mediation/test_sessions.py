"""The sessions of a case: planned and held, opened, corrected, taken out."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.case.mediation.hands import new_session, page_of
from tests.gui.case.rooms import Room


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
