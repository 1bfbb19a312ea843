"""Booking a payment: in part, late or early, to one worker or to all."""

from datetime import date

from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import PaymentMethod
from mediation_desk.services.performance import booking
from tests.gui.case.conftest import Opener
from tests.gui.case.performance.hands import on, page_of
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
