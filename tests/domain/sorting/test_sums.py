"""What all claims come to on a version, what a sum leaves out, and who has said nothing yet."""

from __future__ import annotations

from uuid import UUID

from mediation_desk.domain.calculators.claims import compute
from mediation_desk.domain.money import yuan
from mediation_desk.domain.sorting.sorting import RespondentStatement, Sorting, sort
from mediation_desk.domain.sorting.sums import applicants_sum, found_sum, respondents_sum
from tests.domain.sorting.test_sorting import CASE, CLAIMED, WORKERS, Desk, sheet, streamers

PLATFORM, STATION = UUID(int=21), UUID(int=22)


def alone(party: UUID, element: str, said: str, worker: UUID | None = None) -> RespondentStatement:
    return RespondentStatement(id=UUID(int=300), case_id=CASE, element=element, worker_id=worker,
                               party_id=party, said=said)


def sorted_with(desk: Desk, *statements: RespondentStatement) -> Sorting:
    return sort(sheet(), WORKERS, CLAIMED, desk.entries, statements, [PLATFORM, STATION], compute=compute)


def silent_company() -> Desk:
    """The streamers' case before the company has said a word."""
    desk = streamers()
    for entry in desk.entries:
        entry.respondent = None
    return desk


def test_the_storys_two_versions() -> None:
    outcome = streamers().sorted()
    ours, theirs = applicants_sum(outcome), respondents_sum(outcome)
    assert (ours.low, ours.high, ours.left_out) == (yuan("38700.00"), yuan("38700.00"), 0)
    assert (theirs.low, theirs.is_range, theirs.each) == (yuan("15000.00"), False, ())


def test_while_the_company_is_silent_its_version_is_not_the_applicants() -> None:
    outcome = silent_company().sorted()
    theirs = respondents_sum(outcome)
    assert theirs.is_unsaid and theirs.low is None
    assert (theirs.unsaid, theirs.left_out) == (10, 10)
    assert not applicants_sum(outcome).is_unsaid


def test_while_the_applicants_are_silent_their_version_is_not_the_companys() -> None:
    desk = streamers()
    for entry in desk.entries:
        entry.applicant = None
    assert applicants_sum(desk.sorted()).is_unsaid


def test_a_word_on_one_claim_is_none_on_another() -> None:
    """The company says only that there was a contract: that moves the double wage, not October's pay."""
    desk = silent_company()
    desk.says("written_contract", workers_say="no", company_says="yes")
    outcome = desk.sorted()
    worths = outcome.worths[WORKERS[0]]
    assert worths["unpaid_wages"].respondent.unsaid and not worths["double_wage"].respondent.unsaid
    theirs = respondents_sum(outcome)
    assert (theirs.low, theirs.left_out, theirs.unsaid) == (yuan("0.00"), 5, 5)
    assert not theirs.is_unsaid


def test_a_denial_is_a_word() -> None:
    desk = silent_company()
    desk.says("monthly_wage", workers_say="4300.00", company_says="✗")
    assert respondents_sum(desk.sorted()).low == yuan("0.00")


def test_respondents_who_differ_give_a_range_and_each_its_own_sum() -> None:
    """The platform says as in the story: 5 x 3,000.00. The station grants the relationship and that
    nothing was written: 5 x 3,000.00 for October and 4 x 3,000.00 of double wage are 27,000.00."""
    outcome = sorted_with(streamers(), alone(STATION, "employment_relationship", "yes"),
                          alone(STATION, "written_contract", "no"))
    theirs = respondents_sum(outcome)
    assert (theirs.low, theirs.high) == (yuan("15000.00"), yuan("27000.00")) and theirs.is_range
    assert theirs.each == ((PLATFORM, yuan("15000.00")), (STATION, yuan("27000.00")))
    assert outcome.respondents_amount() == yuan("15000.00")
    assert respondents_sum(outcome, WORKERS[4]).high == yuan("3000.00")


def test_a_stake_is_measured_to_the_respondent_who_is_furthest_away() -> None:
    """The station's 3,500.00 is nearer than the platform's 3,000.00: 11,700.00 as in the story."""
    outcome = sorted_with(streamers(), alone(STATION, "monthly_wage", "3500.00"))
    assert {issue.element.id: str(issue.stake) for issue in outcome.issues}["monthly_wage"] == "11,700.00"


def test_one_respondent_who_has_not_spoken_is_left_out_of_the_range() -> None:
    desk = silent_company()
    outcome = sorted_with(desk, *(alone(STATION, "monthly_wage", "3000.00", worker) for worker in WORKERS))
    theirs = respondents_sum(outcome)
    assert dict(theirs.each)[PLATFORM] is None
    assert theirs.low == theirs.high == dict(theirs.each)[STATION]
    assert theirs.left_out == theirs.unsaid == 10


def test_on_the_findings_everything_waits_until_it_is_found() -> None:
    found = found_sum(streamers().sorted())
    assert found.low is None and found.left_out == 10 and not found.is_unsaid
