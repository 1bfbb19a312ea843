"""What holds for every claim: published awards to the fen, more wage never less money, no floats."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

import mediation_desk
from mediation_desk.domain.calculators.claims import CLAIMS, compute
from mediation_desk.domain.calculators.double_wage import LIMITATION_METHODS, PARTIAL_MONTHS
from mediation_desk.domain.calculators.facts import FactValue
from mediation_desk.domain.calculators.reading import read_facts
from mediation_desk.domain.calculators.working import Award
from mediation_desk.domain.money import Money
from mediation_desk.library.law import shipped_calendar
from tests.domain.calculators.office import award, plain, said

CALENDAR = shipped_calendar()
fen = some.integers(min_value=0, max_value=10_000_000)
days = some.dates(min_value=date(2008, 1, 1), max_value=date(2030, 12, 31))
periods = some.tuples(days, days).map(sorted)
counts = some.fractions(min_value=0, max_value=60, max_denominator=8)


def on(first: str, last: str) -> some.SearchStrategy[Mapping[str, FactValue]]:
    return periods.map(lambda ends: {first: ends[0], last: ends[1]})


def employed_and_claimed() -> some.SearchStrategy[Mapping[str, FactValue]]:
    """Employment, and a claim not before its first day."""
    return some.tuples(days, days, days).map(sorted).flatmap(lambda three: some.permutations(three[1:]).map(
        lambda later: {"employed_from": three[0], "employed_until": later[0], "claimed_on": later[1]}))


def joined(*parts: some.SearchStrategy[Mapping[str, FactValue]]) -> some.SearchStrategy[
        Mapping[str, FactValue]]:
    return some.tuples(*parts).map(lambda maps: {name: value for one in maps for name, value in one.items()})


LIMITS = some.fixed_dictionaries({"local_minimum_monthly_wage": fen.map(Money)}, optional={
    "amount_paid": fen.map(Money)})
# Facts beside the wage, and the name of the wage that rises.
WAGES: Mapping[str, tuple[str, some.SearchStrategy[Mapping[str, FactValue]]]] = {
    "unpaid_wages": ("monthly_wage", on("unpaid_from", "unpaid_until")),
    "double_wage": ("monthly_wage", joined(employed_and_claimed(), some.fixed_dictionaries(
        {"limitation_method": some.sampled_from(LIMITATION_METHODS),
         "partial_month": some.sampled_from(PARTIAL_MONTHS)},
        optional={"contract_signed_on": days}))),
    "economic_compensation": ("average_monthly_wage", joined(on("employed_from", "employed_until"), LIMITS)),
    "unlawful_termination": ("average_monthly_wage", joined(on("employed_from", "employed_until"), LIMITS)),
    "notice_pay": ("last_month_wage", some.just({"ground": "art40_illness"})),
    "overtime": ("monthly_wage", some.fixed_dictionaries(
        {"workday_hours": counts, "restday_days": counts, "holiday_hours": counts,
         "single_pay_included": some.booleans()})),
    "annual_leave": ("average_monthly_wage", some.fixed_dictionaries({"days_untaken": counts})),
    "illegal_probation": ("wage_after_probation", some.fixed_dictionaries({"months_over": counts})),
    "non_compete": ("average_monthly_wage", joined(
        some.fixed_dictionaries({"months": counts, "rate": some.fractions(0, 1)}), LIMITS)),
    "additional_compensation": ("amount_due", some.fixed_dictionaries(
        {"rate": some.fractions(Fraction(1, 2), 1), "inspection_order_overdue": some.booleans()})),
    "injury_leave_pay": ("monthly_wage", some.fixed_dictionaries({"months": counts})),
    "other": ("amount", some.just({})),
}
assert set(CLAIMS) - set(WAGES) == {"gig_pay", "heat_allowance", "deductions"}  # no wage makes them rise


def awarded(claim: str, facts: Mapping[str, FactValue]) -> Award:
    return compute(claim, facts, calendar=CALENDAR)


@pytest.mark.parametrize("claim", sorted(WAGES))
@given(data=some.data(), wage=fen, more=fen)
def test_the_amount_never_falls_when_the_wage_rises(claim: str, data: some.DataObject, wage: int,
                                                    more: int) -> None:
    name, others = WAGES[claim]
    facts = data.draw(others)
    less, greater = (awarded(claim, {**facts, name: Money(size)}) for size in (wage, wage + more))
    assert less.amount is not None and greater.amount is not None
    assert Money(0) <= less.amount <= greater.amount
    assert less.steps


@given(periods, some.integers(min_value=1, max_value=2_000_000), fen, fen)
def test_under_twelve_years_the_cap_has_no_cliff(ends: list[date], average: int, wage: int,
                                                 more: int) -> None:
    """Beyond twelve years a wage just above the line gives less than one on it: the law's own cliff,
    which the award warns of; up to twelve years the amount never falls."""
    facts: dict[str, FactValue] = {"months_of_pay": Fraction(min(ends[1].year - ends[0].year, 12)),
                                   "local_average_monthly_wage": Money(average)}
    less, greater = (awarded("economic_compensation", {**facts, "average_monthly_wage": Money(size)})
                     for size in (wage, wage + more))
    assert less.amount is not None and greater.amount is not None
    assert less.amount <= greater.amount


@pytest.mark.parametrize(("claim", "facts"), [
    ("unpaid_wages", {"monthly_wage": Money(1_000_000), "unpaid_from": date(2017, 3, 1),
                      "unpaid_until": date(2017, 5, 8)}),
    ("gig_pay", {"pay_items": [{"kind": "per_order", "quantity": Fraction(7), "rate": Fraction("8.335")}]}),
    ("economic_compensation", {"average_monthly_wage": Money(632_982), "months_of_pay": Fraction("1.5")}),
    ("unlawful_termination", {"average_monthly_wage": Money(632_982), "months_of_pay": Fraction("1.5")}),
    ("injury_leave_pay", {"monthly_wage": Money(500_001), "months": Fraction("3.5")}),
])
@given(paid=some.integers(min_value=0, max_value=4_000_000))
def test_what_was_paid_lowers_the_amount_by_exactly_itself_until_zero(
        claim: str, facts: Mapping[str, FactValue], paid: int) -> None:
    whole = awarded(claim, facts).amount
    assert whole is not None
    assert awarded(claim, {**facts, "amount_paid": Money(paid)}).amount == Money(max(whole.fen - paid, 0))


@pytest.mark.parametrize(("paid", "due", "over"), [
    ("4299.99", "0.01", None), ("4300.00", "0.00", None), ("4300.01", "0.00", "0.01"),
    ("6000.00", "0.00", "1,700.00")])
def test_more_paid_than_due_leaves_nothing_due_and_is_said(paid: str, due: str, over: str | None) -> None:
    given = award("unpaid_wages", amount_due="4300", amount_paid=paid)
    assert plain(given) == due
    assert said(given) == (f"More was paid than is due: {over} over." if over else "")


@pytest.mark.parametrize("room", ["domain/calculators", "domain/figures.py", "domain/money.py",
                                  "library/law.py", "services/sorting/award.py"])
def test_no_float_touches_an_amount(room: str) -> None:
    path = Path(mediation_desk.__file__).parent / room
    files = list(path.rglob("*.py")) if path.is_dir() else [path]
    assert files
    for file in files:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            assert not (isinstance(node, ast.Constant) and isinstance(node.value, float)), (file, node.lineno)
            assert not (isinstance(node, ast.Name) and node.id == "float"), (file, node.lineno)


CASES = [
    ("unlawful_termination", {"employed_from": "2016-07-01", "employed_until": "2017-10-30",
                              "average_monthly_wage": "6329.82"}, "18989.46"),
    ("economic_compensation", {"employed_from": "2016-01-04", "employed_until": "2019-08-30",
                               "average_monthly_wage": "50000",
                               "local_average_monthly_wage": "10592"}, "127104.00"),
    ("economic_compensation", {"employed_from": "2014-06-01", "employed_until": "2014-12-30",
                               "average_monthly_wage": "7000"}, "7000.00"),
    ("double_wage", {"without_contract_from": "2017-08-01", "without_contract_until": "2017-12-31",
                     "monthly_wage": "38500"}, "192500.00"),
    ("unpaid_wages", {"monthly_wage": "10000", "unpaid_from": "2017-03-01",
                      "unpaid_until": "2017-05-08"}, "22758.62"),
    ("overtime", {"monthly_wage": "20000", "restday_days": 3}, "5517.24"),
    ("annual_leave", {"average_monthly_wage": "3892.94", "days_untaken": 20}, "7159.43"),
]


@pytest.mark.parametrize(("claim", "raw", "published"), CASES)
def test_a_published_award_comes_out_to_the_fen(claim: str, raw: Mapping[str, object],
                                                published: str) -> None:
    award = compute(claim, read_facts(claim, raw))
    assert plain(award) == published
    assert award.steps[-1].value == published


@pytest.mark.parametrize(("claim", "raw", "amount"), [
    ("unpaid_wages", {"monthly_wage": "4300", "unpaid_from": "2024-10-01", "unpaid_until": "2024-10-31"},
     "4300.00"),
    ("double_wage", {"monthly_wage": "4300", "employed_from": "2024-09-01",
                     "employed_until": "2024-10-31"}, "4300.00"),
    ("double_wage", {"monthly_wage": "4300", "employed_from": "2024-10-01",
                     "employed_until": "2024-10-31"}, "0.00"),
    ("unpaid_wages", {"monthly_wage": "3000", "unpaid_from": "2024-10-01", "unpaid_until": "2024-10-31"},
     "3000.00"),
])
def test_every_figure_of_the_streamers_table_comes_from_dates_and_wage(
        claim: str, raw: Mapping[str, object], amount: str) -> None:
    assert plain(compute(claim, read_facts(claim, raw))) == amount


def test_the_vocabulary_has_all_its_claims() -> None:
    assert set(CLAIMS) == {
        "unpaid_wages", "gig_pay", "double_wage", "economic_compensation", "unlawful_termination",
        "notice_pay", "overtime", "annual_leave", "illegal_probation", "non_compete",
        "additional_compensation", "deductions", "heat_allowance", "injury_leave_pay", "other"}
    assert {name for name, claim in CLAIMS.items() if not claim.needs_employment} == {"gig_pay", "other"}
