"""Facts that contradict each other, come in the wrong order, or are odd together."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from mediation_desk.domain.calculators.claims import CLAIMS, compute
from mediation_desk.domain.calculators.facts import FactError
from mediation_desk.domain.calculators.reading import read_facts
from tests.domain.calculators.office import award, plain, said

TIME = {"unpaid_from": "2024-10-01", "unpaid_until": "2024-10-31"}


@pytest.mark.parametrize(("claim", "facts", "one", "other"), [
    ("unpaid_wages", {"amount_due": "5000", "monthly_wage": "6000", **TIME}, "amount_due", "monthly_wage"),
    ("unpaid_wages", {"amount_due": "5000", **TIME}, "amount_due", "unpaid_from"),
    ("overtime", {"monthly_wage": "3480", "hourly_wage": "25", "workday_hours": 3}, "monthly_wage",
     "hourly_wage"),
    ("annual_leave", {"average_monthly_wage": "3000", "days_untaken": 5, "days_taken": 2}, "days_untaken",
     "days_taken"),
    ("double_wage", {"monthly_wage": "6000", "employed_from": "2020-01-01",
                     "without_contract_from": "2023-01-01", "without_contract_until": "2023-06-30"},
     "employed_from", "without_contract_from"),
])
def test_two_answers_to_one_question_are_refused_and_both_are_named(
        claim: str, facts: Mapping[str, object], one: str, other: str) -> None:
    with pytest.raises(FactError) as refused:
        award(claim, **facts)
    assert f"“{one}”" in str(refused.value.in_file) and f"“{other}”" in str(refused.value.in_file)
    on_screen = str(refused.value.sentence)
    assert str(CLAIMS[claim].facts[one].label) in on_screen
    assert str(CLAIMS[claim].facts[other].label) in on_screen and "_" not in on_screen


@pytest.mark.parametrize("claim", [name for name, claim in CLAIMS.items() if claim.apart])
def test_every_way_of_every_claim_can_be_taken_by_itself(claim: str) -> None:
    """The ways apart are made of facts that the claim has, and no fact is in two of them."""
    ways = CLAIMS[claim].apart
    names = [name for way in ways for name in way]
    assert len(ways) > 1 and len(names) == len(set(names)) and set(names) <= set(CLAIMS[claim].facts)
    for alternative in CLAIMS[claim].alternatives:
        assert sum(any(name in way for name in alternative) for way in ways) <= 1


@pytest.mark.parametrize(("claim", "facts", "first", "last"), [
    ("double_wage", {"monthly_wage": "1", "employed_from": "2024-03-01", "claimed_on": "2024-02-29"},
     "employed_from", "claimed_on"),
    ("double_wage", {"monthly_wage": "1", "without_contract_from": "2024-03-01",
                     "without_contract_until": "2024-05-31", "claimed_on": "2023-12-31"},
     "without_contract_from", "claimed_on"),
    ("economic_compensation", {"average_monthly_wage": "1", "employed_from": "2024-03-01",
                               "employed_until": "2024-02-29"}, "employed_from", "employed_until"),
    ("annual_leave", {"average_monthly_wage": "1", "service_years_total": 1, "employed_from": "2024-03-01",
                      "left_on": "2024-02-01"}, "employed_from", "left_on"),
])
def test_days_out_of_order_are_refused_and_both_are_named(claim: str, facts: Mapping[str, object],
                                                          first: str, last: str) -> None:
    with pytest.raises(FactError) as refused:
        award(claim, **facts)
    assert refused.value.fact == last
    assert f"“{first}”" in str(refused.value) and f"“{last}”" in str(refused.value)


def test_a_contract_signed_after_the_last_day_is_pointed_out() -> None:
    odd = award("double_wage", monthly_wage="1000", employed_from="2025-03-01", employed_until="2025-06-30",
                contract_signed_on="2025-08-01")
    assert plain(odd) == "3000.00" and "Written contract signed on" in said(odd)


def test_a_minimum_wage_above_the_average_is_pointed_out() -> None:
    odd = award("economic_compensation", average_monthly_wage="4000", months_of_pay=1,
                local_minimum_monthly_wage="5000", local_average_monthly_wage="1880")
    assert "Local average monthly wage" in said(odd)


def test_an_empty_fact_contradicts_nothing() -> None:
    facts = {**read_facts("unpaid_wages", {"amount_due": "5000"}), "monthly_wage": None}
    assert plain(compute("unpaid_wages", facts)) == "5000.00"  # type: ignore[arg-type]
