"""What goes on paper after sorting: the record, and the way through arbitration for each side."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from mediation_desk.domain.calculators.claims import CLAIMS, compute
from mediation_desk.domain.calculators.facts import FactValue
from mediation_desk.domain.calculators.working import Award
from mediation_desk.domain.calendar import WorkCalendar
from mediation_desk.domain.money import yuan
from mediation_desk.domain.sorting.outlook import outlook, stages
from mediation_desk.domain.sorting.record import record_of
from mediation_desk.domain.sorting.sorting import ElementEntry, Sorter, State, sort
from mediation_desk.domain.vocabulary import Side
from mediation_desk.library.elements import shipped_shelf
from mediation_desk.library.law import shipped_calendar
from tests.domain.sorting.test_sorting import WORKERS, Desk, streamers

CALENDAR = WorkCalendar()


def test_the_record_lists_agreed_facts_issues_and_what_to_verify() -> None:
    record = record_of(streamers().sorted())
    agreed = {(fact.element.id, fact.value) for fact in record.agreed}
    assert agreed == {("employed_until", "2024-10-31"), ("unpaid_from", "2024-10-01"),
                      ("unpaid_until", "2024-10-31")}
    assert [issue.element.id for issue in record.issues] == [
        "employment_relationship", "written_contract", "monthly_wage"]
    matters = {matter.element.id: matter for matter in record.to_verify}
    assert matters["employed_from"].state is State.ONE_SIDED
    assert matters["employed_from"].workers == tuple(WORKERS)
    assert matters["written_contract"].burden is Side.RESPONDENT
    assert "书面劳动合同" in matters["written_contract"].evidence("zh_CN")


def test_what_the_mediator_found_is_not_to_be_verified_any_more() -> None:
    desk = streamers()
    desk.says("monthly_wage", workers_say="4300.00", company_says="3000.00", found="4300.00")
    assert "monthly_wage" not in {matter.element.id for matter in record_of(desk.sorted()).to_verify}


def test_the_range_on_the_law_is_that_of_the_two_versions() -> None:
    view = outlook(streamers().sorted(), filed_on=date(2024, 12, 2), calendar=CALENDAR)
    assert (view.low, view.high) == (yuan("15000.00"), yuan("38700.00"))
    wages = next(claim for claim in view.claims if claim.claim == "unpaid_wages")
    assert (wages.low, wages.high, wages.items) == (yuan("15000.00"), yuan("21500.00"), 5)
    assert wages.found is None and wages.final is None


def test_items_under_twelve_minimum_wages_are_decided_finally() -> None:
    """12 x 358.33 = 4,299.96 is under the 4,300 of each item; 12 x 358.34 = 4,300.08 is over it.
    The fifth streamer's double wage is nothing and final either way."""
    def final(minimum: str) -> list[int | None]:
        view = outlook(streamers().sorted(), filed_on=date(2024, 12, 2), calendar=CALENDAR,
                       minimum_wage=yuan(minimum))
        return [claim.final for claim in view.claims]

    assert final("358.33") == [0, 1]
    assert final("358.34") == [5, 5]


def test_each_side_sees_its_own_proofs_and_its_own_best_and_worst() -> None:
    view = outlook(streamers().sorted(), filed_on=date(2024, 12, 2), calendar=CALENDAR)
    workers, company = view.for_side(Side.APPLICANT), view.for_side(Side.RESPONDENT)
    assert (workers.best, workers.worst) == (yuan("38700.00"), yuan("15000.00"))
    assert (company.best, company.worst) == (yuan("15000.00"), yuan("38700.00"))
    assert workers.must_prove[0].matter.element.id == "employment_relationship"
    assert company.must_prove[0].matter.element.id == "written_contract"
    assert company.must_prove[0].stake == yuan("17200.00")
    assert workers.other_must_prove == company.must_prove


def test_the_way_through_arbitration_and_courts_by_the_book() -> None:
    """Filed Monday 2024-12-02: accepted by 12-09, award by 2025-01-23, extended to 02-07, lawsuit by
    Monday 02-24, the 22nd being a Saturday, first judgment by 08-24; appeal by Monday 09-08 and the last
    judgment three months later, 12-08."""
    assert [stage.latest for stage in stages(date(2024, 12, 2), CALENDAR)] == [
        date(2024, 12, 9), date(2025, 1, 23), date(2025, 2, 7), date(2025, 2, 24), date(2025, 8, 24),
        date(2025, 12, 8)]


