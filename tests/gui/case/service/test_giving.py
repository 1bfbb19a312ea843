"""The card that gives papers out keeps what is typed in it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt

from tests.gui.case.conftest import Opener
from tests.gui.case.service.hands import page_of


def test_what_was_typed_waits_for_the_next_time(
        case_id: UUID, open_case: Opener) -> None:
    room = open_case(case_id)
    page = page_of(room)
    page.give("rights-notice")
    assert page.giving.papers.ticks["rights-notice"].isChecked()
    room.type(page.giving.form.field("sent_by"), "王书记员")
    room.press(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert page.giving.isHidden()
    room.window.bench.notes.flush()
    room.settle()
    again = page_of(open_case(case_id))
    assert not again.giving.isHidden() and again.giving.form.field("sent_by").typed() == "王书记员"
    assert again.giving.papers.ticks["rights-notice"].isChecked()
