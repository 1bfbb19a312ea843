"""Promises: the last one counts, and whether it was kept is seen from what was paid by its day."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from mediation_desk.domain.money import Money, yuan
from mediation_desk.domain.payments.promises import Promise, PromiseState, latest_promise, to_look_at
from mediation_desk.domain.performance.following import PaymentNote
from mediation_desk.domain.performance.ledger import Payment
from tests.domain.cases import CASE, NOW

CALLED, FRIDAY = date(2025, 1, 13), date(2025, 1, 17)


def note(number: int, spoken_on: date = CALLED, promised_on: date | None = FRIDAY, amount: str = "5000",
         *, remind_on: date | None = None, gone: bool = False) -> PaymentNote:
    return PaymentNote(id=UUID(int=number), case_id=CASE, spoken_on=spoken_on, promised_on=promised_on,
                       promised=yuan(amount) if amount else None, remind_on=remind_on,
                       removed_at=NOW if gone else None)


def paid(day: date, amount: str, *, gone: bool = False) -> Payment:
    return Payment(id=UUID(int=day.toordinal()), case_id=CASE, paid_on=day, amount=yuan(amount),
                   removed_at=NOW if gone else None)


def promised(payments: list[Payment], amount: str = "5000") -> Promise:
    made = latest_promise([note(1, amount=amount)], payments)
    assert made is not None
    return made


def test_who_promised_nothing_left_no_promise() -> None:
    assert latest_promise([note(1, promised_on=None, amount="")], []) is None
    assert latest_promise([note(1, gone=True)], []) is None


def test_what_was_promised_last_counts_and_of_one_day_what_was_noted_last() -> None:
    monday, tuesday = note(9), note(2, date(2025, 1, 14), date(2025, 1, 31), "")
    made = latest_promise([tuesday, monday], [])
    assert made == Promise(date(2025, 1, 14), date(2025, 1, 31), None, Money(0))
    later = latest_promise([note(1, amount="1"), note(3, amount="3"), note(2, amount="2")], [])
    assert later is not None and later.amount == yuan("3")


def test_what_was_paid_between_the_call_and_the_day_keeps_a_promise() -> None:
    """5,000.00 were promised on the 13th for the 17th; 2,000.00 and 3,000.00 came on those very days."""
    assert promised([paid(CALLED, "2000"), paid(FRIDAY, "3000")]).is_kept
    assert not promised([paid(CALLED, "2000"), paid(FRIDAY, "2999.99")]).is_kept


@pytest.mark.parametrize("other", [paid(date(2025, 1, 12), "5000"), paid(date(2025, 1, 18), "5000"),
                                   paid(FRIDAY, "5000", gone=True)])
def test_what_was_paid_before_or_after_or_taken_out_again_does_not(other: Payment) -> None:
    assert not promised([other]).is_kept


@pytest.mark.parametrize(("today", "due_on", "is_first", "state"), [
    (FRIDAY, date(2025, 1, 10), True, PromiseState.OPEN),
    (FRIDAY, date(2025, 1, 17), False, PromiseState.OPEN),  # due by the promised day
    (FRIDAY, date(2025, 2, 10), True, PromiseState.OPEN),  # promised before it is due
    (FRIDAY, date(2025, 2, 10), False, None),
    (date(2025, 1, 18), date(2025, 1, 10), True, PromiseState.BROKEN),
    (date(2025, 1, 18), date(2025, 2, 10), True, None)])  # the next one was not spoken of
def test_a_promise_is_about_what_is_due_by_its_day_or_comes_next(
        today: date, due_on: date, is_first: bool, state: PromiseState | None) -> None:
    assert promised([]).state(today, due_on, is_first=is_first) is state


def test_a_kept_promise_says_nothing_of_what_is_still_owed() -> None:
    assert promised([paid(FRIDAY, "5000")]).state(date(2025, 1, 20), CALLED, is_first=True) is None


def test_without_an_amount_it_is_broken_as_long_as_anything_due_by_then_is_left() -> None:
    made = promised([paid(FRIDAY, "1")], amount="")
    assert made.state(date(2025, 1, 20), CALLED, is_first=True) is PromiseState.BROKEN


def test_a_case_is_looked_at_again_when_its_last_note_says_so() -> None:
    again = note(1, remind_on=FRIDAY)
    assert to_look_at([again], FRIDAY) and not to_look_at([again], date(2025, 1, 16))
    assert not to_look_at([again, note(2)], FRIDAY), "a later call says nothing of another look"
    assert not to_look_at([note(1, remind_on=FRIDAY, gone=True)], FRIDAY) and not to_look_at([], FRIDAY)
