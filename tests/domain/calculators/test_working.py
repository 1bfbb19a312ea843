"""The working of an award: as written by hand, rounded once, nothing said twice."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.calculators.citations import DOUBLE_WAGE
from mediation_desk.domain.calculators.working import Award, Part, Step, Working, counted
from mediation_desk.domain.money import Money, yuan
from mediation_desk.domain.words import say

WAGE = say("Wages")


def test_a_step_reads_as_it_is_worked_on_paper() -> None:
    """4,300 for two months less 1,000: 7,600."""
    working = Working()
    due = working.money(WAGE, "{:m} × {} − {:m}", Fraction(4300), 2, Money(100000),
                        result=Fraction(4300) * 2 - 1000, law=(DOUBLE_WAGE,))
    step, = working.steps
    assert due == 7600
    assert (step.expression, step.value, step.law) == ("4300.00 × 2 − 1000.00", "7600.00", (DOUBLE_WAGE,))


def test_days_and_shares_are_written_as_days_and_shares() -> None:
    step = Step(WAGE, "{} – {}: {:%} of {:m}", (date(2024, 9, 1), date(2024, 10, 31), Fraction(3, 10),
                                                Fraction(10000, 3)), Fraction(1000), True)
    assert step.expression == "2024-09-01 – 2024-10-31: 30% of 3333.33"


def test_a_count_is_no_money() -> None:
    working = Working()
    working.count(WAGE, "{} ÷ {}", 7, 3, result=Fraction(7, 3))
    assert working.steps[0].value == "2.3333"
    working.money(WAGE, "{}", 2, result=Fraction(2))
    assert working.steps[1].value == "2.00"


def test_nothing_due_is_zero_yuan_with_its_reason() -> None:
    working = Working()
    assert working.nothing(WAGE, "{} < {}", 0, 1, law=(DOUBLE_WAGE,)) == 0
    assert working.steps[0].value == "0.00" and working.steps[0].law == (DOUBLE_WAGE,)


def test_a_warning_is_said_once_and_in_its_order() -> None:
    working = Working()
    for text in ("Look here.", "And here.", "Look here."):
        working.warn(say(text))
    working.warn(say("{paid} over", paid="1.00"))
    working.warn(say("{paid} over", paid="2.00"))
    assert list(map(str, working.warnings)) == ["Look here.", "And here.", "1.00 over", "2.00 over"]


def test_a_part_to_be_reviewed_is_rounded_half_up_to_the_fen() -> None:
    working = Working()
    working.part(WAGE, Fraction("0.005"))
    working.part(WAGE, Fraction(100, 3))
    assert working.parts == [Part(WAGE, Money(1)), Part(WAGE, yuan("33.33"))]


def test_an_award_remarked_upon_is_the_same_award_with_more_to_look_at() -> None:
    award = Award("other", yuan("5.00"), (), (say("First."),))
    more = award.remarked(say("Second."), say("Third."))
    assert list(map(str, more.warnings)) == ["First.", "Second.", "Third."]
    assert (more.claim, more.amount, more.steps) == (award.claim, award.amount, award.steps)
    assert list(map(str, award.warnings)) == ["First."] and award.remarked() is award


@pytest.mark.parametrize(("number", "written"), [
    (Fraction(0), "0"), (Fraction(100), "100"), (Fraction(3, 2), "1.5"), (Fraction(1, 3), "0.3333"),
    (Fraction(2, 3), "0.6667"), (Fraction("0.00005"), "0.0001"), (Fraction("0.00004"), "0"),
    (Fraction("9.99995"), "10"), (Fraction(-5, 2), "-2.5")])
def test_a_count_has_at_most_four_decimals_and_no_needless_nought(number: Fraction, written: str) -> None:
    assert counted(number) == written


@given(st.fractions(min_value=0, max_value=10**9, max_denominator=10**6))
def test_a_count_is_rounded_as_a_decimal_would_be(number: Fraction) -> None:
    """By a second way: sixty digits of the quotient, then half up to four places."""
    whole, rest = divmod(number.numerator, number.denominator)
    digits = Decimal(whole) + Decimal(rest * 10**30 // number.denominator).scaleb(-30)
    assert Decimal(counted(number)) == digits.quantize(Decimal("0.0001"), ROUND_HALF_UP)


@given(st.integers(min_value=0, max_value=10**12))
def test_an_amount_in_a_step_is_written_as_money_is_written(fen: int) -> None:
    amount = Fraction(fen, 100)
    assert Step(WAGE, "{:m}", (amount,), amount, True).expression == Money(fen).plain()
