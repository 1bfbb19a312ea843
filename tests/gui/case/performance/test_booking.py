"""Booking a payment: in part, late or early, to one worker or to all."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from mediation_desk.demonstration import streamers
from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import PaymentMethod
from mediation_desk.services import drafts
from mediation_desk.services.desk import Desk
from mediation_desk.services.performance import booking
from tests.gui.case.conftest import Opener
from tests.gui.case.performance.hands import book, on, page_of
from tests.gui.case.rooms import Room
from tests.gui.desks import SetClock


def test_a_payment_to_one_worker_with_voucher_and_note(room: Room, clock: SetClock) -> None:
    page = on(room, clock, date(2024, 12, 9))
    room.click(page.primary)
    assert page.booking.amount.value() == yuan("15132")
    room.type(page.booking.amount, "500.50")
    room.choose(page.booking.worker, 5)
    room.choose(page.booking.method, list(PaymentMethod).index(PaymentMethod.CASH))
    room.type(page.booking.voucher, "A-17")
    room.type(page.booking.note, "in hand")
    room.click(page.booking.book_button)
    paid = room.case.payments[0]
    assert (paid.paid_on, paid.amount, paid.method) == (date(2024, 12, 9), yuan("500.50"), PaymentMethod.CASH)
    assert (paid.worker_id, paid.voucher, paid.note) == (room.case.applicants[4].id, "A-17", "in hand")
    received = {worker: got for worker, _, got in booking.standing(room.desk, room.case_id).workers}
    assert received[room.case.applicants[4].id] == yuan("500.50")
    assert page.booking.isHidden()


def test_more_than_is_outstanding_is_refused_beside_the_amount(room: Room) -> None:
    page = page_of(room)
    room.click(page.primary)
    room.type(page.booking.amount, "40000")
    page.booking.book()
    room.settle()
    assert "30,264.00" in page.booking.amount.error()
    assert not room.case.payments


def test_what_was_typed_of_a_payment_comes_back_after_a_kill(room: Room, open_case: Opener) -> None:
    page = page_of(room)
    room.click(page.primary)
    room.begin(page.booking.note, "half of it")
    room.window.bench.notes.flush()
    room.settle()
    again = page_of(open_case(room.case_id))
    assert again.booking.note.typed() == "half of it"


def test_the_card_begins_with_what_the_next_instalment_still_lacks(room: Room, clock: SetClock) -> None:
    """15,132.00 are due on 10 December; 5,000.50 of it came before, so 10,131.50 are lacking."""
    page = on(room, clock, date(2024, 12, 9))
    book(room, "5000.50")
    room.click(page.primary)
    assert page.booking.amount.value() == yuan("10131.50") and page.booking.day.value() == date(2024, 12, 9)
    assert page.booking.worker.value() is None and page.booking.amount.hasFocus()
    assert page.booking.voucher.typed() == page.booking.note.typed() == ""  # nothing of the last one


def test_a_payment_of_yesterday_keeps_its_day_and_one_of_tomorrow_is_refused(room: Room,
                                                                           clock: SetClock) -> None:
    page = on(room, clock, date(2024, 12, 10))
    room.click(page.primary)
    room.type(page.booking.day, "2024-12-11")
    room.click(page.booking.book_button)
    assert page.booking.day.error() == "The payment lies in the future." and room.case.payments == []
    room.type(page.booking.day, "2024-12-09")
    assert page.booking.day.error() == ""
    room.click(page.booking.book_button)
    assert [one.paid_on for one in room.case.payments] == [date(2024, 12, 9)]


@pytest.mark.parametrize("typed", ["", "0", "-100", "a lot", "1.005", "30264.01"])
def test_an_amount_that_cannot_be_is_refused_beside_it_and_the_rest_stays_typed(room: Room,
                                                                              typed: str) -> None:
    page = page_of(room)
    room.click(page.primary)
    room.begin(page.booking.voucher, "A-17")
    room.begin(page.booking.amount, typed)
    room.click(page.booking.book_button)
    assert page.booking.amount.error() and room.case.payments == []
    assert page.booking.isVisible() and page.booking.voucher.typed() == "A-17"


def test_cancel_forgets_a_payment_and_esc_puts_it_by(room: Room, desk: Desk) -> None:
    page = page_of(room)
    room.click(page.primary)
    room.begin(page.booking.voucher, "A-17")
    room.press(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert page.booking.isHidden()
    room.click(page.primary)
    assert page.booking.voucher.typed() == "A-17"
    room.click(page.booking.cancel)
    room.click(page.primary)
    assert page.booking.voucher.typed() == "" and drafts.all_kept(desk) == {}


def test_a_booked_payment_leaves_no_draft_and_everybody_can_be_paid_alone(room: Room, desk: Desk) -> None:
    page = page_of(room)
    room.click(page.primary)
    combo = page.booking.worker.combo
    assert [combo.itemText(at) for at in range(combo.count())] == [
        "All workers, in proportion", *(worker[0] for worker in streamers.WORKERS), "Several, by hand"]
    room.begin(page.booking.note, "现金当面点清")
    room.click(page.booking.book_button)
    assert room.case.payments[0].note == "现金当面点清" and drafts.all_kept(desk) == {}
    assert page.bar.words.text() == "Booked: 15,132.00 yuan on 25 November 2024."
