"""Payments: never more than was agreed, whatever the order they are booked in."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

import pytest

from mediation_desk.domain.money import yuan
from mediation_desk.domain.words import DeskError, NotThere
from mediation_desk.services import history
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence import filing
from mediation_desk.services.evidence.taking import FileSource
from mediation_desk.services.performance import booking
from mediation_desk.services.performance.booking import PaymentDraft
from mediation_desk.services.settlement import settling
from tests.offices import Office
from tests.services.papers_desk import accepted, asked, case_of, terms
from tests.services.test_history import SIGNED, pay


def test_a_late_booking_of_an_early_payment_leaves_nobody_overpaid(office: Office) -> None:
    """Two workers share 12,000.00 equally. 6,000.00 went to the first on the 12th; a transfer to both
    of 6,000.00 on the 10th would have given her 3,000.00 before: only 0.00 to 6,000.00 of it fits."""
    case_id = asked(office.first, accepted(office.first))
    settling.draft(office.first, case_id, terms("12000.00", date(2024, 12, 20)))
    settling.sign(office.first, case_id, SIGNED)
    first = case_of(office.first, case_id).applicants[0].id
    pay(office.first, case_id, "6000.00", first, date(2024, 12, 12))
    with pytest.raises(DeskError) as told:
        pay(office.first, case_id, "6000.00", None, date(2024, 12, 10))
    assert told.value.field == "amount"
    ledger = booking.standing(office.first, case_id)
    assert (str(ledger.outstanding), str(ledger.overpaid)) == ("6,000.00", "0.00")


DAY = date(2024, 12, 12)


def signed(desk: Desk) -> UUID:
    case_id = asked(desk, accepted(desk))
    settling.draft(desk, case_id, terms("12000.00", date(2024, 12, 20)))
    settling.sign(desk, case_id, SIGNED)
    return case_id


def test_a_reversal_needs_a_reason_is_told_with_who_and_when_and_goes_when_it_is_put_back(
        office: Office) -> None:
    desk, case_id = office.first, signed(office.first)
    before = booking.standing(desk, case_id)
    wrong = pay(desk, case_id, "100.00", None, DAY)
    with pytest.raises(DeskError) as told:
        booking.reverse_payments(desk, case_id, [wrong], "  ")
    assert told.value.field == "reversed_why"
    with pytest.raises(NotThere):
        booking.reverse_payments(desk, case_id, [uuid4()], "没有这笔")
    booking.reverse_payments(desk, case_id, [wrong], " 重复登记 ")
    booking.reverse_payments(desk, case_id, [wrong], "第二次不改原因")
    assert booking.standing(desk, case_id) == before
    found = booking.reversals(desk, case_id)[wrong]
    assert (found.who, found.why, found.at.date()) == ("陈守信", "重复登记", desk.now.date())
    assert [one.id for one in case_of(desk, case_id).payments_told] == [wrong]
    history.restore(desk, case_id, "payments", str(wrong))
    assert booking.reversals(desk, case_id) == {} and not case_of(desk, case_id).payments[0].reversed_why


def test_a_transfer_parted_by_hand_comes_to_its_amount_and_takes_nobody_more_than_is_owed(
        office: Office) -> None:
    desk, case_id = office.first, signed(office.first)
    first, second = (one.id for one in case_of(desk, case_id).applicants)
    for amount, parts, field in (
            ("700", ((first, yuan("400")), (second, yuan("299.99"))), "parts"),
            ("6001.01", ((first, yuan("1")), (second, yuan("6000.01"))), "parts"),
            ("400", ((first, yuan("400")), (second, yuan("0"))), "amount")):
        with pytest.raises(DeskError) as told:
            booking.book(desk, case_id, PaymentDraft(DAY, yuan(amount), parts=parts))
        assert told.value.field == field
    assert not case_of(desk, case_id).payments, "all of it or nothing"
    booking.book(desk, case_id, PaymentDraft(DAY, yuan("700"), parts=((first, yuan("400")),
                                                                      (second, yuan("300")))))
    ledger = booking.standing(desk, case_id)
    assert [str(received) for _worker, _share, received in ledger.workers] == ["400.00", "300.00"]
    history.undo(desk, case_id)
    assert not case_of(desk, case_id).payments_told, "an undone booking was none"


def test_a_voucher_is_an_exhibit_of_the_same_case_that_stands(office: Office) -> None:
    desk, case_id, other = office.first, signed(office.first), signed(office.first)
    exhibit = filing.add_files(desk, case_id, [FileSource("回单.txt", data=b"paid")]).result
    assert exhibit
    with pytest.raises(NotThere):
        booking.book(desk, other, PaymentDraft(DAY, yuan("1"), exhibit_id=exhibit))
    paid = booking.book(desk, case_id, PaymentDraft(DAY, yuan("1"), exhibit_id=exhibit)).result
    assert paid
    with pytest.raises(DeskError, match="Take it off the payment first"):
        filing.remove(desk, case_id, exhibit)
    booking.attach(desk, case_id, [paid], None)
    filing.remove(desk, case_id, exhibit)
    with pytest.raises(NotThere):
        booking.attach(desk, case_id, [paid], exhibit)
    for _step in range(2):  # the exhibit is back, then the voucher on its payment
        history.undo(desk, case_id)
    assert case_of(desk, case_id).payments[0].exhibit_id == exhibit
