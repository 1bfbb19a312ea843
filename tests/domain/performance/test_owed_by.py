"""Each debtor on any day: jointly, in shares, one after the other, and who guarantees it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_desk.domain.money import ZERO, Money, total, yuan
from mediation_desk.domain.performance.ledger import Ledger, check_payment, ledger
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.vocabulary import Duty, InstalmentState, OwedHow
from mediation_desk.domain.words import DeskError
from tests.domain.performance import oracle
from tests.domain.performance.owing import EMPLOYER, GUARANTOR, PLATFORM, agreements, owed, paid_by, payments
from tests.domain.performance.test_ledger import FIRST, SECOND, SHARES, TWO, agreed

OWES, BROKEN = Duty.OWES, FIRST + timedelta(days=6)  # five days of grace end on the day before


def told(ledger_: Ledger) -> list[tuple[str, str, str]]:
    return [(str(one.due), str(one.paid), str(one.outstanding)) for one in ledger_.debtors]


def jointly() -> Agreement:
    return owed(agreed(SHARES, TWO), OwedHow.JOINTLY, (PLATFORM, OWES, None), (EMPLOYER, OWES, None))


def in_shares() -> Agreement:
    """Two thirds and one third of 30,264.00: 10,088.00 and 5,044.00 of each instalment of 15,132.00."""
    return owed(agreed(SHARES, TWO), OwedHow.IN_SHARES, (PLATFORM, OWES, yuan("20176")),
                (EMPLOYER, OWES, yuan("10088")))


def in_order() -> Agreement:
    return owed(agreed(SHARES, TWO), OwedHow.IN_ORDER, (PLATFORM, OWES, None), (EMPLOYER, OWES, None))


def guaranteed(duty: Duty = Duty.GUARANTEES, most: Money | None = None) -> Agreement:
    return owed(agreed(SHARES, TWO), OwedHow.ALONE, (PLATFORM, OWES, None), (GUARANTOR, duty, most))


def test_a_payment_of_one_joint_debtor_lowers_what_the_other_owes() -> None:
    """15,132.00 is due; 5,000.00 from the one leaves 10,132.00 due, and 25,264.00 in all, of both."""
    standing = ledger(jointly(), [paid_by(1, FIRST, yuan("5000"), EMPLOYER)], FIRST)
    assert told(standing) == [("10,132.00", "0.00", "25,264.00"), ("10,132.00", "5,000.00", "25,264.00")]


def test_in_shares_each_has_its_own_and_nobody_pays_for_the_other() -> None:
    """The employer pays both its instalments on the first day; the platform still owes all of its own."""
    standing = ledger(in_shares(), [paid_by(1, FIRST, yuan("10088"), EMPLOYER)], FIRST)
    assert told(standing) == [("10,088.00", "0.00", "20,176.00"), ("0.00", "10,088.00", "0.00")]
    assert [str(one.owed) for one in standing.instalments] == ["10,088.00", "10,088.00"]
    assert standing.owed_today == yuan("10088")


def test_in_shares_the_default_of_one_does_not_make_the_others_rest_fall_due() -> None:
    standing = ledger(in_shares(), [paid_by(1, FIRST, yuan("5044"), EMPLOYER)], BROKEN)
    assert told(standing) == [("20,176.00", "0.00", "20,176.00"), ("0.00", "5,044.00", "5,044.00")]
    assert standing.owed_today == yuan("20176") and standing.accelerated_on == BROKEN


def test_the_second_in_order_owes_nothing_before_the_first_is_in_default() -> None:
    before, after = (ledger(in_order(), [], day) for day in (BROKEN - timedelta(days=1), BROKEN))
    assert told(before) == [("15,132.00", "0.00", "30,264.00"), ("0.00", "0.00", "0.00")]
    assert told(after) == [("30,264.00", "0.00", "30,264.00")] * 2


def test_the_third_in_order_owes_once_the_second_let_as_many_days_pass() -> None:
    """The second's turn comes on the 16th; its own five days end on the 21st, the third owes on the 22nd."""
    made = owed(agreed(SHARES, TWO), OwedHow.IN_ORDER, (PLATFORM, OWES, None), (EMPLOYER, OWES, None),
                (GUARANTOR, OWES, None))
    assert ledger(made, [], date(2024, 12, 21)).debtors[2].due == ZERO
    assert ledger(made, [], date(2024, 12, 22)).debtors[2].due == yuan("30264")


