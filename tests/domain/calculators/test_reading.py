"""Facts as they are written in a file, and how bad ones are refused."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from mediation_desk.domain.calculators.claims import CLAIMS, compute
from mediation_desk.domain.calculators.facts import FactError
from mediation_desk.domain.calculators.reading import read_facts
from mediation_desk.domain.money import Money
from mediation_desk.domain.words import DeskError

GOOD: Mapping[str, object] = {"monthly_wage": "4300", "unpaid_from": "2024-10-01",
                              "unpaid_until": "2024-10-31"}


def test_text_and_toml_values_mean_the_same() -> None:
    text = tomllib.loads('monthly_wage = 4300.5\nunpaid_from = 2024-10-01\nunpaid_until = "2024-10-31"\n'
                         "amount_paid = 12", parse_float=Decimal)
    assert read_facts("unpaid_wages", text) == {
        "monthly_wage": Money(430050), "unpaid_from": date(2024, 10, 1),
        "unpaid_until": date(2024, 10, 31), "amount_paid": Money(1200)}
    heat = read_facts("heat_allowance", {"periods": Decimal("2.5"), "rate": "200"})
    assert heat["periods"] == Fraction(5, 2)
    assert read_facts("overtime", {"hourly_wage": "25", "single_pay_included": "是"})["single_pay_included"]


@pytest.mark.parametrize(("fact", "value", "expected"), [
    ("monthly_wage", "a lot", "an amount in yuan"),
    ("monthly_wage", "-1", "not negative"),
    ("monthly_wage", "4300.005", "an amount in yuan"),
    ("monthly_wage", True, "an amount in yuan"),
    ("monthly_wage", float("4300"), "an amount in yuan"),
    ("monthly_wage", Decimal("NaN"), "an amount in yuan"),
    ("monthly_wage", Decimal("1E+999999999"), "an amount in yuan"),
    ("monthly_wage", 10**30, "an amount in yuan"),
    ("monthly_wage", ["4300"], "an amount in yuan"),
    ("unpaid_from", "2024-02-30", "a date"),
    ("unpaid_from", "10月1日", "a date"),
    ("unpaid_from", 20241001, "a date"),
    ("unpaid_from", "0001-01-01", "a date"),
    ("unpaid_until", "2024-09-30", "not before 2024-10-01"),
    ("wages", "4300", "not a fact of this claim"),
])
def test_a_bad_fact_is_named_with_what_it_should_be(fact: str, value: object, expected: str) -> None:
    with pytest.raises(FactError) as refused:
        read_facts("unpaid_wages", {**GOOD, fact: value})
    assert refused.value.fact == refused.value.field == fact
    assert fact in str(refused.value) and expected in str(refused.value)


@pytest.mark.parametrize(("fact", "value", "wrong"), [
    ("monthly_wage", "4300.005", "more than two decimals"),
    ("monthly_wage", Decimal("4300.005"), "more than two decimals"),
    ("monthly_wage", "4300.10.5", "is not an amount"),
    ("monthly_wage", "-0.01", "below zero"),
    ("monthly_wage", "99999999999999999999", "more than this program can hold"),
    ("monthly_wage", 10**30, "too large"),
    ("monthly_wage", Decimal("1E+99"), "too large"),
    ("monthly_wage", True, "“True” is not a number"),
    ("unpaid_from", "2024-02-30", "There is no such day as “2024-02-30”"),
    ("unpaid_from", "2024-13-01", "There is no such day as “2024-13-01”"),
    ("unpaid_from", "1848-01-01", "“1848-01-01”: the year must lie between 1900 and 2199"),
    ("unpaid_from", "12024-01-01", "“12024-01-01” is not a date"),
    ("unpaid_from", "1949-01-01", "does not lie between 1949-10-01 and 2199-12-31"),
    ("unpaid_from", date(2200, 1, 1), "does not lie between"),
    ("unpaid_from", "3/4/2024", "may be 2024-03-04 or 2024-04-03"),
])
def test_what_is_wrong_with_an_amount_or_a_date_is_said(fact: str, value: object, wrong: str) -> None:
    with pytest.raises(FactError, match=wrong):
        read_facts("unpaid_wages", {**GOOD, fact: value})


@pytest.mark.parametrize(("value", "wrong"), [
    ("three", "“three” is not a number"), ("1e3", "is not a number"), ("", "is not a number"),
    ("-0.5", "“-0.5” is below zero"), ("9999999999", "too large"), ("1" * 30, "too large"),
    ("0.1234567890123", "more than 12 decimals"), (Decimal("1E-50"), "more than 12 decimals")])
def test_what_is_wrong_with_a_count_is_said(value: object, wrong: str) -> None:
    with pytest.raises(FactError, match=wrong):
        read_facts("illegal_probation", {"wage_after_probation": "1", "months_over": value})


def test_what_is_wrong_with_a_share_or_an_answer_is_said() -> None:
    facts = {"average_monthly_wage": "8000", "months": "2"}
    with pytest.raises(FactError, match="more than the whole"):
        read_facts("non_compete", {**facts, "rate": "30"})
    with pytest.raises(FactError, match="“perhaps” is neither"):
        read_facts("additional_compensation", {"amount_due": "1", "inspection_order_overdue": "perhaps"})
    with pytest.raises(FactError, match="“art39” is not among them"):
        read_facts("notice_pay", {"last_month_wage": "1", "ground": "art39"})


def test_full_width_digits_are_digits_everywhere() -> None:
    wide = {"monthly_wage": "４，３００．００", "unpaid_from": "２０２４－１０－０１",
            "unpaid_until": "２０２４-１０-３１"}
    assert read_facts("unpaid_wages", wide) == read_facts("unpaid_wages", GOOD)
    assert read_facts("illegal_probation", {"wage_after_probation": "６０００", "months_over": "２．５"})[
        "months_over"] == Fraction(5, 2)
    items = read_facts("gig_pay", {"pay_items": [
        {"kind": "ｐｅｒ＿ｏｒｄｅｒ", "quantity": "７８０", "rate": "５．５"}]})
    assert items["pay_items"] == [{"kind": "per_order", "quantity": Fraction(780), "rate": Fraction("5.5")}]


def test_a_list_without_a_row_is_refused() -> None:
    for claim, fact in (("gig_pay", "pay_items"), ("deductions", "deductions")):
        with pytest.raises(FactError, match="no row in it") as refused:
            read_facts(claim, {fact: []})
        assert refused.value.fact == fact
        with pytest.raises(FactError, match="no row in it"):
            compute(claim, {fact: []})


@pytest.mark.parametrize("value", ["-1", "1e3", "three", "1/3", Decimal("Infinity"), Decimal("1E-99999999"),
                                   "9999999999", False, ""])
def test_a_bad_number_is_refused(value: object) -> None:
    with pytest.raises(FactError, match="months_over"):
        read_facts("illegal_probation", {"wage_after_probation": "1", "months_over": value})


@pytest.mark.parametrize("claim", sorted(CLAIMS))
def test_every_claim_names_what_it_lacks(claim: str) -> None:
    needed = {name for names in CLAIMS[claim].alternatives for name in names}
    with pytest.raises(FactError) as refused:
        read_facts(claim, {})
    assert refused.value.fact in needed
    with pytest.raises(FactError):
        compute(claim, {})


def test_the_alternative_nearest_to_whole_is_asked_for() -> None:
    with pytest.raises(FactError) as refused:
        read_facts("double_wage", {"monthly_wage": "1", "without_contract_from": "2024-01-01"})
    assert refused.value.fact in {"employed_from", "without_contract_until"}
    with pytest.raises(FactError) as refused:
        read_facts("unpaid_wages", {"monthly_wage": "1", "unpaid_from": "2024-01-01"})
    assert refused.value.fact in {"amount_due", "unpaid_until"}


def test_an_unknown_claim_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(DeskError, match="unpaid_wages, gig_pay"):
        read_facts("wages", {})


def test_a_row_that_is_no_row_is_refused() -> None:
    for rows in ("per_order", [1], {"kind": "bonus"}):
        with pytest.raises(FactError, match="a list of rows"):
            read_facts("gig_pay", {"pay_items": rows})


def test_computing_checks_typed_facts_again() -> None:
    wage = Money(430000)
    with pytest.raises(FactError, match="employed_until"):
        compute("double_wage", {"monthly_wage": wage, "employed_from": date(2024, 9, 1),
                                "employed_until": date(2024, 8, 1)})
    with pytest.raises(FactError, match="monthly_wage"):
        compute("double_wage", {"monthly_wage": 4300, "employed_from": date(2024, 9, 1)})


def test_a_workers_whole_row_may_be_given() -> None:
    """Facts of other claims and empty ones do no harm: a grid's row is computed as it is."""
    row = {**read_facts("unpaid_wages", GOOD), "employed_from": date(2024, 9, 1), "ground": "anything"}
    assert compute("unpaid_wages", row).amount == Money(430000)


def test_an_amount_beyond_any_case_is_refused() -> None:
    with pytest.raises(DeskError, match="more than this program can hold"):
        compute("illegal_probation", {"wage_after_probation": Money(10**15), "months_over": Fraction(10**9)})