def test_stages_that_hang_on_holidays_not_announced_say_so() -> None:
    """Filed 2026-11-23: accepted by 11-30, lawsuit by 2027-02-13 and so Monday the 15th."""
    way = stages(date(2026, 11, 23), shipped_calendar())
    assert [stage.unannounced for stage in way] == [(), (), (), (2027,), (2027,), (2027,)]
    assert all(not stage.unannounced for stage in stages(date(2024, 12, 2), shipped_calendar()))


def test_injury_leave_pay_is_final_whatever_it_comes_to_and_places_differ() -> None:
    """34,200 is above twelve times 1,880 = 22,560; so is 5,700 x 6 of the wages, which is not final."""
    desk = Desk()
    desk.says("monthly_wage", workers_say="5700.00")
    desk.says("injury_leave_months", workers_say="6")
    desk.says("amount_due", workers_say="34200.00")
    claims = {WORKERS[0]: ["injury_leave_pay", "unpaid_wages"]}
    sheet = shipped_shelf(claims=set(CLAIMS)).combined(claims[WORKERS[0]])
    sorting = sort(sheet, WORKERS[:1], claims, desk.entries, compute=compute)
    view = outlook(sorting, filed_on=date(2024, 12, 2), calendar=CALENDAR, minimum_wage=yuan("1880"))
    assert [(one.claim, one.high, one.final, one.differs) for one in view.claims] == [
        ("injury_leave_pay", yuan("34200.00"), 1, True), ("unpaid_wages", yuan("34200.00"), 0, False)]


def crowd(count: int) -> tuple[list[UUID], list[ElementEntry]]:
    workers = [UUID(int=n + 1) for n in range(count)]
    said = {"employed_from": ("2024-01-0{}", "2024-02-0{}"), "employed_until": ("2024-10-31", "2024-10-31"),
            "unpaid_from": ("2024-08-01", "2024-08-01"), "unpaid_until": ("2024-10-31", "2024-10-15"),
            "monthly_wage": ("4{:03d}.00", "3{:03d}.00"), "written_contract": ("no", "yes"),
            "employment_relationship": ("yes", "no"), "average_monthly_wage": ("5{:03d}.00", "4{:03d}.00"),
            "workday_hours": ("{}", "0"), "restday_days": ("3", "1"), "holiday_days": ("2", "2"),
            "termination_ground": ("forced_resignation", "own_will"),
            "leave_average_wage": ("5000.00", "4000.00"), "days_untaken": ("4", "2")}
    entries = [ElementEntry(id=UUID(int=1), case_id=UUID(int=1), element=name, worker_id=worker,
                            applicant=ours.format(n % 9 + 1 if "0{}" in ours else n + 1),
                            respondent=theirs.format(n % 9 + 1 if "0{}" in theirs else n + 1))
               for n, worker in enumerate(workers) for name, (ours, theirs) in said.items()]
    return workers, entries


def test_a_typed_value_is_worked_out_for_its_worker_alone_among_two_hundred() -> None:
    """Five claims each, no two wages alike; counted in claims computed (how long they take is for
    ``tests.benchmarks``)."""
    computed: list[str] = []

    def counted(claim: str, facts: Mapping[str, FactValue]) -> Award:
        computed.append(claim)
        return compute(claim, facts)

    claims = ["unpaid_wages", "double_wage", "economic_compensation", "overtime", "annual_leave"]
    whole = shipped_shelf(claims=set(CLAIMS)).combined(claims)
    workers, entries = crowd(200)
    claimed = dict.fromkeys(workers, claims)
    sorter = Sorter(whole, counted)
    sorting = sorter.sort(workers, claimed, entries)
    assert len(sorting.issues) == 11 and sorting.issues[0].stake
    each = len(computed) / len(workers)
    wages = [entry for entry in entries if entry.element == "monthly_wage"]
    for entry in wages[:3]:
        entry.applicant, before = "6543.21", len(computed)
        again = sorter.sort(workers, claimed, entries)
        assert 0 < len(computed) - before <= each
        assert sum(again.parts[worker] is not sorting.parts[worker] for worker in workers) == 1
        sorting = again
    afresh = sort(whole, workers, claimed, entries, compute=compute)
    assert again.applicants_amount() == afresh.applicants_amount()
