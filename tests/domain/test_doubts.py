"""An outcome that contradicts the case is asked about."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from mediation_desk.domain.case import Case
from mediation_desk.domain.closing import ReturnVisit
from mediation_desk.domain.doubts import doubts, referral_doubts
from mediation_desk.domain.mediation.offers import Offer
from mediation_desk.domain.mediation.sessions import MediationSession
from mediation_desk.domain.money import ZERO, Money, yuan
from mediation_desk.domain.performance.ledger import Payment
from mediation_desk.domain.referral.referrals import Referral
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.vocabulary import Outcome, Side
from tests.domain.intake.test_consent import DAY, against

END = DAY + timedelta(days=60)


def accepted() -> Case:
    case = against("平台公司")
    case.respondents_agree_on = DAY
    case.accept(DAY)
    return case


def settled(paid: Money) -> Case:
    """An agreement of 9,000.00, of which so much is paid."""
    case = accepted()
    case.agreements_all.append(Agreement(id=UUID(int=50), case_id=case.id, total=yuan("9000"), signed_on=DAY))
    if paid:
        case.payments_all.append(Payment(id=UUID(int=51), case_id=case.id, paid_on=DAY, amount=paid))
    return case


def said(case: Case, outcome: Outcome, owed: Money = ZERO, on: date = END) -> list[str]:
    return [one.text for one in doubts(case, outcome, on, owed)]


def visited(case: Case, *, performed: bool, on: date = DAY) -> Case:
    case.visits_all.append(ReturnVisit(id=UUID(int=60), case_id=case.id, visited_on=on, performed=performed))
    return case


def test_fully_paid_is_not_being_performed() -> None:
    assert len(said(settled(yuan("9000")), Outcome.AGREEMENT)) == 1
    assert said(settled(yuan("3000")), Outcome.AGREEMENT, owed=yuan("6000")) == []


def test_performed_contradicts_a_visit_that_says_otherwise() -> None:
    assert len(said(visited(settled(yuan("9000")), performed=False), Outcome.PERFORMED)) == 1
    assert said(visited(settled(yuan("9000")), performed=True), Outcome.PERFORMED) == []


@pytest.mark.parametrize("turned", [False, True])
def test_of_two_visits_on_one_day_the_one_entered_last_counts(turned: bool) -> None:
    """In the morning nobody had been paid, in the afternoon all had; however the store brings the two."""
    case = settled(yuan("9000"))
    calls = [ReturnVisit(id=UUID(int=at), case_id=case.id, visited_on=DAY, performed=paid)
             for at, paid in ((60, False), (61, True))]
    case.visits_all += reversed(calls) if turned else calls
    assert said(case, Outcome.PERFORMED) == []


@pytest.mark.parametrize("outcome", [Outcome.RECONCILED, Outcome.WITHDRAWN, Outcome.REFERRED])
def test_after_a_signed_agreement_no_ending_is_without_one(outcome: Outcome) -> None:
    (told,) = doubts(settled(yuan("9000")), outcome, END, ZERO)
    assert (told.particulars["paid"], told.particulars["total"]) == (yuan("9000"), yuan("9000"))
    assert said(accepted(), outcome) == []


@pytest.mark.parametrize("outcome", [Outcome.NO_AGREEMENT, Outcome.WITHDRAWN, Outcome.RECONCILED])
def test_an_accepted_offer_speaks_against_an_ending_without_agreement(outcome: Outcome) -> None:
    case = accepted()
    case.offers_all.append(Offer(id=UUID(int=70), case_id=case.id, round=1, side=Side.APPLICANT,
                                 amount=yuan("5000"), accepted_at=datetime(2024, 11, 26, tzinfo=UTC),
                                 released_at=datetime(2024, 11, 26, tzinfo=UTC)))
    assert len(said(case, outcome)) == 1


def test_nothing_was_mediated_in_a_case_that_was_never_accepted() -> None:
    assert len(said(against("平台公司"), Outcome.NO_AGREEMENT)) == 1
    assert said(against("平台公司"), Outcome.WITHDRAWN) == []


def test_what_lies_after_the_closing_is_said_with_its_day() -> None:
    """A payment of 25 November and a visit of the 27th speak against a closing on the 20th."""
    case = visited(settled(yuan("9000")), performed=True, on=date(2024, 11, 27))
    case.sessions_all.append(MediationSession(id=UUID(int=80), case_id=case.id,
                                              starts_at=datetime(2024, 11, 28, 9)))
    told = doubts(case, Outcome.PERFORMED, date(2024, 11, 20), ZERO)
    assert [one.particulars["day"] for one in told] == [DAY, date(2024, 11, 27), date(2024, 11, 28)]
    assert said(case, Outcome.PERFORMED, on=date(2024, 11, 28)) == []


@pytest.mark.parametrize(("told", "asked"), [
    ({"handed_on": DAY, "part": "社保"}, "A part is still with 社保局: 社保. What comes back can be noted "
     "after the closing."),
    ({"part": "社保"}, "A referral to 社保局 is drafted, and was not handed over."),
    ({"whole": True, "handed_on": DAY}, ""), ({"handed_on": DAY, "answered_on": DAY, "part": "社保"}, ""),
    ({"handed_on": DAY, "returned_on": DAY, "part": "社保"}, "")])
def test_a_part_that_lies_elsewhere_is_asked_about(told: dict[str, Any], asked: str) -> None:
    case = accepted()
    case.referrals_all.append(Referral(id=UUID(int=70), case_id=case.id, office="社保局", drafted_on=DAY,
                                       **told))
    assert [str(one.text).format(**one.particulars) for one in referral_doubts(case)] == [asked][:bool(asked)]
