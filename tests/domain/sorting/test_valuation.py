"""One worker's claims on one version: computed once, barred, contested, or waiting for an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from mediation_desk.domain.calculators.claims import compute
from mediation_desk.domain.calculators.facts import FactValue
from mediation_desk.domain.calculators.working import Award
from mediation_desk.domain.money import ZERO, yuan
from mediation_desk.domain.sorting import valuation
from mediation_desk.domain.sorting.elements import (
    Bar,
    Condition,
    Element,
    ElementSheet,
    ElementType,
    Label,
    Section,
)
from mediation_desk.domain.sorting.valuation import SheetIndex, Valuer
from tests.domain.sorting.test_sorting import shelf

BOTH = Label("甲", "A")
OCTOBER = {"monthly_wage": "4300.00", "unpaid_from": "2024-10-01", "unpaid_until": "2024-10-31"}


def element(name: str, kind: str = "money", **more: object) -> Element:
    return replace(Element(name, ElementType(kind), BOTH), **more)  # type: ignore[arg-type]


def small(*elements: Element) -> SheetIndex:
    return SheetIndex.of(ElementSheet("s", BOTH, ("other",), (Section("s", BOTH, 1, elements),)))


def shipped(*claims: str) -> Valuer:
    return Valuer(SheetIndex.of(shelf().combined(claims)), compute)


class Counting:
    """A calculator that counts how often it is asked."""

    def __init__(self) -> None:
        self.asked: list[Mapping[str, FactValue]] = []

    def __call__(self, claim: str, facts: Mapping[str, FactValue]) -> Award:
        self.asked.append(facts)
        return compute(claim, facts)


def test_october_comes_to_its_wage() -> None:
    worth = shipped("unpaid_wages").worth("unpaid_wages", OCTOBER)
    assert worth.amount == yuan("4300.00") and worth.award and worth.trouble is None


@pytest.mark.parametrize("lacking", sorted(OCTOBER))
def test_what_is_lacking_is_waited_for_by_its_element(lacking: str) -> None:
    worth = shipped("unpaid_wages").worth("unpaid_wages", {k: v for k, v in OCTOBER.items() if k != lacking})
    assert worth.amount is None and worth.trouble is not None and worth.award is None
    assert worth.waits_for


def test_a_contested_fact_takes_the_claim_with_it_and_is_named() -> None:
    """Denied with nothing in its place: what rests on it is worth nothing, and not merely unknown."""
    rest = {name: value for name, value in OCTOBER.items() if name != "monthly_wage"}
    valuer = shipped("unpaid_wages")
    worth = valuer.worth("unpaid_wages", rest, {"monthly_wage": "4300.00"})
    assert worth.amount == ZERO and worth.denied == ("monthly_wage",)
    one_day = {"monthly_wage": "4300.00"}
    waiting = valuer.worth("unpaid_wages", {"unpaid_from": "2024-10-01"}, one_day)
    assert waiting.amount is None and not waiting.denied, "with it the last day would still be lacking"
    assert valuer.worth("unpaid_wages", OCTOBER, {"amount_paid": "5.00"}).amount == yuan("4300.00")


def test_a_bar_goes_before_everything_else_and_says_which() -> None:
    bar = Bar("yes", frozenset({"other"}), BOTH, "x", unless=Condition(element="excused", equals="yes"))
    index = small(element("sum", feeds={"other": "amount"}), element("barred", "yes_no", bars=(bar,)),
                  element("excused", "yes_no"))
    valuer = Valuer(index, compute)
    assert valuer.worth("other", {"sum": "5.00"}).amount == yuan("5.00")
    fallen = valuer.worth("other", {"sum": "5.00", "barred": "yes"})
    assert (fallen.amount, fallen.bar) == (ZERO, bar)
    assert valuer.worth("other", {"barred": "yes"}).bar is bar, "even where nothing could be computed"
    lifted = valuer.worth("other", {"sum": "5.00", "barred": "yes", "excused": "yes"})
    assert (lifted.amount, lifted.bar) == (yuan("5.00"), None)


def test_an_answer_that_is_not_asked_for_is_not_used() -> None:
    when = Condition(element="asked", equals="yes")
    index = small(element("sum", feeds={"other": "amount"}, condition=when), element("asked", "yes_no"))
    valuer = Valuer(index, compute)
    assert valuer.worth("other", {"sum": "5.00", "asked": "yes"}).amount == yuan("5.00")
    assert valuer.worth("other", {"sum": "5.00", "asked": "no"}).amount is None
    assert index.moves["asked"] == {"other"} and index.movers["other"] == {"asked", "sum"}


def test_two_answers_to_one_fact_are_not_chosen_between() -> None:
    index = small(element("sum", feeds={"other": "amount"}), element("again", feeds={"other": "amount"}))
    both = Valuer(index, compute).worth("other", {"sum": "5.00", "again": "6.00"})
    assert both.amount is None and set(both.waits_for) == {"sum", "again"}
    assert "Two elements" in str(both.trouble)
    assert Valuer(index, compute).worth("other", {"again": "6.00"}).amount == yuan("6.00")


def test_the_same_facts_are_computed_once_and_others_anew() -> None:
    counting = Counting()
    valuer = Valuer(SheetIndex.of(shelf().combined(["unpaid_wages"])), counting)
    for _ in range(3):
        valuer.worth("unpaid_wages", OCTOBER)
        valuer.worth("unpaid_wages", {**OCTOBER, "written_contract": "no"})
    assert len(counting.asked) == 1
    assert valuer.worth("unpaid_wages", {**OCTOBER, "monthly_wage": "4300.01"}).amount == yuan("4300.01")
    assert len(counting.asked) == 2


def test_what_is_remembered_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(valuation, "MOST_AWARDS", 3)
    counting = Counting()
    valuer = Valuer(SheetIndex.of(shelf().combined(["unpaid_wages"])), counting)
    for fen in [0, 1, 2, 3, 0]:
        worth = valuer.worth("unpaid_wages", {**OCTOBER, "monthly_wage": f"4300.0{fen}"})
        assert worth.amount == yuan(f"4300.0{fen}")
    assert len(counting.asked) == 5


def test_an_answer_that_gives_way_is_not_computed_with_and_that_is_said() -> None:
    valuer = shipped("overtime")
    facts = {"monthly_wage": "4300.00", "hourly_wage": "25.00", "workday_hours": "10"}
    worth = valuer.worth("overtime", facts)
    assert worth.amount == yuan("375.00") and worth.award
    assert any("Hourly wage" in str(warning) for warning in worth.award.warnings)
    without = valuer.worth("overtime", {k: v for k, v in facts.items() if k != "monthly_wage"})
    assert without.award and not without.award.warnings


def test_what_two_claims_may_count_twice_is_said_when_both_are_worth_something() -> None:
    valuer = shipped("gig_pay", "deductions")
    values = {"pay_items": '[{"kind": "per_order", "amount": "4290.00"}, '
                           '{"kind": "deduction", "amount": "300.00"}]',
              "deductions": '[{"amount": "300.00", "ground": "fine"}]'}
    worths = {claim: valuer.worth(claim, values) for claim in ("gig_pay", "deductions")}
    compared = valuer.compared(worths, values)
    assert compared["gig_pay"].award and compared["gig_pay"].award.warnings
    assert {claim: worth.amount for claim, worth in compared.items()} == {
        claim: worth.amount for claim, worth in worths.items()}
    alone = valuer.compared({**worths, "deductions": replace(worths["deductions"], amount=ZERO)}, values)
    assert alone["gig_pay"].award and not alone["gig_pay"].award.warnings
