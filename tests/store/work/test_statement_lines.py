"""A line of a bank's statement is booked once: over all cases, by undo, and by two desks at one moment."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.money import yuan
from mediation_desk.domain.words import DeskError
from mediation_desk.services import history
from mediation_desk.services.desk import Desk
from mediation_desk.services.performance import booking
from mediation_desk.services.performance.booking import PaymentDraft
from mediation_desk.services.settlement import settling
from mediation_desk.store.work.statement_lines import LineBooked
from tests.offices import Office
from tests.services.papers_desk import accepted, asked, case_of, terms
from tests.services.test_history import SIGNED

LINE, OTHER = "a1" * 32, "b2" * 32
DRAFT = PaymentDraft(date(2025, 1, 10), yuan("100"), bank_line=LINE)


def signed(desk: Desk) -> UUID:
    case_id = asked(desk, accepted(desk))
    settling.draft(desk, case_id, terms("12000.00", date(2024, 12, 20)))
    settling.sign(desk, case_id, SIGNED)
    return case_id


def key(changes: Changes) -> UUID:
    assert changes.result
    return changes.result


def test_a_line_is_booked_once_over_all_cases_until_its_payment_is_reversed(office: Office) -> None:
    desk = office.first
    first, second = signed(desk), signed(desk)
    paid = key(booking.book(desk, first, DRAFT))
    for case_id in (first, second):
        with pytest.raises(LineBooked):
            booking.book(desk, case_id, DRAFT)
    with desk.reading() as work:
        found = work.statement_lines.booked([LINE, OTHER])
        assert {line: one.id for line, one in found.items()} == {LINE: paid}
    booking.reverse_payments(desk, first, [paid], "不是这笔")
    booking.book(desk, second, DRAFT)
    with pytest.raises(DeskError, match="booked already"):  # the reversal cannot be taken back any more
        history.undo(desk, first)
    with pytest.raises(DeskError, match="booked already"):
        history.restore(desk, first, "payments", str(paid))
    assert not case_of(desk, first).payments


def test_the_parts_of_one_transfer_share_its_line_and_a_part_comes_back_beside_the_others(
        office: Office) -> None:
    desk, case_id = office.first, signed(office.first)
    workers = [one.id for one in case_of(desk, case_id).applicants][:2]
    parts = tuple((one, yuan("50")) for one in workers)
    booking.book(desk, case_id, replace(DRAFT, parts=parts))
    assert len(case_of(desk, case_id).payments) == 2
    booking.reverse_payments(desk, case_id, [case_of(desk, case_id).payments[0].id], "只退一人")
    with pytest.raises(LineBooked):
        booking.book(desk, case_id, DRAFT)
    history.undo(desk, case_id)
    assert len(case_of(desk, case_id).payments) == 2


def test_two_desks_that_confirm_one_line_at_one_moment_book_it_once(office: Office) -> None:
    """In two cases, so that no row of a case keeps them apart."""
    desks = [(office.desk(), signed(office.first)) for _ in range(2)]

    def confirm(one: tuple[Desk, UUID]) -> str:
        try:
            booking.book(*one, DRAFT)
        except LineBooked:
            return "booked already"
        return "booked"

    with ThreadPoolExecutor(2) as pool:
        told = sorted(pool.map(confirm, desks))
    assert told == ["booked", "booked already"]
    assert sum(len(case_of(desk, case_id).payments) for desk, case_id in desks) == 1
