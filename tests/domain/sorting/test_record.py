"""What the sorting record says: agreed facts with their workers, and what is still to be verified."""

from __future__ import annotations

from mediation_desk.domain.sorting.record import Matter, SortingRecord, record_of
from mediation_desk.domain.sorting.sorting import DENIED, State, admits
from mediation_desk.domain.vocabulary import Side
from tests.domain.sorting.test_sorting import CLAIMED, WORKERS, Desk, streamers


def matter(record: SortingRecord, element: str) -> list[Matter]:
    return [one for one in record.to_verify if one.element.id == element]


def agreed(record: SortingRecord) -> dict[str, tuple[str, int, bool]]:
    return {one.element.id: (one.value, len(one.workers), one.admitted) for one in record.agreed}


def test_what_both_sides_say_alike_is_agreed_for_all_five() -> None:
    """October, and the last day of work; the company is silent on the first day of work."""
    record = record_of(streamers().sorted())
    last = ("2024-10-31", 5, False)
    assert agreed(record) == {"employed_until": last, "unpaid_from": ("2024-10-01", 5, False),
                              "unpaid_until": last}
    assert record.issues == streamers().sorted().issues


def test_what_is_disputed_or_said_by_one_side_is_to_be_verified() -> None:
    record = record_of(streamers().sorted())
    states = {one.element.id: (one.state, one.workers) for one in record.to_verify}
    whole = tuple(WORKERS)
    assert states["monthly_wage"] == (State.DISPUTED, whole)
    assert states["written_contract"] == (State.DISPUTED, whole)
    assert states["employed_from"] == (State.ONE_SIDED, whole)
    assert not set(states) & set(agreed(record))


def test_an_admission_is_told_apart_from_an_agreement() -> None:
    desk = streamers()
    desk.says("monthly_wage", WORKERS[0], workers_say="4300.00", company_says=admits("4300.00"))
    desk.says("monthly_wage", WORKERS[1], workers_say="4300.00", company_says="4300.00")
    wages = [one for one in record_of(desk.sorted()).agreed if one.element.id == "monthly_wage"]
    assert [(one.value, one.workers, one.admitted) for one in wages] == [
        ("4300.00", (WORKERS[0],), True), ("4300.00", (WORKERS[1],), False)]
    assert matter(record_of(desk.sorted()), "monthly_wage")[0].workers == tuple(WORKERS[2:])


def test_workers_with_different_agreed_answers_stand_under_their_own() -> None:
    desk = streamers()
    for worker in WORKERS[:2]:
        desk.says("employed_from", worker, workers_say="2024-09-01", company_says="2024-09-01")
    desk.says("employed_from", WORKERS[4], workers_say="2024-10-01", company_says="2024-10-01")
    days = {one.value: one.workers for one in record_of(desk.sorted()).agreed
            if one.element.id == "employed_from"}
    assert days == {"2024-09-01": tuple(WORKERS[:2]), "2024-10-01": (WORKERS[4],)}


def test_what_the_mediator_found_is_not_to_be_verified_any_more() -> None:
    desk = streamers()
    desk.says("monthly_wage", workers_say="4300.00", company_says="3000.00", found="4300.00")
    assert not matter(record_of(desk.sorted()), "monthly_wage")
    assert "monthly_wage" not in agreed(record_of(desk.sorted())), "found is not agreed"
    desk.says("monthly_wage", workers_say="4300.00", company_says="3000.00", found=DENIED)
    assert matter(record_of(desk.sorted()), "monthly_wage"), "not shown is still to be shown"


def test_what_is_not_asked_is_not_verified() -> None:
    """The fifth claims no double wage: whether a contract was signed is none of that worker's matter."""
    sorting = streamers().sorted({**CLAIMED, WORKERS[4]: ["unpaid_wages"]})
    assert matter(record_of(sorting), "written_contract")[0].workers == tuple(WORKERS[:4])
    record = record_of(Desk().sorted())
    assert not record.agreed and not matter(record, "amount_paid")
    assert matter(record, "monthly_wage")[0].state is State.MISSING


def test_each_matter_says_who_has_to_show_it_and_with_what() -> None:
    """The employer holds the contract; that there was work at all is for the worker to show."""
    record = record_of(streamers().sorted())
    contract, work = matter(record, "written_contract")[0], matter(record, "employment_relationship")[0]
    assert (contract.burden, work.burden) == (Side.RESPONDENT, Side.APPLICANT)
    for one in record.to_verify:
        assert one.evidence("zh_CN") and not one.evidence("zh_CN").isascii()
        assert one.evidence("en") and one.evidence("en").isascii()
