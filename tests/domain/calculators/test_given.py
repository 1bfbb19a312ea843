"""What a calculator is handed: exact amounts, days, counts; what is missing is said by its name."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from mediation_desk.domain.calculators.facts import FactError
from mediation_desk.domain.calculators.given import Given
from mediation_desk.domain.calculators.known_facts import FACTS, RATES
from mediation_desk.domain.money import Money


def given(**values: object) -> Given:
    return Given(values, {**FACTS, "rate": RATES["non_compete"]})


def test_an_amount_arrives_to_the_fen() -> None:
    assert given(monthly_wage=Money(430001)).yuan("monthly_wage") == Fraction(430001, 100)


def test_nothing_paid_is_an_answer_and_silence_is_none() -> None:
    """Zero yuan, zero hours and no are answers: a default must not take their place."""
    assert given(amount_paid=Money(0)).yuan_or_none("amount_paid") == 0
    assert given().yuan_or_none("amount_paid") is None
    assert given(rate=Fraction(0)).number_or("rate", Fraction(3, 10)) == 0
    assert given().number_or("rate", Fraction(3, 10)) == Fraction(3, 10)
    assert given(workday_hours=0).has("workday_hours")
    assert given(single_pay_included=False).has("single_pay_included")
    assert not given(single_pay_included=False).yes("single_pay_included")
    assert not given().yes("single_pay_included")


def test_all_of_several_facts_must_be_there() -> None:
    one = given(unpaid_from=date(2024, 10, 1), unpaid_until=None)
    assert one.has("unpaid_from") and not one.has("unpaid_from", "unpaid_until")
    assert one.day("unpaid_from") == date(2024, 10, 1) and one.day_or_none("unpaid_until") is None


def test_a_choice_not_made_is_the_usual_one() -> None:
    assert given().choice_or("partial_month", "days") == "days"
    assert given(partial_month="whole").choice_or("partial_month", "days") == "whole"


@pytest.mark.parametrize(("name", "asked"), [
    ("monthly_wage", "yuan"), ("unpaid_from", "day"), ("months_over", "number"), ("pay_items", "rows")])
@pytest.mark.parametrize("empty", [{}, None])
def test_a_missing_fact_is_named_as_it_stands_on_the_screen(name: str, asked: str, empty: object) -> None:
    values = {} if empty is not None else {name: None}
    with pytest.raises(FactError) as told:
        getattr(given(**values), asked)(name)
    assert (told.value.fact, told.value.field) == (name, name)
    assert f"“{FACTS[name].label}”" in str(told.value.sentence) and name not in str(told.value.sentence)


def test_the_rows_of_a_list_are_asked_one_by_one() -> None:
    rows = given(pay_items=[{"kind": "per_order", "quantity": 780, "rate": Fraction("5.5")},
                            {"kind": "deduction", "amount": Money(30000)}]).rows("pay_items")
    assert [row.choice_or("kind", "") for row in rows] == ["per_order", "deduction"]
    assert rows[0].number("quantity") * rows[0].number("rate") == 4290
    assert rows[1].yuan("amount") == 300


def test_what_the_second_row_lacks_is_said_of_the_second_row() -> None:
    rows = given(pay_items=[{"kind": "bonus", "amount": Money(1)}, {"kind": "bonus"}]).rows("pay_items")
    with pytest.raises(FactError) as told:
        rows[1].yuan("amount")
    assert (told.value.fact, told.value.field) == ("pay_items[2].amount", "pay_items")
    assert "row 2" in str(told.value.sentence)
