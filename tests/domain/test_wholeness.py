"""What must hold of a whole case, each rule broken by hand."""

from collections.abc import Callable
from copy import copy
from datetime import date, timedelta
from uuid import UUID

import pytest

from mediation_desk.domain.case import Case
from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import Outcome, SessionMode, Side, Status
from mediation_desk.domain.wholeness import broken
from tests.domain import cases


@pytest.mark.parametrize("made", [cases.received, cases.accepted, cases.signed])
def test_a_case_on_its_road_is_whole(made: Callable[[], Case]) -> None:
    assert broken(made(), [cases.exhibit()]) == []


def unaccepted(case: Case) -> None:
    case.accepted_on = None


def without_company(case: Case) -> None:
    case.party(cases.COMPANY).removed_at = cases.NOW


def received_later(case: Case) -> None:
    case.received_on = cases.DAY + timedelta(days=1)


def closed_before_receipt(case: Case) -> None:
    case.accepted_on = case.applicants_agree_on = case.respondents_agree_on = None
    case.status, case.outcome, case.closed_on = Status.REFUSED, Outcome.REFUSED, date(2024, 11, 1)


def consent_later(case: Case) -> None:
    case.applicants_agree_on = cases.DAY + timedelta(days=1)


def without_consent(case: Case) -> None:
    case.respondents_agree_on = None


def alone_with_a_record(case: Case) -> None:
    session = case.sessions[0]
    session.mode, session.side, session.record = SessionMode.CAUCUS, Side.APPLICANT, "公开的话"


def concluded_without_reasons(case: Case) -> None:
    case.relationship_conclusion = "employment"


def accepted_twice(case: Case) -> None:
    other = copy(case.offers_all[0])
    other.id, other.round = UUID(int=61), 2
    case.offers_all.append(other)
    for offer in case.offers_all:
        offer.accepted_at = cases.NOW


def paid_twice(case: Case) -> None:
    again = copy(case.payments_all[0])
    again.id, again.amount = UUID(int=81), yuan("0.01")
    case.payments_all.append(again)


def line_twice(case: Case) -> None:
    again = copy(case.payments_all[0])
    again.id, again.amount = UUID(int=81), yuan("0.01")
    case.payments_all[0].amount = case.payments_all[0].amount - again.amount
    case.payments_all[0].bank_line = again.bank_line = "a1" * 32
    case.payments_all.append(again)


def unsigned_and_paid(case: Case) -> None:
    case.agreements_all[0].signed_on = None


def signed_before_acceptance(case: Case) -> None:
    case.agreements_all[0].signed_on = date(2024, 11, 1)


@pytest.mark.parametrize(("breaks", "why"), [
    (unaccepted, "would not be accepted"), (without_company, "one respondent"),
    (received_later, "accepted before it was received"), (consent_later, "dated after the acceptance"),
    (without_consent, "consent stays on record"), (alone_with_a_record, "belongs under"),
    (concluded_without_reasons, "Give the reasons"), (accepted_twice, "Two offers"),
    (paid_twice, "more would be paid"), (line_twice, "booked twice"),
    (unsigned_and_paid, "no signed agreement"),
    (signed_before_acceptance, "signed before the case was accepted"),
    (closed_before_receipt, "closed before it was received"),
])
def test_each_broken_rule_is_said(breaks: Callable[[Case], None], why: str) -> None:
    case = cases.signed()
    breaks(case)
    found = broken(case)
    assert any(why in str(one.why) for one in found), [str(one.why) for one in found]
    assert all(one.rows for one in found)


def test_before_acceptance_a_side_consents_as_its_people_do() -> None:
    case = cases.received()
    case.party(cases.COMPANY).agreed_on = cases.DAY
    assert [one.rows[0][0] for one in broken(case)] == ["cases"]
    case.respondents_agree_on = cases.DAY
    assert broken(case) == []
    case.party(cases.COMPANY).declined_on = cases.DAY
    assert [one.rows for one in broken(case)] == [(("parties", str(cases.COMPANY)),)]
