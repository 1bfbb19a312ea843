"""What figures take from a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from mediation_desk.domain.case import Case
from mediation_desk.domain.closing import ReturnVisit
from mediation_desk.domain.money import Money, yuan
from mediation_desk.domain.people import Claim, Party
from mediation_desk.domain.reports.facts import facts
from mediation_desk.domain.sites import HERE
from mediation_desk.domain.vocabulary import Business, Outcome, PartyKind, Role, Satisfaction, Status
from tests.domain.cases import CASE, COMPANY, DAY, DUE, SIGNED, WORKER, accepted, received, signed


def test_a_case_just_received_has_nothing_decided_and_nothing_agreed() -> None:
    told = facts(received())
    assert (told.counted, told.people, told.claimed, told.agreed) == (True, 1, yuan("4300"), Money(0))
    assert (told.decided_on, told.closed_on, told.signed_on, told.outcome) == (None, None, None, None)
    assert told.registered_on is None
    assert (told.same_day, told.days_to_registration) == (False, None)
    assert told.computed is None


def test_a_case_of_no_site_is_the_offices_own() -> None:
    case = received()
    assert facts(case).site_id == HERE
    case.site_id = UUID(int=5)
    assert facts(case).site_id == UUID(int=5)


def test_the_days_between_are_calendar_days_and_registration_may_be_the_same_day() -> None:
    case = signed()
    case.registered_on, case.closed_on, case.outcome = DAY, DUE, Outcome.PERFORMED
    told = facts(case)
    assert (told.days_to_registration, told.same_day) == (0, True)
    assert told.days_to_decision == 0
    assert told.days_to_end == (DUE - DAY).days == 15


def test_a_case_written_down_before_it_was_received_did_not_wait() -> None:
    case = received()
    case.registered_on = date(2024, 11, 24)
    assert facts(case).days_to_registration == 0


def test_paid_and_outstanding_add_up_to_what_was_agreed() -> None:
    case = signed()
    assert (facts(case).paid, facts(case).outstanding) == (yuan("4300"), Money(0))
    case.payments_all[0].amount = yuan("1000.01")
    told = facts(case)
    assert (told.paid, told.outstanding) == (yuan("1000.01"), yuan("3299.99"))
    case.payments_all[0].amount = yuan("9000")  # more than was owed
    assert (facts(case).paid, facts(case).outstanding) == (yuan("4300"), Money(0))


@pytest.mark.parametrize(("paid_on", "kept"), [(DUE, True), (date(2024, 12, 15), True),
                                               (date(2024, 12, 16), False)])
def test_an_agreement_is_kept_when_it_was_paid_within_the_days_of_grace(paid_on: date, kept: bool) -> None:
    case = signed()
    case.payments_all[0].paid_on = paid_on
    assert facts(case).kept is kept
    assert facts(case).last_due_on == DUE


def test_an_agreement_that_is_not_paid_whole_is_not_kept() -> None:
    case = signed()
    case.payments_all[0].amount = yuan("4299.99")
    assert not facts(case).kept


def test_terms_that_nobody_signed_are_no_agreement() -> None:
    case = signed()
    case.agreements_all[0].signed_on = None
    told = facts(case)
    assert (told.agreed, told.paid, told.outstanding, told.last_due_on, told.kept) == (
        Money(0), Money(0), Money(0), None, False)


@pytest.mark.parametrize(("ended", "over"), [(date(2024, 12, 10), False), (date(2024, 12, 11), True)])
def test_fifteen_days_are_over_on_the_sixteenth(ended: date, over: bool) -> None:
    case = accepted()
    case.closed_on, case.outcome = ended, Outcome.NO_AGREEMENT
    assert facts(case).over is over


def test_what_counts_is_when_the_agreement_was_signed_and_how_far_both_sides_extended_it() -> None:
    case = signed()
    case.closed_on = date(2025, 3, 1)  # it was paid long after
    assert not facts(case).over
    case.agreements_all[0].signed_on = date(2024, 12, 20)
    assert facts(case).over
    case.extended_to = date(2024, 12, 20)
    assert not facts(case).over


def test_a_case_that_goes_on_is_not_over_the_time_however_old_it_is() -> None:
    assert not facts(accepted()).over


def test_ten_workers_make_a_collective_case() -> None:
    case = received()
    for number in range(8):
        case.parties_all.append(Party(id=UUID(int=200 + number), case_id=CASE, position=5 + number,
                                      role=Role.APPLICANT, name=f"工人{number}",
                                      sex=("female", "male", "")[number % 3]))
    assert not facts(case).collective
    case.parties_all.append(Party(id=UUID(int=300), case_id=CASE, position=20, role=Role.APPLICANT))
    told = facts(case)
    assert (told.collective, told.people, told.women, told.men) == (True, 10, 3, 3)


def test_the_main_claim_is_the_one_with_the_most_money_over_all_workers() -> None:
    case = received()
    case.claims_all.append(Claim(id=UUID(int=21), case_id=CASE, worker_id=WORKER, claim="double_wage",
                                 asked=yuan("4300.01")))
    assert facts(case).claim == "double_wage"
    case.claims_all[1].asked = yuan("4300")
    assert facts(case).claim == "unpaid_wages"  # the one named first
    case.claims_all.clear()
    assert facts(case).claim == ""


def test_platforms_and_companies_are_known_by_their_names_however_they_are_written() -> None:
    case = received()
    case.parties_all.append(Party(id=UUID(int=201), case_id=CASE, position=9, role=Role.RESPONDENT,
                                  name="云 上骑手（平台）", kind=PartyKind.ORGANISATION,
                                  business=Business.PLATFORM))
    told = facts(case)
    assert told.platform == "云 上骑手（平台）"
    assert told.company == facts(replaced_name(case, " 某 公司 ")).company


def replaced_name(case: Case, name: str) -> Case:
    next(one for one in case.parties_all if one.id == COMPANY).name = name
    return case


@pytest.mark.parametrize("change", ["removed_at", "status"])
def test_what_was_removed_or_voided_is_in_no_figure(change: str) -> None:
    case = received()
    setattr(case, change, Status.VOIDED if change == "status" else datetime(2025, 1, 1, tzinfo=UTC))
    assert not facts(case).counted


def test_the_last_return_visit_speaks_for_the_case() -> None:
    case = signed()
    first = case.visits_all[0]
    first.contacted, first.solved, first.satisfaction = True, False, Satisfaction.DISSATISFIED
    assert (facts(case).contacted, facts(case).solved, facts(case).satisfied) == (True, False, False)
    case.visits_all.append(ReturnVisit(id=UUID(int=91), case_id=CASE, visited_on=date(2025, 1, 2)))
    told = facts(case)
    assert (told.visited_on, told.contacted, told.satisfied) == (date(2025, 1, 2), None, True)


def test_facts_do_not_depend_on_the_order_in_which_rows_are_read() -> None:
    case = signed()
    told = facts(case)
    case.parties_all.reverse()
    case.claims_all.reverse()
    assert facts(case) == told
    assert replace(told, people=2) != told
    assert told.signed_on == SIGNED
