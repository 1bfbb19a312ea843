"""What the sides said, on paper: once for all whom it concerns, each account in its own words."""

from __future__ import annotations

from uuid import UUID

import pytest

from mediation_desk.domain.sorting.elements import Element
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers import statements
from mediation_desk.services.papers.told import Told
from mediation_desk.services.sorting import sorting
from mediation_desk.services.sorting.sorting import Saying
from tests.offices import Office
from tests.services.papers_desk import WORKERS, accepted, case_of


@pytest.fixture
def case_id(office: Office) -> UUID:
    """Two workers: the wage of one is agreed, that of the other disputed; whether there was a contract is
    denied for both, and of the last day nobody but the applicants spoke."""
    case_id = accepted(office.first)
    one, other = (worker.id for worker in case_of(office.first, case_id).applicants)
    sorting.say(office.first, case_id, [
        *(Saying("monthly_wage", worker, "applicant", "4300") for worker in (one, other)),
        Saying("monthly_wage", one, "respondent", "4300"),
        Saying("monthly_wage", other, "respondent", "3000"),
        Saying("employment_relationship", None, "applicant", "yes"),
        Saying("employment_relationship", None, "respondent", "no")])
    return case_id


def told(desk: Desk, case_id: UUID) -> Told:
    return Told(desk, case_of(desk, case_id), {}, None)


def test_an_agreed_fact_names_only_those_for_whom_it_is_agreed(office: Office, case_id: UUID) -> None:
    (wage,) = [one for one in statements.agreed(told(office.first, case_id)) if "工资" in one]
    assert WORKERS[0] in wage and WORKERS[1] not in wage and "4,300.00元" in wage


def test_a_dispute_tells_both_accounts_as_sentences_the_dearest_first(office: Office, case_id: UUID) -> None:
    found = statements.disputes(told(office.first, case_id))
    (wage,) = [one for one in found if "工资" in one]
    assert "4,300.00元" in wage and "3,000.00元" in wage and WORKERS[1] in wage and WORKERS[0] not in wage
    (relationship,) = [one for one in found if "劳动关系" in one]
    assert "申请人" in relationship and "被申请人" in relationship
    assert "yes" not in relationship and WORKERS[0] not in relationship  # it concerns the whole case


def test_what_the_mediator_found_stands_by_itself_and_only_where_there_was_a_dispute(
        office: Office, case_id: UUID) -> None:
    desk = office.first
    assert statements.found(told(desk, case_id)) == ()
    one, other = (worker.id for worker in case_of(desk, case_id).applicants)
    sorting.say(desk, case_id, [Saying("monthly_wage", other, "finding", "3911"),
                                Saying("monthly_wage", one, "finding", "4300")])
    (found,) = statements.found(told(desk, case_id))
    assert "3,911.00元" in found and WORKERS[1] in found and WORKERS[0] not in found


def test_an_admission_is_marked_and_leaves_no_dispute(office: Office, case_id: UUID) -> None:
    desk = office.first
    other = case_of(desk, case_id).applicants[1].id
    sorting.admit(desk, case_id, "monthly_wage", other, "respondent")
    assert not [one for one in statements.disputes(told(desk, case_id)) if "工资" in one]
    assert statements.shown(told(desk, case_id), _wage(desk, case_id), None) == ""
    assert "4,300.00元" in statements.shown(told(desk, case_id), _wage(desk, case_id), "✓4300.00")
    assert "承认" in statements.shown(told(desk, case_id), _wage(desk, case_id), "✓4300.00")


def _wage(desk: Desk, case_id: UUID) -> Element:
    return told(desk, case_id).sorting.sheet.element("monthly_wage")


def test_workers_of_whom_the_same_is_told_stand_together_in_the_order_they_came(
        office: Office, case_id: UUID) -> None:
    one, other = (worker.id for worker in case_of(office.first, case_id).applicants)
    assert statements.grouped([one, other], lambda _: "同") == [("同", (one, other))]
    assert statements.grouped([other, one], {one: "甲", other: "乙"}.__getitem__) == [
        ("乙", (other,)), ("甲", (one,))]
    assert statements.by_group(told(office.first, case_id), [one, other], lambda _: "同") == "同"
