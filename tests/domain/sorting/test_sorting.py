"""Sorting: the streamers' case to the fen, states and stakes under every sort of statement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_desk.domain.calculators.claims import CLAIMS, compute
from mediation_desk.domain.calculators.facts import FactValue
from mediation_desk.domain.calculators.working import Award
from mediation_desk.domain.money import Money, total, yuan
from mediation_desk.domain.sorting.elements import ElementSheet, SheetShelf
from mediation_desk.domain.sorting.sorting import (
    DENIED,
    EXACT,
    ClaimWorth,
    ElementEntry,
    Sorter,
    Sorting,
    State,
    Tolerance,
    admits,
    sort,
)
from mediation_desk.library.elements import shipped_shelf

CASE = UUID(int=1)
WORKERS = [UUID(int=100 + n) for n in range(1, 6)]
CLAIMED = {worker: ["unpaid_wages", "double_wage"] for worker in WORKERS}


@cache
def shelf() -> SheetShelf:
    return shipped_shelf(claims=set(CLAIMS))


def sheet() -> ElementSheet:
    return shelf().combined(["unpaid_wages", "double_wage"])


class Desk:
    """Entries as a mediator makes them, one after the other."""

    def __init__(self) -> None:
        self.entries: list[ElementEntry] = []

    def says(self, element: str, worker: UUID | None = None, *, workers_say: str | None = None,
             company_says: str | None = None, found: str | None = None) -> ElementEntry:
        entry = ElementEntry(id=UUID(int=1000 + len(self.entries)), case_id=CASE, element=element,
                             worker_id=worker, applicant=workers_say, respondent=company_says, finding=found)
        self.entries.append(entry)
        return entry

    def sorted(self, claims: Mapping[UUID, list[str]] = CLAIMED, *,
               tolerance: Tolerance = EXACT) -> Sorting:
        return sort(sheet(), WORKERS, claims, self.entries, compute=compute, tolerance=tolerance)


def streamers() -> Desk:
    """The story: five streamers, 4,300 a month, October unpaid, nothing in writing."""
    desk = Desk()
    for number, worker in enumerate(WORKERS, 1):
        desk.says("employed_from", worker, workers_say="2024-10-01" if number == 5 else "2024-09-01")
    desk.says("employed_until", workers_say="2024-10-31", company_says="2024-10-31")
    desk.says("unpaid_from", workers_say="2024-10-01", company_says="2024-10-01")
    desk.says("unpaid_until", workers_say="2024-10-31", company_says="2024-10-31")
    desk.says("monthly_wage", workers_say="4300.00", company_says="3000.00")
    desk.says("written_contract", workers_say="no", company_says="yes")
    desk.says("employment_relationship", workers_say="yes", company_says="no")
    return desk


def stakes(sorting: Sorting) -> dict[str, str]:
    return {issue.element.id: str(issue.stake) for issue in sorting.issues}


def test_the_streamers_claims_come_to_38700_on_their_own_version() -> None:
    """4 x (4,300 October + 4,300 double wage for October) + 1 x 4,300 = 38,700.00."""
    sorting = streamers().sorted()
    assert sorting.applicants_amount() == yuan("38700.00")
    assert [sorting.applicants_amount(worker).plain() for worker in WORKERS] == ["8600.00"] * 4 + ["4300.00"]


def test_the_company_owes_unpaid_pay_even_on_its_own_version() -> None:
    """5 x 3,000 for work done; no double wage, for want of employment and because of a contract."""
    sorting = streamers().sorted()
    assert sorting.respondents_amount() == yuan("15000.00")
    double = sorting.worths[WORKERS[0]]["double_wage"].respondent
    assert double.amount == Money(0) and double.bar is not None


def test_the_three_disputes_of_the_story_and_what_each_is_worth() -> None:
    """17,200 twice (4 x 4,300 double wage); 5 x 1,300 of October and 4 x 1,300 of double wage."""
    issues = streamers().sorted().issues
    assert [(issue.element.id, str(issue.stake)) for issue in issues] == [
        ("employment_relationship", "17,200.00"), ("written_contract", "17,200.00"),
        ("monthly_wage", "11,700.00")]


def test_an_issue_is_said_in_one_line() -> None:
    by_name = {issue.element.id: issue for issue in streamers().sorted().issues}
    assert str(by_name["written_contract"].line("en")) == "no written contract: 4 workers, 17,200.00"
    assert str(by_name["written_contract"].name("zh_CN")) == "未订立书面劳动合同"
    assert str(by_name["monthly_wage"].line("en")) == "Monthly wage: 5 workers, 11,700.00"


def test_a_stake_is_parted_by_worker_and_by_claim() -> None:
    wage = streamers().sorted().issues[2]
    assert [wage.by_worker[worker] for worker in WORKERS] == [yuan("2600.00")] * 4 + [yuan("1300.00")]
    assert wage.by_claim == {"unpaid_wages": yuan("6500.00"), "double_wage": yuan("5200.00")}


def test_findings_wait_for_what_is_contested_and_then_compute() -> None:
    desk = streamers()
    sorting = desk.sorted()
    waiting = sorting.worths[WORKERS[0]]["unpaid_wages"].found
    assert waiting.amount is None and waiting.waits_for == ("monthly_wage",)
    desk.says("monthly_wage", workers_say="4300.00", company_says="3000.00", found="4300.00")
    found = desk.sorted().worths[WORKERS[0]]
    assert found["unpaid_wages"].found.amount == yuan("4300.00")
    assert set(found["double_wage"].found.waits_for) == {
        "employment_relationship", "written_contract", "employed_from"}


def test_a_finding_that_no_employment_existed_leaves_only_pay_for_work() -> None:
    desk = streamers()
    desk.says("monthly_wage", found="4300.00")
    desk.says("employment_relationship", workers_say="yes", company_says="no", found="no")
    desk.says("written_contract", found="no")
    for worker in WORKERS:
        desk.says("employed_from", worker, found="2024-09-01")
    assert desk.sorted().found_amount() == yuan("21500.00")


def test_a_contract_signed_late_leaves_the_months_before_it() -> None:
    """From 2024-09-01, signed on 2024-12-01: owed double 2024-10-01 to 2024-11-30, two months."""
    desk = Desk()
    desk.says("employed_from", workers_say="2024-09-01")
    desk.says("employed_until", workers_say="2025-03-31")
    desk.says("monthly_wage", workers_say="4300.00")
    desk.says("written_contract", workers_say="yes")
    desk.says("contract_signed_on", workers_say="2024-12-01")
    worth = desk.sorted().worths[WORKERS[0]]["double_wage"].applicant
    assert worth.amount == yuan("8600.00")


def test_where_a_side_is_silent_its_version_takes_the_others() -> None:
    desk = streamers()
    assert desk.sorted().worths[WORKERS[0]]["unpaid_wages"].respondent.amount == yuan("3000.00")
    assert desk.sorted().states[WORKERS[0]]["employed_from"] is State.ONE_SIDED


@pytest.mark.parametrize(("ours", "theirs", "state"), [
    ("4300.00", "4300.00", State.AGREED), ("4300.00", admits("4300.00"), State.ADMITTED),
    (admits("4300.00"), "4300.00", State.ADMITTED), ("4300.00", "3000.00", State.DISPUTED),
    ("4300.00", DENIED, State.DISPUTED), ("4300.00", None, State.ONE_SIDED),
    (None, "4300.00", State.ONE_SIDED), (None, None, State.MISSING), (None, DENIED, State.MISSING),
    (DENIED, DENIED, State.MISSING)])
def test_the_state_follows_from_the_two_statements(
        ours: str | None, theirs: str | None, state: State) -> None:
    desk = Desk()
    desk.says("monthly_wage", WORKERS[0], workers_say=ours, company_says=theirs)
    assert desk.sorted().cell("monthly_wage", WORKERS[0]).state is state


def test_an_admission_holds_only_for_what_was_admitted() -> None:
    desk = Desk()
    desk.says("monthly_wage", workers_say="4500.00", company_says=admits("4300.00"))
    assert desk.sorted().states[WORKERS[0]]["monthly_wage"] is State.DISPUTED


def test_a_tolerance_lets_small_differences_agree() -> None:
    desk = Desk()
    desk.says("monthly_wage", workers_say="4300.00", company_says="4299.50")
    desk.says("employed_from", workers_say="2024-09-01", company_says="2024-09-03")
    strict, lenient = desk.sorted(), desk.sorted(tolerance=Tolerance(money_fen=50, days=2))
    assert strict.counts[State.DISPUTED] == 10 and lenient.counts[State.DISPUTED] == 0
    assert lenient.states[WORKERS[0]]["employed_from"] is State.AGREED


def test_an_optional_element_nobody_raises_is_no_gap() -> None:
    assert Desk().sorted().states[WORKERS[0]]["amount_paid"] is State.NOT_APPLICABLE
    assert Desk().sorted().states[WORKERS[0]]["monthly_wage"] is State.MISSING


def test_an_element_is_asked_once_its_condition_is_met() -> None:
    desk = Desk()
    assert desk.sorted().states[WORKERS[0]]["unpaid_from"] is State.MISSING
    desk.says("amount_due", workers_say="5000.00")
    assert desk.sorted().states[WORKERS[0]]["unpaid_from"] is State.NOT_APPLICABLE


def test_a_worker_is_not_asked_what_only_others_claim() -> None:
    """The fifth streamer claims no double wage; the others' contract is none of the fifth's matter."""
    desk = streamers()
    claims = {**CLAIMED, WORKERS[4]: ["unpaid_wages"]}
    sorting = desk.sorted(claims)
    assert sorting.cell("written_contract", WORKERS[4]).state is State.NOT_APPLICABLE
    assert sorting.applicants_amount() == yuan("38700.00")
    assert [str(issue.stake) for issue in sorting.issues] == ["17,200.00", "17,200.00", "11,700.00"]


def test_a_workers_own_word_goes_before_the_word_for_all() -> None:
    desk = streamers()
    desk.says("employment_relationship", WORKERS[0], company_says="yes")
    sorting = desk.sorted()
    assert sorting.cell("employment_relationship", WORKERS[0]).state is State.AGREED
    assert sorting.cell("employment_relationship", WORKERS[1]).state is State.DISPUTED
    assert sorting.issues[0].element.id == "written_contract"
    assert stakes(sorting)["employment_relationship"] == "12,900.00"


def test_a_denial_of_yes_or_no_turns_it_round() -> None:
    desk = streamers()
    desk.says("written_contract", workers_say="no", company_says=DENIED)
    assert stakes(desk.sorted())["written_contract"] == "17,200.00"


def test_a_denied_fact_takes_with_it_the_claims_that_need_it() -> None:
    """The company denies any wage at all: on its version neither October nor double wage is owed."""
    desk = streamers()
    desk.says("monthly_wage", workers_say="4300.00", company_says=DENIED)
    sorting = desk.sorted()
    assert sorting.respondents_amount() == Money(0)
    assert sorting.worths[WORKERS[0]]["unpaid_wages"].respondent.denied == ("monthly_wage",)
    assert sorting.issues[0].element.id == "monthly_wage" and sorting.issues[0].stake == yuan("38700.00")


def test_a_denied_optional_fact_is_simply_absent() -> None:
    desk = streamers()
    desk.says("amount_paid", WORKERS[0], workers_say=DENIED, company_says="1000.00")
    sorting = desk.sorted()
    assert sorting.worths[WORKERS[0]]["unpaid_wages"].applicant.amount == yuan("4300.00")
    assert sorting.worths[WORKERS[0]]["unpaid_wages"].respondent.amount == yuan("2000.00")


def test_a_claim_that_cannot_be_computed_says_what_it_waits_for() -> None:
    worth = Desk().sorted().worths[WORKERS[0]]["unpaid_wages"].applicant
    assert worth.amount is None and worth.trouble is not None and worth.waits_for


def test_removed_entries_are_as_if_never_said() -> None:
    desk = streamers()
    desk.entries[-1].removed_at = datetime(2024, 12, 1, tzinfo=UTC)
    assert "employment_relationship" not in {issue.element.id for issue in desk.sorted().issues}


def test_sorting_again_gives_the_same_as_sorting_afresh() -> None:
    desk, sorter = streamers(), Sorter(sheet(), compute)
    sorter.sort(WORKERS, CLAIMED, desk.entries)
    desk.says("monthly_wage", WORKERS[2], workers_say="4800.00")
    again, afresh = sorter.sort(WORKERS, CLAIMED, desk.entries), desk.sorted()
    assert again.worths == afresh.worths and again.issues == afresh.issues and again.cells == afresh.cells


def test_sorting_again_computes_only_the_worker_who_changed() -> None:
    asked: list[str] = []

    def counting(claim: str, facts: Mapping[str, FactValue]) -> Award:
        asked.append(claim)
        return compute(claim, facts)

    desk, sorter = streamers(), Sorter(sheet(), counting)
    sorter.sort(WORKERS, CLAIMED, desk.entries)
    asked.clear()
    desk.says("monthly_wage", WORKERS[2], workers_say="4801.00", company_says="3000.00")
    sorter.sort(WORKERS, CLAIMED, desk.entries)
    assert 0 < len(asked) <= 6  # two claims on three versions, and the stakes between them


AMOUNTS = st.integers(100_00, 30_000_00).map(lambda fen: Money(fen).plain())
STARTS = st.dates(date(2023, 1, 1), date(2024, 9, 30)).map(str)
OTHER = {
    "monthly_wage": AMOUNTS, "employed_from": STARTS, "amount_paid": AMOUNTS,
    "written_contract": st.sampled_from(["yes", "no"]),
    "employment_relationship": st.sampled_from(["yes", "no", DENIED]),
    "unpaid_from": st.sampled_from(["2024-10-05", "2024-10-31", "2024-08-01"]),
}


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(OTHER)).flatmap(lambda name: st.tuples(st.just(name), OTHER[name])),
       AMOUNTS, STARTS)
def test_the_stake_of_one_changed_element_is_the_difference_of_two_whole_computations(
        other: tuple[str, str], wage: str, start: str) -> None:
    name, theirs = other
    ours = {"monthly_wage": wage, "employed_from": start, "employed_until": "2024-10-31",
            "unpaid_from": "2024-10-01", "unpaid_until": "2024-10-31", "written_contract": "no",
            "employment_relationship": "yes", "amount_paid": "0.00"}
    desk = Desk()
    for element, value in ours.items():
        desk.says(element, workers_say=value, company_says=theirs if element == name else value)
    sorting = desk.sorted()
    stake = total(issue.stake for issue in sorting.issues)
    assert stake == sorting.applicants_amount() - sorting.respondents_amount()
    assert len(sorting.issues) <= 1


@settings(max_examples=30, deadline=None)
@given(AMOUNTS, AMOUNTS)
def test_the_claims_never_fall_when_the_wage_rises(one: str, other: str) -> None:
    def claims(wage: str) -> Money:
        desk = streamers()
        desk.says("monthly_wage", workers_say=wage)
        return desk.sorted().applicants_amount()

    low, high = sorted([one, other], key=lambda amount: yuan(amount))
    assert claims(low) <= claims(high)


def test_the_bars_of_employment_agree_with_the_calculators() -> None:
    """Pay for work done, and money taken from it, are owed without employment too."""
    bar = shelf().sheet("employment_relationship").element("employment_relationship").bars[0]
    need = {name for name, claim in CLAIMS.items() if claim.needs_employment}
    assert bar.claims == need - {"unpaid_wages", "deductions"}


def test_an_office_tolerance_of_one_element_goes_before_the_general_one() -> None:
    wage = replace(sheet().element("monthly_wage"), tolerance=100)
    assert wage.same("4300.00", "4301.00") and not wage.same("4300.00", "4301.01", money_fen=500)


def worth_of(desk: Desk, claim: str, *others: str) -> ClaimWorth:
    claims = [claim, *others]
    whole = shelf().combined(claims)
    sorting = sort(whole, WORKERS[:1], {WORKERS[0]: claims}, desk.entries, compute=compute)
    return sorting.worths[WORKERS[0]][claim]


def warned(worth: ClaimWorth) -> str:
    assert worth.applicant.award is not None
    return " ".join(map(str, worth.applicant.award.warnings))


def test_an_hourly_wage_goes_before_the_monthly_one_and_that_is_said() -> None:
    """Ten hours at 25 and 150 %: 375; the monthly wage serves the unpaid wages beside it."""
    desk = Desk()
    desk.says("monthly_wage", workers_say="4300.00")
    desk.says("hourly_wage", workers_say="25.00")
    desk.says("workday_hours", workers_say="10")
    worth = worth_of(desk, "overtime", "unpaid_wages")
    assert worth.applicant.amount == yuan("375.00")
    assert "Hourly wage" in warned(worth) and "Monthly wage" in warned(worth)


def test_a_contract_that_ran_out_counts_from_its_own_day() -> None:
    """Employed since 2020; without a renewed contract 2023-01-01 to 2023-12-31: twelve months."""
    desk = Desk()
    for name, answer in {"employed_from": "2020-01-01", "employed_until": "2023-12-31",
                         "monthly_wage": "6000.00", "written_contract": "yes",
                         "contract_not_renewed": "yes", "without_contract_from": "2023-01-01",
                         "without_contract_until": "2023-12-31"}.items():
        desk.says(name, workers_say=answer)
    assert worth_of(desk, "double_wage").applicant.amount == yuan("72000.00")
    desk.says("renewal_grace", workers_say="yes")
    assert worth_of(desk, "double_wage").applicant.amount == yuan("66000.00")


def test_past_retirement_age_three_claims_fall_away_unless_it_was_deferred() -> None:
    desk = streamers()
    desk.says("retirement_age_reached", workers_say="yes")
    assert worth_of(desk, "double_wage").applicant.bar is not None
    assert worth_of(desk, "unpaid_wages").applicant.amount == yuan("4300.00")
    desk.says("retirement_deferred", workers_say="yes")
    assert worth_of(desk, "double_wage").applicant.amount == yuan("4300.00")


def test_fines_in_the_pay_list_and_claimed_back_are_pointed_out() -> None:
    desk = Desk()
    desk.says("pay_items", workers_say='[{"kind": "per_order", "amount": "4290.00"}, '
                                       '{"kind": "deduction", "amount": "300.00"}]')
    desk.says("deductions", workers_say='[{"amount": "300.00", "ground": "fine"}]')
    assert "pay list" in warned(worth_of(desk, "gig_pay", "deductions"))
    assert not warned(worth_of(desk, "gig_pay"))


def test_service_before_2008_leaves_the_claim_without_a_sum_but_with_its_parts() -> None:
    desk = Desk()
    for name, answer in {"employed_from": "2005-03-01", "employed_until": "2010-02-28",
                         "average_monthly_wage": "4000.00"}.items():
        desk.says(name, workers_say=answer)
    worth = worth_of(desk, "economic_compensation").applicant
    assert worth.amount is None and worth.award is not None and len(worth.award.parts) == 2
