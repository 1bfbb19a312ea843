"""A payment booked wrongly is reversed with a reason: it counts no more, stays listed, and comes back."""

from PySide6.QtCore import Qt

from mediation_desk.services.performance import booking
from tests.gui.case.performance.hands import book, page_of
from tests.gui.case.performance.test_payments import listed
from tests.gui.case.rooms import Room


def test_a_payment_is_reversed_with_a_reason_stays_struck_through_and_is_brought_back(room: Room) -> None:
    page = page_of(room)
    before = booking.standing(room.desk, room.case_id)
    book(room, "1000")
    page.payments.choose_row(0)
    room.click(page.paid.reverse)
    room.click(page.paid.reversal.reverse)  # without a reason nothing is done
    assert page.paid.reversal.why.error() and len(room.case.payments) == 1
    room.type(page.paid.reversal.why, "重复登记")
    room.click(page.paid.reversal.reverse)
    assert not room.case.payments and listed(page) == [("1,000.00", "All workers, in proportion", True)]
    assert booking.standing(room.desk, room.case_id) == before
    page.payments.choose_row(0)
    assert "重复登记" in page.paid.why.text() and "李调解" in page.paid.why.text()
    assert not page.paid.reverse.isEnabled()
    room.press(Qt.Key.Key_Z)
    assert [str(one.amount) for one in room.case.payments] == ["1,000.00"]
    assert listed(page) == [("1,000.00", "All workers, in proportion", False)]
