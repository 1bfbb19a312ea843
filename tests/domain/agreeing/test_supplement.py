"""A signed agreement changed: what was paid stays as it was laid, and every sum is that of both parts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import count
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.agreeing.supplement import (
    check_changeable,
    is_told_by,
    receipts,
    received_by_worker,
    rest_by_worker,
    restated,
)
from mediation_desk.domain.money import ZERO, Money, total, yuan
from mediation_desk.domain.performance.ledger import Payment, ledger
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.settlement.terms import Terms, TermsDraft, drawn_up, plan
from mediation_desk.domain.vocabulary import InstalmentState, OwedHow, SplitKind
from mediation_desk.domain.words import DeskError
from mediation_desk.library.law import shipped_calendar
from tests.domain.performance.test_ledger import CASE, SHARES, TWO, agreed, paid

CALENDAR = shipped_calendar()
SIGNED_AGAIN = date(2025, 3, 1)
LATER = tuple(SIGNED_AGAIN + timedelta(days=31 * n) for n in range(1, 4))


def keys() -> Callable[[], UUID]:
    numbers = count(5_000)
    return lambda: UUID(int=next(numbers))


def changed(former: Agreement, payments: list[Payment], rest: Money | None = None, *,
            split: SplitKind = SplitKind.EQUAL) -> Agreement:
    """What is left, in three instalments."""
    left, new_key = rest_by_worker(former, payments), keys()
    terms = Terms(rest or total(amount for _worker, amount in left), LATER, split_kind=split)
    made = drawn_up(CASE, TermsDraft(terms), plan(terms, left, CALENDAR), new_key)
    done = restated(former, payments, made, "公司资金周转困难", new_key)
    done.signed_on = SIGNED_AGAIN
    return done


def test_half_of_the_streamers_money_was_paid_and_the_rest_comes_in_three_parts() -> None:
    former, payments = agreed(SHARES, TWO), [paid(1, date(2024, 12, 10), "15132")]
    made = changed(former, payments)
    assert (made.total, made.supplements_id) == (yuan("30264"), former.id)
    assert [(one.number, one.amount, bool(one.paid_before)) for one in made.instalments] == [
        (1, yuan("15132"), True), *((number, yuan("5044"), False) for number in (2, 3, 4))]
    assert [share.amount for share in made.shares] == SHARES
    standing = ledger(made, payments, SIGNED_AGAIN)
    assert (standing.outstanding, standing.owed_today, standing.accelerated_on) == (yuan("15132"), ZERO, None)
    assert standing.instalments[0].state is InstalmentState.PAID


@st.composite
def histories(draw: st.DrawFn) -> tuple[Agreement, list[Payment]]:
    """An agreement, and payments to all or to single workers, each within what is still open."""
    shares = [Money(fen) for fen in draw(st.lists(st.integers(100, 10**6), min_size=1, max_size=5))]
    amounts = total(shares).split(draw(st.lists(st.integers(1, 5), min_size=1, max_size=4)))
    parts = [(date(2024, 12, 10) + timedelta(days=31 * n), amount) for n, amount in enumerate(amounts)]
    former, payments = agreed(shares, parts), list[Payment]()
    day = date(2024, 11, 25)
    for number in range(draw(st.integers(0, 5))):
        day += timedelta(days=draw(st.integers(0, 20)))
        left = dict(rest_by_worker(former, payments))
        worker = draw(st.sampled_from([None, *left]))
        room = (total(left.values()) if worker is None else left[worker]).fen
        most = min(room, total(left.values()).fen - 500)  # what is left can be paid in three parts
        if most > 0:
            payments.append(Payment(id=UUID(int=number + 1), case_id=CASE, paid_on=day, worker_id=worker,
                                    amount=Money(draw(st.integers(1, most)))))
    return former, payments


@given(histories())
def test_whatever_was_paid_the_changed_agreement_counts_it_as_the_former_did(
        known: tuple[Agreement, list[Payment]]) -> None:
    former, payments = known
    made = changed(former, payments)
    before, after = (ledger(one, payments, SIGNED_AGAIN) for one in (former, made))
    assert after.workers == before.workers
    assert (after.outstanding, after.overpaid) == (before.outstanding, ZERO)
    assert made.total == former.total == total(one.amount for one in made.instalments)
    assert [share.amount for share in made.shares] == [share.amount for share in former.shares]
    assert all(total(part.amount for part in one.shares) == one.amount for one in made.instalments)
    made_before = len(receipts(former, payments))
    assert all(one.state is InstalmentState.PAID for one in after.instalments[:made_before])
    assert total(received_by_worker(made).values()) == total(one.amount for one in payments)
    assert after.accelerated_on is None and after.owed_today == ZERO
    assert is_told_by(made, former, payments)
    assert not payments or not is_told_by(made, former, payments[:-1])


@given(histories(), st.integers(3, 10**7))
def test_the_rest_may_come_to_another_amount(known: tuple[Agreement, list[Payment]], fen: int) -> None:
    former, payments = known
    made = changed(former, payments, Money(fen))
    assert ledger(made, payments, SIGNED_AGAIN).outstanding == Money(fen)
    assert made.total == total(one.amount for one in payments) + Money(fen)


@given(histories())
def test_changed_twice_the_sums_still_hold(known: tuple[Agreement, list[Payment]]) -> None:
    former, payments = known
    once = changed(former, payments)
    twice = changed(once, payments)
    assert ledger(twice, payments, SIGNED_AGAIN).workers == ledger(former, payments, SIGNED_AGAIN).workers


def test_what_cannot_be_changed_is_said() -> None:
    former = agreed(SHARES, TWO)
    with pytest.raises(DeskError, match="nothing left to change"):
        check_changeable(former, [paid(1, date(2024, 12, 10), "30264")])
    with pytest.raises(DeskError, match="More was paid"):
        check_changeable(former, [paid(1, date(2024, 12, 10), "30264.01")])
    former.owed_how = OwedHow.IN_SHARES
    check_changeable(former, [])
    with pytest.raises(DeskError, match="share of its own"):
        check_changeable(former, [paid(1, date(2024, 12, 10), "1")])


def test_it_is_said_why_and_every_instalment_has_its_day() -> None:
    former = agreed(SHARES, TWO)
    rest = changed(former, [])
    with pytest.raises(DeskError, match="why") as refused:
        restated(former, [], rest, " ", keys())
    assert refused.value.field == "supplements_why"
    rest.split_kind = SplitKind.ON_SIGNING
    with pytest.raises(DeskError, match="day of its own"):
        restated(former, [], rest, "资金困难", keys())
