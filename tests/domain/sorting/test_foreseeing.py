"""What is foreseen for the few workers spoken of is what a whole sorting finds for them."""

from __future__ import annotations

from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_desk.domain.calculators.claims import compute
from mediation_desk.domain.sorting.foreseeing import MOST_WORKERS, Answered, foreseen
from mediation_desk.domain.sorting.sorting import RespondentStatement, Sorter, sort
from tests.domain.sorting.test_sorting import CASE, CLAIMED, WORKERS, sheet, streamers

PLATFORM, STATION = UUID(int=21), UUID(int=22)
BOTH = [PLATFORM, STATION]
VOICES = st.sampled_from(["applicant", "respondent", "finding"])
WAGES = st.sampled_from([None, "3000.00", "4300.00", "5000.00", "✗"])


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 4), VOICES, WAGES, st.sampled_from([None, PLATFORM, STATION]))
def test_a_word_foreseen_is_the_word_sorted(at: int, voice: str, wage: str | None,
                                            party: UUID | None) -> None:
    desk, worker = streamers(), WORKERS[at]
    if party:
        voice = "respondent"
    sorting = sort(sheet(), WORKERS, CLAIMED, desk.entries, (), BOTH, compute=compute)
    seen = foreseen(Sorter(sheet(), compute), sorting, CLAIMED,
                    [Answered("monthly_wage", worker, voice, wage, party)])
    assert seen is not None
    statements = [RespondentStatement(id=CASE, case_id=CASE, element="monthly_wage", worker_id=worker,
                                      party_id=party, said=wage)] if party else []
    if party is None:
        entry = desk.says("monthly_wage", worker)
        setattr(entry, {"applicant": "applicant", "respondent": "respondent"}.get(voice, "finding"), wage)
    whole = sort(sheet(), WORKERS, CLAIMED, desk.entries, statements, BOTH, compute=compute)
    assert seen.worths == whole.worths and seen.states == whole.states and seen.counts == whole.counts


def test_what_is_said_for_the_whole_case_is_left_to_the_whole_sorting() -> None:
    sorting = streamers().sorted()
    answered = [Answered("employment_relationship", None, "respondent", "yes")]
    assert foreseen(Sorter(sheet(), compute), sorting, CLAIMED, answered) is None


def test_more_workers_than_are_quickly_sorted_are_left_to_it_too() -> None:
    workers = [UUID(int=1000 + n) for n in range(MOST_WORKERS + 1)]
    claims = {worker: ["unpaid_wages"] for worker in workers}
    sorting = sort(sheet(), workers, claims, [], compute=compute)
    answered = [Answered("monthly_wage", worker, "applicant", "4300.00") for worker in workers]
    assert foreseen(Sorter(sheet(), compute), sorting, claims, answered) is None
