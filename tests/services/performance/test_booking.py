"""Payments: never more than was agreed, whatever the order they are booked in."""

from __future__ import annotations

from datetime import date

import pytest

from mediation_desk.domain.words import DeskError
from mediation_desk.services.performance import booking
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
