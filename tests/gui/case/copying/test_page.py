"""A person copies field after field into another platform's form, from the keyboard."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication

from mediation_desk.gui.case.copying.page import CopyingPage
from mediation_desk.gui.case.copying.rows import SheetLine
from mediation_desk.gui.kit import clearing
from mediation_desk.services import editing
from mediation_desk.services.desk import Desk
from tests.gui.case import rooms
from tests.gui.case.conftest import Opener
from tests.gui.case.rooms import Room

NUMBER = rooms.id_number(2)


@pytest.fixture
def case_id(desk: Desk) -> UUID:
    """The streamers' case; the first of them gave her number."""
    made = rooms.named(desk, rooms.streamers(desk))
    worker = rooms.stored(desk, made).applicants[0]
    editing.save(desk, made, [editing.Edit("party", worker.id, "id_number", "", NUMBER)])
    return made


def page_of(room: Room) -> CopyingPage:
    """The page beside the road."""
    room.window.show_page("copying")
    room.settle()
    page = room.window.page_in_front()
    assert isinstance(page, CopyingPage)
    return page


def line(page: CopyingPage, at: int) -> SheetLine:
    """A line of the sheet."""
    found = page.model.row(at)
    assert isinstance(found, SheetLine)
    return found


def row_of(page: CopyingPage, key: str) -> int:
    """Where a field stands."""
    return next(at for at in range(page.model.rowCount()) if line(page, at).field.key == key)


def test_enter_copies_marks_and_goes_on_and_what_is_private_leaves_the_clipboard_with_the_page(
        case_id: UUID, open_case: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clearing, "ours", lambda mode: mode is QClipboard.Mode.Clipboard)  # as on a screen
    room = open_case(case_id)
    page = page_of(room)
    assert page.progress.text().startswith("0 of ")
    plain = Qt.KeyboardModifier.NoModifier
    page.table.setFocus()
    room.press(Qt.Key.Key_Return, plain)
    assert QGuiApplication.clipboard().text() == rooms.WORKERS[0]
    assert page.progress.text().startswith("1 of ") and page.table.hasFocus()
    [mark] = room.case.copied
    assert (mark.platform, mark.field) == ("internet-mediation", "0.1.name")

    at = row_of(page, "0.1.id_number")
    page.table.choose_row(at)
    assert NUMBER not in page.whole.text() and page.whole.text().endswith(NUMBER[-4:])
    room.press(Qt.Key.Key_C)
    assert QGuiApplication.clipboard().text() == NUMBER
    assert page.table.currentIndex().row() == at + 1  # the phone is next
    room.go(1)
    assert QGuiApplication.clipboard().text() == ""
    room.window.show_page("copying")
    room.settle()
    page.table.choose_row(at)
    page.copy()
    room.window.show_page("evidence")  # left while the mark is still being kept
    room.settle()
    assert QGuiApplication.clipboard().text() == ""


def test_what_nobody_entered_leads_to_its_field_and_another_platform_has_marks_of_its_own(
        case_id: UUID, open_case: Opener) -> None:
    room = open_case(case_id)
    page = page_of(room)
    page.table.choose_row(row_of(page, "1.1.address"))
    page.copy()
    assert "nobody entered it" in page.bar.words.text() and page.enter.isVisible()
    room.click(page.enter)
    assert room.window.key == "intake"
    page = page_of(room)
    room.choose(page.platform, 1)
    assert line(page, 0).part.startswith("Plaintiff") and room.case.copied == []
