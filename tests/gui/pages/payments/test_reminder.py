"""Whom a reminder is for decides what it says; a code shows once it is noted, and goes with the card."""

from __future__ import annotations

from PySide6.QtWidgets import QToolButton

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.vocabulary import ReminderManner
from tests.gui.pages.payments.hands import Seat
from tests.services.payments.owed import ACCOUNT, FIRST, pay


def test_a_worker_hears_how_it_stands_and_gets_no_letter(seat: Seat) -> None:
    pane = seat.page.pane
    seat.choose()
    seat.click(pane.remind)
    card = pane.reminder
    assert card.letter.isVisible() and not card.shows_code
    worker = seat.case.case.applicants[0]
    card.to.combo.setCurrentText(worker.name)
    card.to.combo.activated.emit(card.to.combo.currentIndex())
    seat.settle()
    assert card.text.text().startswith(worker.name) and not card.letter.isVisible()
    seat.click(card.as_code)
    assert card.shows_code and ACCOUNT not in card.text.text()
    sent = seat.case.case.reminders
    assert [(one.manner, one.party_id) for one in sent] == [(ReminderManner.CODE, worker.id)]
    seat.click(card.cancel)
    assert not card.isVisible() and card.code.matrix == ()


def test_a_worker_is_told_that_their_part_was_paid(seat: Seat) -> None:
    """The first instalment came; the second still stands in the list."""
    pay(seat.desk, seat.case_id, FIRST, "3000.00")
    seat.page.on_changed(Changes(frozenset({seat.case_id})))
    seat.settle()
    seat.choose()
    pane = seat.page.pane
    assert pane.due and pane.due.number == 2
    seat.click(pane.told.paid.made[0].findChildren(QToolButton)[0])
    worker = seat.case.case.applicants[0]
    assert "付清" in pane.reminder.text.text() and pane.reminder.text.text().startswith(worker.name)
    seat.click(pane.reminder.copy)
    assert [(one.instalment, one.party_id) for one in seat.case.case.reminders] == [(1, worker.id)]


def test_what_was_paid_meanwhile_is_not_reminded_of(seat: Seat) -> None:
    pane = seat.page.pane
    seat.choose()
    seat.click(pane.remind)
    pay(seat.desk, seat.case_id, FIRST, "3000.00")
    seat.click(pane.reminder.copy)
    assert pane.reminder.trouble.text() == "Instalment 1 is paid in full." and seat.case.case.reminders == []
