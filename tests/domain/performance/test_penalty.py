"""An agreed penalty on any day: in the clause's own words, from the day after its days, to the fen."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_desk.documents.template.fill import fill_text
from mediation_desk.documents.template.filters import cnnumber
from mediation_desk.domain.money import Money, yuan
from mediation_desk.domain.performance.ledger import ledger
from mediation_desk.domain.performance.penalty import Penalty, of_default, owed, owed_since, penalty_in
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.vocabulary import DefaultClause
from mediation_desk.library.forms import clauses
from tests.domain.performance.owing import agreements, payments
from tests.domain.performance.test_ledger import FIRST, SHARES, TWO, agreed, paid


@settings(max_examples=30)
@given(st.integers(1, 90), st.integers(1, 10**9))
def test_the_clause_is_read_as_the_library_fills_it(days: int, fen: int) -> None:
    clause = clauses()["liquidated-amount"]
    text = fill_text(clause.text, {"days": cnnumber(days), "amount": Money(fen)}, clause.id)
    assert penalty_in(text) == Penalty(days, Money(fen))


@pytest.mark.parametrize(("text", "found"), [
    ("任何一期款项逾期超过5日未足额支付的，除应继续支付全部未付款项外，另向申请人支付违约金500元",
     Penalty(5, yuan("500"))),
    ("任何一期款项到期未足额支付的，除应继续支付全部未付款项外，另向申请人支付违约金1,200.5元",
     Penalty(0, yuan("1200.50"))),
    ("逾期的，另付违约金五百元", None), ("任何一期款项逾期超过____日未足额支付的", None), ("", None)])
def test_other_words_are_counted_by_nobody(text: str, found: Penalty | None) -> None:
    assert penalty_in(text) == found


@settings(max_examples=20, deadline=None)
@given(st.data(), agreements(), st.integers(-2, 60), st.integers(0, 6))
def test_on_any_day_it_is_owed_once_some_day_before_found_an_instalment_too_late(
        data: st.DataObject, made: Agreement, day: int, days: int) -> None:
    made_, on = data.draw(payments(made)), FIRST + timedelta(days=day)
    penalty = Penalty(days, yuan("500"))
    evenings = (FIRST + timedelta(days=n) for n in range(-6, day))
    late = [each + timedelta(days=1) for each in evenings
            if any(one.owed and (each - one.due_on).days >= days
                   for one in ledger(made, made_, each).instalments)]
    assert owed_since(penalty, ledger(made, made_, on)) == (late[0] if late else None)
    assert owed([penalty, penalty], ledger(made, made_, on)) == yuan("1000" if late else "0")


def test_what_is_paid_too_late_does_not_undo_it() -> None:
    made, penalty = agreed(SHARES, TWO), Penalty(5, yuan("500"))
    in_time, late = (ledger(made, [paid(1, FIRST + timedelta(days=n), "30264")], date(2025, 2, 1))
                     for n in (5, 6))
    assert (owed([penalty], in_time), owed([penalty], late)) == (Money(0), yuan("500"))


def test_that_of_the_default_clause_has_the_days_of_grace_and_another_consequence_has_none() -> None:
    made = agreed(SHARES, TWO, grace=7, clause=DefaultClause.PENALTY)
    assert of_default(made) is None  # nobody said how much
    made.penalty = yuan("500")
    assert of_default(made) == Penalty(7, yuan("500"))
    made.default_clause = DefaultClause.ACCELERATE
    assert of_default(made) is None
