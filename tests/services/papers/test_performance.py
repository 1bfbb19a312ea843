"""The ledger on paper: every instalment with its payments."""

from __future__ import annotations

from datetime import date

from mediation_desk.domain.money import Money, total, yuan
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers import making
from mediation_desk.services.papers.performance import received
from mediation_desk.services.papers.told import Told
from mediation_desk.services.performance import booking
from mediation_desk.services.settlement import settling
from tests.services.papers.streamers_walk import Walk
from tests.services.papers_desk import (
    accepted,
    asked,
    case_of,
    terms,
    text_of,
)


def test_a_payment_over_two_instalments_is_told_in_both(desk: Desk) -> None:
    """20,000.00 on 10 December: 15,132.00 settle the first, 4,868.00 begin the second."""
    case_id = asked(desk, accepted(desk))
    settling.draft(desk, case_id, terms())
    settling.sign(desk, case_id, date(2024, 11, 26))
    first = case_of(desk, case_id).applicants[0].id
    booking.book(desk, case_id, booking.PaymentDraft(date(2024, 12, 10), yuan("20000")))
    booking.book(desk, case_id, booking.PaymentDraft(date(2025, 1, 12), yuan("100"), worker_id=first))
    text = text_of(making.make(desk, case_id, "performance-ledger"))
    assert "一2024-12-1015,132.0015,132.000.00——已付清" in text
    assert "二2024-12-104,868.00" in text and "付给温若晴" in text
    assert "二2025-01-1015,132.004,968.0010,164.00" in text
    assert f"合计30,264.00{Money(2010000)}10,164.00" in text
    payees = received(Told(desk, case_of(desk, case_id), {}, None))
    assert total(payee.received for payee in payees) == yuan("20100")
    assert [row.amount for row in payees[0].payments] == [yuan("10000"), yuan("100")]
    assert received(Told(desk, case_of(desk, case_id), {}, None), first) == payees[:1]


def test_the_ledger_shows_the_late_part_within_grace(walk: Walk) -> None:
    text = walk.text("performance-ledger")
    assert "一2024-12-1015,132.0015,132.000.00——已付清" in text
    assert "二2025-01-1015,132.0015,132.000.002已付清" in text
    assert "二2025-01-108,000.00银行转账回单2" in text
    assert "二2025-01-127,132.00银行转账回单32" in text
    assert "合计30,264.0030,264.000.00" in text
