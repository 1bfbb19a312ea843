"""From the case itself: the workers are told of the last payment, and whoever owes is reminded."""

from __future__ import annotations

from datetime import date

from PySide6.QtGui import QGuiApplication

from tests.gui.case.performance.hands import book, on
from tests.gui.case.rooms import Room
from tests.gui.desks import SetClock


def test_of_what_is_owed_the_payer_is_reminded_and_of_what_is_paid_the_workers_are_told(
        room: Room, clock: SetClock) -> None:
    page = on(room, clock, date(2024, 12, 9))
    part = page.telling
    assert "Remind of instalment 1" in part.tell.text()
    room.click(part.tell)
    assert "15,132.00元" in part.card.text.text() and part.card.letter.isHidden()
    room.click(part.card.copy)
    assert "15,132.00元" in QGuiApplication.clipboard().text()
    for day in (date(2024, 12, 10), date(2025, 1, 10)):
        page = on(room, clock, day)
        book(room)
    page.instalments.choose_row(1)
    assert "instalment 2 was paid" in part.tell.text()
    room.click(part.tell)
    assert part.card.to.value() == room.case.applicants[0].id and "付清" in part.card.text.text()
    room.click(part.card.as_code)
    assert part.card.shows_code
    assert [(one.instalment, one.party_id) for one in room.case.reminders] == [
        (1, room.case.respondents[0].id), (2, room.case.applicants[0].id)]
    assert part.card.isVisibleTo(page)
