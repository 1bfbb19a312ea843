"""What each dispute is worth: by worker, by claim, over all, the dearest first."""

from __future__ import annotations

from uuid import UUID

import pytest

from mediation_desk.domain.money import ZERO, Money, yuan
from mediation_desk.domain.sorting.elements import Element, ElementType, Label
from mediation_desk.domain.sorting.stakes import ByClaim, Issue, furthest, moved, ranked
from tests.domain.sorting.test_sorting import WORKERS, streamers

ONE, TWO, THREE = WORKERS[:3]


def element(name: str, issue: Label | None = None) -> Element:
    return Element(name, ElementType.MONEY, Label(f"{name}项", name), issue=issue)


def issue(*changes: ByClaim, name: str = "wage") -> Issue:
    by_worker = dict(zip(WORKERS, changes, strict=False))
    made, = ranked({name: by_worker}, [element(name)])
    return made


def test_only_the_disputed_answer_moves_to_the_other_side() -> None:
    ours, theirs = {"wage": "4300.00", "from": "2024-09-01"}, {"wage": "3000.00", "from": "2024-10-01"}
    assert moved("wage", ours, theirs) == {"wage": "3000.00", "from": "2024-09-01"}
    assert moved("wage", ours, {}) == {"from": "2024-09-01"}
    assert ours == {"wage": "4300.00", "from": "2024-09-01"}


def test_a_stake_is_the_sum_over_workers_and_claims() -> None:
    """1,300 + 1,300 for the first, 1,300 - 200 for the second: 3,700; by claim 2,600 and 1,100."""
    made = issue({"unpaid": yuan("1300"), "double": yuan("1300")},
                 {"unpaid": yuan("1300"), "double": -yuan("200")})
    assert made.stake == yuan("3700")
    assert dict(made.by_claim) == {"unpaid": yuan("2600"), "double": yuan("1100")}
    assert dict(made.by_worker) == {ONE: yuan("2600"), TWO: yuan("1100")}


def test_what_could_not_be_computed_is_named_and_not_counted() -> None:
    made = issue({"unpaid": yuan("1300"), "double": None}, {"unpaid": yuan("700"), "double": yuan("1")})
    assert made.stake == yuan("2001") and made.uncomputed == {"double"}
    assert made.by_claim["double"] == yuan("1")


def test_workers_whose_claims_do_not_change_are_not_counted_as_affected() -> None:
    made = issue({"unpaid": yuan("1300")}, {"unpaid": ZERO}, {"unpaid": None})
    assert made.affected == (ONE,) and made.workers == (ONE, TWO, THREE)
    assert str(made.line("en")) == "wage: 1 worker, 1,300.00"


def test_a_dispute_that_moves_nothing_is_still_everybodys_who_is_in_it() -> None:
    made = issue({"unpaid": ZERO}, {"unpaid": ZERO})
    assert made.affected == (ONE, TWO) and str(made.line("en")) == "wage: 2 workers, 0.00"


@pytest.mark.parametrize(("language", "told"), [("zh_CN", "工资标准"), ("en", "the wage")])
def test_a_dispute_is_called_by_its_own_name_where_it_has_one(language: str, told: str) -> None:
    made, = ranked({"wage": {ONE: {}}}, [element("wage", Label("工资标准", "the wage"))])
    assert made.name(language) == told
    assert issue({}).name("zh_CN") == "wage项"


def test_the_dearest_stands_first_whichever_way_it_goes_and_equals_in_the_sheets_order() -> None:
    names = ["a", "b", "c", "d", "e"]
    worth = {"a": yuan("10"), "b": -yuan("500"), "c": yuan("10"), "d": yuan("499.99"), "e": ZERO}
    disputes: dict[str, dict[UUID, ByClaim]] = {
        name: {ONE: {"unpaid": worth[name]}} for name in reversed(names)}
    assert [one.element.id for one in ranked(disputes, map(element, names))] == ["b", "d", "a", "c", "e"]


def test_a_dispute_on_an_element_that_is_asked_no_more_is_none() -> None:
    assert ranked({"gone": {ONE: {"unpaid": yuan("1")}}}, [element("wage")]) == ()


def test_of_several_respondents_the_furthest_counts_whichever_way_it_moves() -> None:
    """-900 is further from the worker's version than 300 + 500."""
    near: ByClaim = {"unpaid": yuan("300"), "double": yuan("500")}
    far: ByClaim = {"unpaid": -yuan("900"), "double": None}
    assert furthest([near, far]) is far and furthest([far, near]) is far
    assert furthest([{"unpaid": None}, {"unpaid": Money(1)}]) == {"unpaid": Money(1)}


def test_the_storys_stakes_are_parted_as_they_are_summed() -> None:
    for made in streamers().sorted().issues:
        assert sum(amount.fen for amount in made.by_claim.values()) == made.stake.fen
        assert set(made.affected) <= set(made.workers)
