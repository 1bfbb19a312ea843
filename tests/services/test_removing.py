"""What is taken out of a case goes with all that leans on it, once, and nothing else goes."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from mediation_desk.domain.words import NotThere
from mediation_desk.services.desk import Desk
from mediation_desk.services.removing import take_out
from tests.offices import Office
from tests.services.papers_desk import case_of, registered


def out(desk: Desk, case_id: UUID, table: str, row_id: UUID) -> None:
    with desk.case_work(case_id, "remove_party") as (work, case):
        take_out(work, case, table, row_id)
        work.commit()


def test_a_worker_goes_with_the_own_claims_and_the_others_stay(office: Office) -> None:
    case_id = registered(office.first)
    first, second = case_of(office.first, case_id).applicants
    out(office.first, case_id, "parties", first.id)
    case = case_of(office.first, case_id)
    assert [party.name for party in case.applicants] == [second.name]
    assert {claim.worker_id for claim in case.claims} == {second.id}


def test_what_is_out_already_keeps_the_moment_at_which_it_went(office: Office) -> None:
    case_id = registered(office.first)
    party = case_of(office.first, case_id).applicants[0]

    def gone() -> object:
        with office.first.case_reading(case_id) as (_work, case):
            return next(one.removed_at for one in case.parties_all if one.id == party.id)

    out(office.first, case_id, "parties", party.id)
    before = gone()
    out(office.first, case_id, "parties", party.id)
    assert before is not None and gone() == before


def test_what_was_never_there_is_said_not_to_be(office: Office) -> None:
    case_id = registered(office.first)
    with pytest.raises(NotThere):
        out(office.first, case_id, "parties", uuid4())
    assert len(case_of(office.first, case_id).applicants) == 2
