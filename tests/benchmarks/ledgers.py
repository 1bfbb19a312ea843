"""The ledger of a mass agreement: two hundred workers, twenty-four instalments, two thousand payments."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from uuid import UUID

from mediation_desk.domain.money import Money, total
from mediation_desk.domain.performance.ledger import Payment, ledger
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.vocabulary import Duty, OwedHow
from tests.benchmarks.figures import Figure, milliseconds
from tests.domain.performance.owing import EMPLOYER, PLATFORM, owed
from tests.domain.performance.test_ledger import CASE, agreed

WORKERS, INSTALMENTS, PAYMENTS, TO_ALL = 200, 24, 2000, 200
FIRST, LIMIT = date(2025, 1, 10), 50.0  # milliseconds


def figures() -> Iterator[Figure]:
    """The same agreement of one debtor, and of two in shares; one payment in ten is a transfer to all."""
    paid = list(payments(agreement()))
    for name, made in (("one debtor", agreement()), ("two debtors in shares", in_shares())):
        took = milliseconds(partial(ledger, made, paid, date(2027, 1, 1)), rounds=9)
        yield Figure(f"ledger of {WORKERS} workers, {INSTALMENTS} instalments, {PAYMENTS} payments, {name}",
                     took, "ms", LIMIT if made.owed_how is None else None)


def agreement() -> Agreement:
    """About a million yuan."""
    shares = [Money(400_000 + 1111 * at) for at in range(WORKERS)]
    parts = total(shares).split([1] * INSTALMENTS)
    return agreed(shares, [(FIRST + timedelta(days=30 * at), part) for at, part in enumerate(parts)])


def in_shares() -> Agreement:
    """The same, owed by two in shares."""
    made = agreement()
    first, second = made.total.split([2, 1])
    return owed(made, OwedHow.IN_SHARES, (PLATFORM, Duty.OWES, first), (EMPLOYER, Duty.OWES, second))


def payments(made: Agreement) -> Iterator[Payment]:
    """Nine in ten go to one worker, every tenth to all."""
    shares = made.shares
    for at in range(PAYMENTS):
        to_all = at % (PAYMENTS // TO_ALL) == 0
        share = shares[at % WORKERS]
        amount = Money(made.total.fen // 4000) if to_all else Money(share.amount.fen // 20)
        yield Payment(id=UUID(int=at + 1), case_id=CASE, paid_on=FIRST + timedelta(days=at // 3),
                      amount=amount, worker_id=None if to_all else share.worker_id)