@pytest.mark.parametrize("duty", [Duty.GUARANTEES, Duty.GUARANTEES_JOINTLY])
def test_a_guarantor_is_asked_after_default_and_for_no_more_than_it_guaranteed(duty: Duty) -> None:
    made = guaranteed(duty, yuan("20000"))
    assert told(ledger(made, [], BROKEN - timedelta(days=1)))[1] == ("0.00", "0.00", "0.00")
    assert told(ledger(made, [], BROKEN))[1] == ("20,000.00", "0.00", "20,000.00")
    paid = [paid_by(1, BROKEN, yuan("15000"), GUARANTOR)]
    assert told(ledger(made, paid, BROKEN)) == [("15,264.00", "0.00", "15,264.00"),
                                                ("5,000.00", "15,000.00", "5,000.00")]


def test_what_nobody_was_named_for_was_paid_by_the_only_one_who_owes() -> None:
    payment = paid_by(1, FIRST, yuan("15132"), PLATFORM)
    payment.paid_by = None
    assert told(ledger(guaranteed(), [payment], FIRST))[0] == ("0.00", "15,132.00", "15,132.00")


def test_in_shares_an_instalment_is_settled_when_the_last_of_them_has_paid() -> None:
    made = [paid_by(1, FIRST, yuan("5044"), EMPLOYER), paid_by(2, FIRST + timedelta(days=2), yuan("10088"),
                                                                PLATFORM)]
    first = ledger(in_shares(), made, SECOND).instalments[0]
    assert (first.state, first.settled_on) == (InstalmentState.PAID, FIRST + timedelta(days=2))


@pytest.mark.parametrize(("agreement", "payer", "amount", "field"), [
    (jointly(), None, "1", "paid_by"), (jointly(), GUARANTOR, "1", "paid_by"),
    (in_shares(), EMPLOYER, "10088.01", "amount"),
    (guaranteed(most=yuan("100")), GUARANTOR, "100.01", "amount")])
def test_a_payment_that_its_payer_cannot_owe_is_refused(agreement: Agreement, payer: object, amount: str,
                                                        field: str) -> None:
    payment = paid_by(1, FIRST, yuan(amount), payer)  # type: ignore[arg-type]
    with pytest.raises(DeskError) as refused:
        check_payment(payment, [], agreement)
    assert refused.value.field == field


@settings(deadline=None)
@given(st.data(), agreements(), st.integers(-2, 60))
def test_the_ledger_of_any_day_is_what_a_slow_computation_says(data: st.DataObject, made: Agreement,
                                                               day: int) -> None:
    paid, on = data.draw(payments(made)), FIRST + timedelta(days=day)
    standing, slowly = ledger(made, paid, on), oracle.told(made, paid, on)
    assert standing.outstanding.fen == slowly.outstanding
    assert standing.owed_today.fen == slowly.owed_today
    assert {who: received.fen for who, _, received in standing.workers} == slowly.received
    assert [(one.due.fen, one.paid.fen, one.outstanding.fen) for one in standing.debtors] == slowly.debtors


@settings(deadline=None)
@given(st.data(), agreements())
def test_every_fen_is_found_again_at_whoever_paid_it(data: st.DataObject, made: Agreement) -> None:
    paid = data.draw(payments(made))
    standing = ledger(made, paid, FIRST + timedelta(days=60))
    laid = total(one.paid for one in standing.instalments)
    assert laid + standing.overpaid == total(one.amount for one in paid)
    assert standing.outstanding + laid == made.total
    if made.owed_how is OwedHow.IN_SHARES:
        owers = [one for one in standing.debtors if one.duty is OWES]
        assert total(one.outstanding for one in owers) == standing.outstanding
        assert total(one.due for one in owers) == standing.owed_today
        assert total(one.amount for one in owers) == made.total
