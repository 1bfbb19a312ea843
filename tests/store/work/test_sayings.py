"""What was said in some places is found with what was said for all, and nothing else is read."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from mediation_desk.domain.sorting.statements import ElementEntry, RespondentStatement
from mediation_desk.domain.vocabulary import PartyKind, Role
from mediation_desk.domain.words import DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.sorting import sorting
from mediation_desk.services.sorting.sorting import Saying
from tests.offices import Office
from tests.services.papers_desk import accepted, case_of

WORKERS = ("温若晴", "路知夏", "韩雪")


def people(desk: Desk, case_id: UUID) -> list[UUID]:
    return [worker.id for worker in case_of(desk, case_id).applicants]


def test_a_place_is_found_with_the_whole_cases_word_and_without_other_workers(office: Office) -> None:
    desk = office.first
    case_id = accepted(desk, WORKERS)
    first, second, _third = people(desk, case_id)
    sorting.say(desk, case_id, [
        Saying("monthly_wage", None, "applicant", "5000"), Saying("monthly_wage", first, "applicant", "5200"),
        Saying("monthly_wage", second, "applicant", "5300"), Saying("position", first, "applicant", "主播")])
    with desk.reading() as work:
        found = work.sayings.at(case_id, [("monthly_wage", first)])
    assert {key: row.applicant for key, row in found.items() if isinstance(row, ElementEntry)} == {
        ("monthly_wage", None, None): "5000.00", ("monthly_wage", first, None): "5200.00"}


def test_what_one_respondent_says_for_itself_has_a_place_of_its_own(office: Office) -> None:
    desk = office.first
    case_id = accepted(desk, WORKERS)
    registering.add_party(desk, case_id, registering.PartyDraft(
        Role.RESPONDENT, "青海星河劳务有限公司", PartyKind.ORGANISATION))
    company, agency = (party.id for party in case_of(desk, case_id).respondents)
    worker = people(desk, case_id)[0]
    sorting.say(desk, case_id, [
        Saying("monthly_wage", worker, "respondent", "4000"),
        Saying("monthly_wage", worker, "respondent", "3000", party_id=agency)])
    with desk.reading() as work:
        found = work.sayings.at(case_id, [("monthly_wage", worker)])
    assert set(found) == {("monthly_wage", worker, None), ("monthly_wage", worker, agency)}
    own = found["monthly_wage", worker, agency]
    assert isinstance(own, RespondentStatement) and own.said == "3000.00"
    assert company != agency


def test_the_claims_that_are_made_are_those_of_the_workers_who_still_apply(office: Office) -> None:
    desk = office.first
    case_id = accepted(desk, WORKERS, claims=("unpaid_wages",))
    first, second, third = people(desk, case_id)
    registering.set_claims(desk, case_id, {first: ("unpaid_wages", "overtime"), second: (), third: ()})
    with desk.reading() as work:
        assert sorted(work.sayings.claims_made(case_id)) == ["overtime", "unpaid_wages"]
    registering.remove_party(desk, case_id, first)
    registering.set_claims(desk, case_id, {second: ("double_wage",)})
    with desk.reading() as work:
        assert work.sayings.claims_made(case_id) == ["double_wage"]
    assert {claim.claim for claim in case_of(desk, case_id).claims} == {"double_wage"}


def test_what_is_said_of_somebody_who_was_taken_out_meanwhile_is_refused_whole(office: Office) -> None:
    desk = office.first
    case_id = accepted(desk, WORKERS)
    first, second, _third = people(desk, case_id)
    registering.remove_party(desk, case_id, second)
    for gone in (second, uuid4()):
        with pytest.raises(DeskError) as refused:
            sorting.say(desk, case_id, [Saying("position", first, "applicant", "主播"),
                                        Saying("position", gone, "applicant", "主播")])
        assert "no longer there" in refused.value.sentence.text
    assert case_of(desk, case_id).entries == []


def test_a_party_of_another_case_is_none_of_this_one(office: Office) -> None:
    desk = office.first
    mine, other = accepted(desk, WORKERS), accepted(desk, WORKERS)
    with desk.reading() as work:
        work.sayings.require_parties(mine, set(people(desk, mine)))
        work.sayings.require_parties(mine, set())
        with pytest.raises(DeskError):
            work.sayings.require_parties(mine, {people(desk, other)[0]})
