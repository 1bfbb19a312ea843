"""Payments laid against cells: every sum holds whatever the shares, and each share falls due by itself."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from hypothesis import given

from mediation_desk.domain.money import yuan
from mediation_desk.domain.performance.laying import Book
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.vocabulary import Duty, OwedHow
from tests.domain.performance.owing import EMPLOYER, PLATFORM, agreements, owed, paid_by
from tests.domain.performance.test_ledger import FIRST, SHARES, TWO, agreed


def in_shares() -> Agreement:
    return owed(agreed(SHARES, TWO), OwedHow.IN_SHARES, (PLATFORM, Duty.OWES, yuan("20176")),
                (EMPLOYER, Duty.OWES, yuan("10088")))


@given(agreements())
def test_cells_add_up_to_workers_debtors_and_instalments(made: Agreement) -> None:
    book = Book(made)
    sums: Counter[object] = Counter()
    for instalment, cells in zip(made.instalments, book.cells, strict=True):
        assert sum(cells.values()) == instalment.amount.fen
        for (worker, whose), fen in cells.items():
            sums[worker] += fen
            sums[whose] += fen
    assert all(sums[share.worker_id] == share.amount.fen for share in made.shares)
    if made.owed_how is OwedHow.IN_SHARES:
        assert all(sums[one.party_id] == one.amount.fen for one in made.debtors
                   if one.duty is Duty.OWES and one.amount)


def test_room_is_what_that_debtor_can_still_pay_to_that_worker() -> None:
    """Worker 5 gets 3,362.67: a third of it, give or take the fen of the crossing, from the employer."""
    book = Book(in_shares())
    worker = book.agreement.shares[4].worker_id
    assert book.room(None, EMPLOYER) == 1008800 and book.room(None, None) == 3026400
    assert abs(book.room(worker, EMPLOYER) - 112089) <= 2
    assert book.room(worker, EMPLOYER) + book.room(worker, PLATFORM) == 336267


def test_what_finds_no_place_is_told_apart_from_what_was_paid() -> None:
    book = Book(in_shares())
    book.take([paid_by(1, FIRST, yuan("10000"), EMPLOYER), paid_by(2, FIRST, yuan("100"), EMPLOYER)])
    assert (book.paid[EMPLOYER], book.rest) == (1008800, 1200)


def test_only_the_line_that_is_late_is_accelerated() -> None:
    book = Book(in_shares())
    book.take([paid_by(1, FIRST, yuan("5044"), EMPLOYER)])
    book.accelerate(FIRST + timedelta(days=6))
    assert book.lines[PLATFORM].accelerated_on == FIRST + timedelta(days=6)
    assert book.lines[EMPLOYER].accelerated_on is None
