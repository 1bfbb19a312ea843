"""What each worker may ask for on a day, and of whom: the same sums as the ledger's, however it is cut."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_desk.domain.money import ZERO, total, yuan
from mediation_desk.domain.performance.arrears import arrears
from mediation_desk.domain.performance.ledger import ledger
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.vocabulary import DefaultClause, Duty, OwedHow
from tests.domain.performance.owing import EMPLOYER, GUARANTOR, PLATFORM, agreements, owed, payments
from tests.domain.performance.test_ledger import FIRST, SECOND, SHARES, TWO, agreed, paid

LAST_OF_GRACE = FIRST + timedelta(days=5)


@settings(max_examples=40, deadline=None)
@given(st.data(), agreements(), st.integers(-2, 60))
def test_the_arrears_are_the_ledgers_and_the_workers_are_all_of_them(
        data: st.DataObject, made: Agreement, day: int) -> None:
    made_, on = data.draw(payments(made)), FIRST + timedelta(days=day)
    book, whole = ledger(made, made_, on), arrears(made, made_, on)
    assert (whole.due, whole.outstanding) == (book.owed_today, book.outstanding)
    assert whole.debtors == book.debtors
    apart = [arrears(made, made_, on, {share.worker_id}) for share in made.shares]
    assert sorted(whole.rows, key=str) == sorted((row for one in apart for row in one.rows), key=str)
    assert total(one.outstanding for one in apart) == book.outstanding
    for at, debtor in enumerate(whole.debtors):
        if debtor.duty is Duty.OWES:
            assert total(one.debtors[at].due for one in apart) == debtor.due
        else:  # what is guaranteed up to an amount may be asked for by each, and is paid once
            assert debtor.due <= total(one.debtors[at].due for one in apart)
            assert all(one.debtors[at].due <= debtor.amount for one in apart)


def test_on_the_last_day_of_grace_one_instalment_is_due_and_on_the_next_everything() -> None:
    made = agreed(SHARES, TWO)
    within, beyond = (arrears(made, [], LAST_OF_GRACE + timedelta(days=n)) for n in (0, 1))
    assert (within.due, within.accelerated_on) == (yuan("15132"), None)
    assert (beyond.due, beyond.accelerated_on) == (yuan("30264"), date(2024, 12, 16))
    assert {(row.number, row.agreed_on, row.due_on) for row in beyond.rows} == {
        (1, FIRST, FIRST), (2, SECOND, date(2024, 12, 16))}
    assert beyond.since == FIRST


def test_without_acceleration_only_what_its_day_has_come_for_is_due() -> None:
    made = agreed(SHARES, TWO, clause=DefaultClause.NONE)
    assert arrears(made, [], SECOND - timedelta(days=1)).due == yuan("15132")
    assert arrears(made, [], SECOND).due == yuan("30264")


def test_a_worker_who_was_paid_asks_for_nothing() -> None:
    made = agreed(SHARES, TWO)
    worker = made.shares[0].worker_id
    mine = arrears(made, [paid(1, FIRST, "6725.34", worker)], SECOND, {worker})
    assert (mine.due, mine.since, mine.rows) == (ZERO, None, ())


def test_a_worker_asks_each_debtor_for_its_own_share_and_the_guarantor_after_default() -> None:
    shares = owed(agreed(SHARES, TWO), OwedHow.IN_SHARES, (PLATFORM, Duty.OWES, yuan("20176")),
                  (EMPLOYER, Duty.OWES, yuan("10088")))
    worker = shares.shares[0].worker_id
    mine = arrears(shares, [], FIRST, {worker})
    assert sum(one.due.fen for one in mine.debtors) == mine.due.fen == 336267
    made = owed(agreed(SHARES, TWO), OwedHow.ALONE, (PLATFORM, Duty.OWES, None),
                (GUARANTOR, Duty.GUARANTEES_JOINTLY, yuan("5000")))
    on_each_side = [arrears(made, [], LAST_OF_GRACE + timedelta(days=n), {worker}).debtors[1].due
                    for n in (0, 1)]
    assert on_each_side == [ZERO, yuan("5000")]
