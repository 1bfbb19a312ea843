"""Each worker's share of a sorting: what it comes to and how it stands, added up for all of them."""

from __future__ import annotations

from collections import Counter
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.calculators.claims import compute
from mediation_desk.domain.money import Money, total, yuan
from mediation_desk.domain.sorting.elements import Scope
from mediation_desk.domain.sorting.foreseeing import Answered, foreseen
from mediation_desk.domain.sorting.parts import Tally
from mediation_desk.domain.sorting.sorting import Sorter, Sorting
from mediation_desk.domain.sorting.statements import State
from mediation_desk.domain.sorting.valuation import Worth
from tests.domain.sorting.test_sorting import CLAIMED, WORKERS, sheet, streamers
from tests.domain.sorting.test_sums import PLATFORM, STATION, alone, sorted_with

amounts = st.lists(st.none() | st.integers(0, 10**9).map(Money))
VERSIONS = ("applicant", "respondent", "found")


def worths(of: list[Money | None]) -> list[Worth]:
    return [Worth("unpaid_wages", amount, unsaid=amount is None) for amount in of]


def added_up(outcome: Sorting, version: str, party: UUID | None = None) -> tuple[Money, int]:
    """The same sum another way: claim by claim over the whole case."""
    each = [worth.of(party) if party else getattr(worth, version)
            for row in outcome.worths.values() for worth in row.values()]
    known = [worth.amount for worth in each if worth.amount is not None]
    return total(known), len(each) - len(known)


@given(st.lists(amounts))
def test_tallies_of_several_workers_are_the_tally_of_all_their_claims(
        by_worker: list[list[Money | None]]) -> None:
    together = Tally.all_of([Tally.of(worths(one)) for one in by_worker])
    assert together == Tally.of(worths([amount for one in by_worker for amount in one]))


@given(amounts)
def test_a_tally_has_no_sum_where_nothing_is_known(of: list[Money | None]) -> None:
    tally = Tally.of(worths(of))
    assert (tally.sum is None) == all(amount is None for amount in of)
    assert tally.known + tally.left_out == len(of) and tally.unsaid == tally.left_out


def test_the_storys_claims_by_worker_and_in_all() -> None:
    """Four workers of 8,600.00 and one of 4,300.00; on the company's version 3,000.00 each."""
    outcome = streamers().sorted()
    assert [part.tallies["applicant"].amount for part in outcome.parts.values()] == [
        yuan("8600.00")] * 4 + [yuan("4300.00")]
    assert outcome.tally("respondent", WORKERS[4]).amount == yuan("3000.00")
    for version in VERSIONS:
        tally = outcome.tally(version)
        assert (tally.amount, tally.left_out) == added_up(outcome, version)


def test_respondents_who_differ_are_each_added_up() -> None:
    outcome = sorted_with(streamers(), alone(STATION, "written_contract", "no", WORKERS[1]),
                          alone(STATION, "employment_relationship", "yes", WORKERS[1]))
    assert set(outcome.parts[WORKERS[1]].each) == {PLATFORM, STATION}
    assert not outcome.parts[WORKERS[0]].each  # of this worker they say the same
    for party in (PLATFORM, STATION):
        tally = outcome.tally("respondent", party=party)
        assert (tally.amount, tally.left_out) == added_up(outcome, "respondent", party)
    assert outcome.differs() and not outcome.differs(WORKERS[0])


def test_the_states_are_counted_once_each() -> None:
    """The whole case's cells and every worker's own."""
    outcome = streamers().sorted()
    assert outcome.counts == Counter(cell.state for cell in outcome.cells.values())
    part = outcome.parts[WORKERS[0]]
    assert part.counts == Counter(outcome.cell(cell.element.id, WORKERS[0]).state for cell in part.cells)
    assert part.applying == {cell.element.id for cell in part.cells
                             if cell.element.scope is Scope.WORKER and cell.state is not State.NOT_APPLICABLE}


def test_what_is_foreseen_counts_and_adds_up_like_the_rest() -> None:
    sorter, desk = Sorter(sheet(), compute), streamers()
    before = sorter.sort(WORKERS, CLAIMED, desk.entries)
    after = foreseen(Sorter(sheet(), compute), before, CLAIMED, [
        Answered("monthly_wage", WORKERS[2], "respondent", "3500.00")])
    assert after is not None
    assert after.counts == Counter(cell.state for cell in after.cells.values())
    assert after.tally("respondent").amount - before.tally("respondent").amount == yuan("500.00")
    same = [worker for worker in WORKERS if after.parts[worker] is before.parts[worker]]
    assert same == [worker for worker in WORKERS if worker != WORKERS[2]]


def test_a_worker_of_whom_nothing_was_said_anew_keeps_their_part() -> None:
    sorter, desk = Sorter(sheet(), compute), streamers()
    before = sorter.sort(WORKERS, CLAIMED, desk.entries)
    assert before.parts == sorter.sort(WORKERS, CLAIMED, desk.entries).parts
    again = sorter.sort(WORKERS, CLAIMED, [*desk.entries])
    assert all(again.parts[worker] is before.parts[worker] for worker in WORKERS)
