"""The ledger: part, late and early payments, grace, default and acceleration."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import partial
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.money import Money, total, yuan
from mediation_desk.domain.performance.ledger import Payment, check_payment, check_payments, ledger
from mediation_desk.domain.settlement.agreement import Agreement, Instalment, InstalmentShare, Share
from mediation_desk.domain.settlement.terms import matrix
from mediation_desk.domain.vocabulary import DefaultClause, InstalmentState
from mediation_desk.domain.words import DeskError

CASE = UUID(int=99)
FIRST, SECOND = date(2024, 12, 10), date(2025, 1, 10)


def agreed(shares: list[Money], parts: list[tuple[date, Money]], *, grace: int = 5,
           clause: DefaultClause = DefaultClause.ACCELERATE) -> Agreement:
    made = Agreement(id=UUID(int=1), case_id=CASE, total=total(shares), grace_days=grace,
                     default_clause=clause, signed_on=date(2024, 11, 25))
    workers = [UUID(int=100 + n) for n in range(len(shares))]
    made.shares_all = [Share(id=UUID(int=200 + n), case_id=CASE, agreement_id=made.id, worker_id=worker,
                             position=n, amount=share)
                       for n, (worker, share) in enumerate(zip(workers, shares, strict=True))]
    cells = matrix(shares, [amount for _, amount in parts])
    for number, ((day, amount), column) in enumerate(zip(parts, cells, strict=True), start=1):
        part = Instalment(id=UUID(int=300 + number), case_id=CASE, agreement_id=made.id, number=number,
                          due_on=day, amount=amount)
        part.shares_all = [InstalmentShare(id=UUID(int=1000 * number + n), case_id=CASE,
                                           instalment_id=part.id, worker_id=worker, amount=cell)
                           for n, (worker, cell) in enumerate(zip(workers, column, strict=True))]
        made.instalments_all.append(part)
    return made


TWO = [(FIRST, yuan("15132")), (SECOND, yuan("15132"))]
SHARES = [yuan("6725.34"), *[yuan("6725.33")] * 3, yuan("3362.67")]


def paid(number: int, day: date, amount: str, worker: UUID | None = None) -> Payment:
    return Payment(id=UUID(int=number), case_id=CASE, paid_on=day, amount=yuan(amount), worker_id=worker)


def test_nothing_is_owed_before_the_first_instalment() -> None:
    standing = ledger(agreed(SHARES, TWO), [], FIRST - timedelta(days=1))
    assert (standing.owed_today, standing.outstanding) == (Money(0), yuan("30264"))
    assert standing.instalments[0].state is InstalmentState.UPCOMING


def test_an_unpaid_instalment_is_due_then_in_grace_then_overdue() -> None:
    states = [ledger(agreed(SHARES, TWO), [], FIRST + timedelta(days=n)).instalments[0].state
              for n in (0, 1, 5, 6)]
    assert states == [InstalmentState.DUE, InstalmentState.GRACE, InstalmentState.GRACE,
                      InstalmentState.OVERDUE]


def test_more_than_five_days_late_makes_the_rest_due_at_once() -> None:
    """Due 10 December, five days of grace end on the 15th; on the 16th all 30,264.00 is due."""
    standing = ledger(agreed(SHARES, TWO), [], date(2024, 12, 16))
    assert standing.accelerated_on == date(2024, 12, 16)
    assert standing.owed_today == yuan("30264")
    assert standing.instalments[1].state is InstalmentState.ACCELERATED


def test_paid_late_beyond_grace_accelerates_even_once_paid() -> None:
    standing = ledger(agreed(SHARES, TWO), [paid(1, date(2024, 12, 20), "15132")], date(2024, 12, 21))
    assert standing.accelerated_on == date(2024, 12, 16)
    assert standing.owed_today == yuan("15132")


def test_without_the_clause_only_what_fell_due_is_owed() -> None:
    standing = ledger(agreed(SHARES, TWO, clause=DefaultClause.NONE), [], date(2025, 1, 2))
    assert (standing.accelerated_on, standing.owed_today) == (None, yuan("15132"))


def test_an_early_payment_runs_over_into_the_next_instalment() -> None:
    standing = ledger(agreed(SHARES, TWO), [paid(1, date(2024, 12, 1), "20000")], date(2024, 12, 2))
    assert [str(part.paid) for part in standing.instalments] == ["15,132.00", "4,868.00"]
    assert standing.instalments[0].settled_on == date(2024, 12, 1)


def test_a_payment_to_one_worker_counts_for_that_worker_alone() -> None:
    agreement = agreed(SHARES, TWO)
    worker = agreement.shares[4].worker_id
    standing = ledger(agreement, [paid(1, FIRST, "3362.67", worker)], FIRST)
    received = {who: amount for who, _share, amount in standing.workers}
    assert received[worker] == yuan("3362.67")
    assert total(received.values()) == yuan("3362.67")
    assert standing.outstanding == yuan("26901.33")


money = st.integers(1, 10**7)


@given(st.lists(money, min_size=1, max_size=8), st.integers(1, 6),
       st.lists(st.tuples(st.integers(0, 300), money, st.integers(-1, 7)), max_size=12))
def test_every_fen_paid_is_found_again(shares: list[int], count: int,
                                       payments: list[tuple[int, int, int]]) -> None:
    """Paid = laid against instalments + overpaid; received by workers = laid against instalments."""
    rows = [Money(share) for share in shares]
    parts = [(FIRST + timedelta(days=31 * n), amount)
             for n, amount in enumerate(total(rows).split([1] * count))]
    agreement = agreed(rows, parts)
    made = [paid(n + 1, FIRST + timedelta(days=day), Money(fen).plain(),
                 agreement.shares[who].worker_id if 0 <= who < len(rows) else None)
            for n, (day, fen, who) in enumerate(payments)]
    standing = ledger(agreement, made, FIRST + timedelta(days=400))
    laid = total(part.paid for part in standing.instalments)
    assert laid + standing.overpaid == total(payment.amount for payment in made)
    assert total(received for _, _, received in standing.workers) == laid
    assert standing.outstanding + laid == agreement.total
    assert all(Money(0) <= part.paid <= part.amount for part in standing.instalments)
    assert all(received <= share for _, share, received in standing.workers)


@pytest.mark.parametrize(("payment", "field"), [
    (paid(1, FIRST, "0"), "amount"), (paid(1, FIRST, "30264.01"), "amount"),
    (paid(1, date(2024, 11, 1), "1"), "paid_on"), (paid(1, FIRST, "3362.68", UUID(int=104)), "amount")])
def test_a_payment_that_cannot_be_is_refused(payment: Payment, field: str) -> None:
    agreement = agreed(SHARES, TWO)
    with pytest.raises(DeskError) as refused:
        check_payment(payment, [], agreement)
    assert refused.value.field == field


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 400_000), st.integers(-1, 4)), max_size=6),
       st.lists(st.tuples(st.integers(0, 40), st.integers(1, 400_000), st.integers(-1, 4)), min_size=1,
                max_size=4), st.integers(0, 60))
def test_booking_then_reversing_leaves_the_ledger_of_any_day_as_it_was(
        known: list[tuple[int, int, int]], wrong: list[tuple[int, int, int]], days: int) -> None:
    """Whatever was booked before, after and between."""
    agreement, on = agreed(SHARES, TWO), FIRST + timedelta(days=days)

    def made(rows: list[tuple[int, int, int]], first: int) -> list[Payment]:
        return [paid(first + n, FIRST + timedelta(days=day), Money(fen).plain(),
                     agreement.shares[who].worker_id if who >= 0 else None)
                for n, (day, fen, who) in enumerate(rows)]

    before, mistaken = made(known, 1), made(wrong, 50)
    standing = ledger(agreement, before, on)
    for payment in mistaken:
        payment.removed_at, payment.reversed_why = datetime(2025, 1, 1, tzinfo=UTC), "登记有误"
    for order in ([*before, *mistaken], [*mistaken, *before]):
        assert ledger(agreement, order, on) == standing


@given(st.lists(st.integers(1, 700_000), min_size=5, max_size=5))
def test_the_parts_of_a_transfer_are_checked_as_if_they_were_booked_one_by_one(parts: list[int]) -> None:
    agreement = agreed(SHARES, TWO)
    made = [paid(n + 1, FIRST, Money(fen).plain(), agreement.shares[n].worker_id)
            for n, fen in enumerate(parts)]

    def refused(check: Callable[[], object]) -> bool:
        try:
            check()
        except DeskError:
            return True
        return False

    one_by_one = [refused(partial(check_payment, made[n], made[:n], agreement)) for n in range(5)]
    assert refused(lambda: check_payments(made, [], agreement)) is any(one_by_one)
