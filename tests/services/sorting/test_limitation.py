"""Until when a worker's claims can be brought, and one side admitting many cells at once."""

from datetime import date
from random import Random
from uuid import UUID

import pytest

from mediation_desk.domain.case import Case
from mediation_desk.domain.limitation import TimeLeft
from mediation_desk.domain.vocabulary import Outcome
from mediation_desk.domain.words import DeskError
from mediation_desk.services import reading
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.sorting import limitation, sorting
from mediation_desk.services.sorting.limitation import NearestLimit
from tests.offices import Office


@pytest.fixture
def desk(at_work: Office) -> Desk:
    return at_work.first


@pytest.fixture
def case_id(sorted_id: UUID) -> UUID:
    """The streamers' case with what both sides say."""
    return sorted_id


def stored(desk: Desk, case_id: UUID) -> Case:
    return reading.case(desk, case_id).case


def limits(desk: Desk, case_id: UUID) -> dict[tuple[UUID, str], TimeLeft]:
    case = stored(desk, case_id)
    return sorting.limits(desk, case, sorting.sort(case, sorting.sorter(desk, case)))


def nearest(desk: Desk, case_id: UUID) -> NearestLimit | None:
    case = stored(desk, case_id)
    return limitation.nearest(desk, case, sorting.sort(case, sorting.sorter(desk, case)))


def test_the_application_for_mediation_lets_the_year_run_anew(desk: Desk, case_id: UUID) -> None:
    """Employed until 2024-10-31; applied on 2024-11-25: one year from then, to 2025-11-25."""
    found = limits(desk, case_id)
    worker = stored(desk, case_id).applicants[0].id
    assert found[worker, "unpaid_wages"].ends_on == date(2025, 11, 25)
    assert found[worker, "double_wage"].ends_on == date(2025, 11, 25)
    assert found[worker, "double_wage"].days_left == (date(2025, 11, 25) - desk.today).days


def test_a_failed_mediation_lets_it_run_anew_again(desk: Desk, case_id: UUID) -> None:
    closing.close(desk, case_id, date(2024, 12, 9), Outcome.NO_AGREEMENT, "")
    found = limits(desk, case_id)
    assert {standing.ends_on for standing in found.values()
            if standing.ends_on} == {date(2025, 12, 9)}


def test_wages_have_no_limit_while_no_last_day_is_stated(desk: Desk, case_id: UUID) -> None:
    worker = stored(desk, case_id).applicants[0].id
    sorting.say(desk, case_id, [sorting.Saying("employed_until", worker, side, "")
                                for side in ("applicant", "respondent")])
    found = limits(desk, case_id)
    assert not found[worker, "unpaid_wages"].limited
    assert (worker, "double_wage") not in found


def test_one_side_admits_many_cells_or_none(desk: Desk, case_id: UUID) -> None:
    workers = [worker.id for worker in stored(desk, case_id).applicants]
    with pytest.raises(DeskError):
        sorting.admit_all(desk, case_id, [("monthly_wage", workers[0]), ("position", workers[0])],
                          "respondent")
    said = {entry.worker_id: entry.respondent for entry in stored(desk, case_id).entries
            if entry.element == "monthly_wage"}
    assert said[workers[0]] == "3000.00"
    sorting.admit_all(desk, case_id, [("monthly_wage", worker) for worker in workers], "respondent")
    said = {entry.worker_id: entry.respondent for entry in stored(desk, case_id).entries
            if entry.element == "monthly_wage"}
    assert set(said.values()) == {"✓4300.00"}


def test_what_was_said_for_all_can_be_admitted_for_one(desk: Desk, case_id: UUID) -> None:
    worker = stored(desk, case_id).applicants[0].id
    sorting.say(desk, case_id, [sorting.Saying("position", None, "applicant", "网络主播")])
    sorting.admit(desk, case_id, "position", worker, "respondent")
    entry = next(entry for entry in stored(desk, case_id).entries
                 if (entry.element, entry.worker_id) == ("position", worker))
    assert (entry.applicant, entry.respondent) == (None, "✓网络主播")


def test_many_are_denied_at_once(desk: Desk, case_id: UUID) -> None:
    workers = [worker.id for worker in stored(desk, case_id).applicants]
    sorting.deny_all(desk, case_id, [("unpaid_from", worker) for worker in workers], "respondent")
    denied = [entry.respondent for entry in stored(desk, case_id).entries if entry.element == "unpaid_from"]
    assert denied == ["✗"] * 5


def test_the_prospect_ranges_between_the_two_versions(desk: Desk, case_id: UUID) -> None:
    case = stored(desk, case_id)
    ahead = sorting.prospect(desk, sorting.sort(case, sorting.sorter(desk, case)))
    assert (str(ahead.low), str(ahead.high)) == ("15,000.00", "38,700.00")
    assert ahead.stages[0].latest > desk.today


def test_the_limit_nearest_is_told_until_the_sides_have_settled(desk: Desk, case_id: UUID) -> None:
    """Both claims end on 2025-11-25; once they are settled between the sides, none is told."""
    found = nearest(desk, case_id)
    assert found is not None
    assert found.ends_on == date(2025, 11, 25)
    assert found.days_left == (date(2025, 11, 25) - desk.today).days
    closing.close(desk, case_id, date(2024, 12, 9), Outcome.RECONCILED, "")
    assert nearest(desk, case_id) is None


@pytest.mark.parametrize("seed", range(4))
def test_of_claims_that_end_on_one_day_always_the_same_is_named(desk: Desk, case_id: UUID, seed: int) -> None:
    """All ten claims end on 2025-11-25. The keys of rows made at one moment come in any order; what is
    named is the first claim of the vocabulary, for the first worker."""
    case = stored(desk, case_id)
    Random(seed).shuffle(case.claims_all)
    found = limitation.nearest(desk, case, sorting.sort(case, sorting.sorter(desk, case)))
    assert found is not None and found.ends_on == date(2025, 11, 25)
    assert (found.worker_id, found.claim) == (case.applicants[0].id, "unpaid_wages")


def test_a_limit_that_has_run_out_is_told_only_where_none_still_runs(desk: Desk, case_id: UUID) -> None:
    """No last day stated: nothing limited. Left on 2022-10-31: over since 2023-10-31, before anybody
    applied. Left on 2024-10-31: the application of 2024-11-25 lets a year run to 2025-11-25."""
    workers = [worker.id for worker in stored(desk, case_id).applicants]
    for voice in ("applicant", "respondent"):
        sorting.say(desk, case_id, [sorting.Saying(sorting.LAST_DAY, worker, voice, "")
                                    for worker in workers])
    assert nearest(desk, case_id) is None
    sorting.say(desk, case_id, [sorting.Saying(sorting.LAST_DAY, workers[0], "applicant", "2022-10-31")])
    ran_out = nearest(desk, case_id)
    assert ran_out is not None and ran_out.worker_id == workers[0]
    assert ran_out.ends_on == date(2023, 10, 31) and ran_out.days_left < 0
    sorting.say(desk, case_id, [sorting.Saying(sorting.LAST_DAY, workers[1], "applicant", "2024-10-31")])
    running = nearest(desk, case_id)
    assert running is not None and running.worker_id == workers[1]
    assert running.ends_on == date(2025, 11, 25)
