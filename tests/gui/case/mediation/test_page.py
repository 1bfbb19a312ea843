"""Mediation: sessions, offers at the table, and what each side said alone, typed and clicked."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from mediation_desk.demonstration import streamers
from mediation_desk.domain.vocabulary import Side
from mediation_desk.services.desk import Desk
from tests.gui.case.mediation.hands import CANARY, page_of, shown_alone, words_on_screen
from tests.gui.case.rooms import Room
from tests.gui.desks import SetClock

# -- said alone ------------------------------------------------------------------------------


@pytest.mark.parametrize("way", ["button", "leave", "lock"])
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
        "lock": lambda: room.press(Qt.Key.Key_L)}
    acts[way]()
    QApplication.sendPostedEvents(None, 52)  # deferred deletion
    assert not page.private.shown
    for window in QApplication.topLevelWidgets():
        assert CANARY not in words_on_screen(window)
    clipboard = QGuiApplication.clipboard()
    assert CANARY not in clipboard.text() + clipboard.text(clipboard.Mode.Selection)


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
