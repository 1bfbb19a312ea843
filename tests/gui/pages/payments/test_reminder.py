"""Whom a reminder is for decides what it says; a code shows once it is noted, and goes with the card."""

from __future__ import annotations

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


def test_what_was_paid_meanwhile_is_not_reminded_of(seat: Seat) -> None:
    pane = seat.page.pane
    seat.choose()
    seat.click(pane.remind)
    pay(seat.desk, seat.case_id, FIRST, "3000.00")
    seat.click(pane.reminder.copy)
    assert pane.reminder.trouble.text() == "Instalment 1 is paid in full." and seat.case.case.reminders == []
