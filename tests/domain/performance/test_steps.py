"""Which papers follow on a day: before the default, on each side of the grace day, once all is paid."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_desk.domain.performance.ledger import Payment, ledger
from mediation_desk.domain.performance.steps import ALONE, ROUTES, Advised, Fitness, Step, in_default, steps
from mediation_desk.domain.performance.ways import ways
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.library.law import shipped_calendar
from tests.domain.performance.owing import agreements, payments
from tests.domain.performance.test_ledger import FIRST, SHARES, TWO, agreed, paid

CALENDAR = shipped_calendar()
WAGES = frozenset({"unpaid_wages", "double_wage"})
GRACE = FIRST + timedelta(days=5)


def told(made: Agreement, on: date, *payments_: Payment, claims: frozenset[str] = WAGES,
         people: bool = True) -> dict[Step, Advised]:
    book = ledger(made, payments_, on)
    return {one.step: one for one in steps(made, book, ways(made, claims, book, CALENDAR,
                                                            people_mediation=people))}


def test_within_grace_nothing_follows_and_the_day_is_said_on_which_it_does() -> None:
    found = told(agreed(SHARES, TWO), GRACE)
    for step in (Step.DEMAND, *ALONE):
        assert found[step].fitness is Fitness.NOT_YET and not found[step].offered
        assert found[step].reason.particulars == {"day": date(2024, 12, 16), "number": 1}


def test_on_the_day_after_it_everything_follows() -> None:
    found = told(agreed(SHARES, TWO), GRACE + timedelta(days=1))
    assert {step: found[step].fitness for step in (Step.DEMAND, *ALONE)} == {
        Step.DEMAND: Fitness.FITS, Step.PAYMENT_ORDER: Fitness.FITS, Step.ARBITRATION: Fitness.FITS,
        Step.ENFORCEMENT: Fitness.WITH_TITLE}
    assert str(found[Step.DEMAND].reason.particulars["owed"]) == "30,264.00"


def test_once_all_is_paid_nothing_is_asked_for_any_more() -> None:
    found = told(agreed(SHARES, TWO), GRACE, paid(1, FIRST, "30264"))
    assert {found[step].fitness for step in (Step.DEMAND, *ALONE)} == {Fitness.NOT}
    assert found[Step.CERTIFICATE].offered


def test_the_two_joint_applications_have_their_time_and_the_office_its_kind() -> None:
    made = agreed(SHARES, TWO)  # signed on 25 November
    assert told(made, date(2024, 12, 10))[Step.REVIEW].fitness is Fitness.FITS
    late = told(made, date(2024, 12, 26))
    assert (late[Step.REVIEW].fitness, late[Step.CONFIRMATION].fitness) == (Fitness.OVER, Fitness.OVER)
    assert told(made, date(2024, 12, 10), people=False)[Step.CONFIRMATION].fitness is Fitness.NOT


@pytest.mark.parametrize(("claims", "order", "arbitration"), [
    ({"annual_leave"}, Fitness.NOT, Fitness.FITS),
    ({"unpaid_wages", "annual_leave"}, Fitness.IN_PART, Fitness.FITS),
    ({"gig_pay"}, Fitness.FITS, Fitness.NOT)])
def test_a_route_that_is_closed_is_no_paper_however_late_it_is(
        claims: set[str], order: Fitness, arbitration: Fitness) -> None:
    found = told(agreed(SHARES, TWO), date(2025, 2, 1), claims=frozenset(claims))
    assert (found[Step.PAYMENT_ORDER].fitness, found[Step.ARBITRATION].fitness) == (order, arbitration)


@settings(max_examples=30, deadline=None)
@given(st.data(), agreements(), st.integers(-2, 60))
def test_what_is_asked_for_alone_is_offered_exactly_in_default(
        data: st.DataObject, made: Agreement, day: int) -> None:
    made_, on = data.draw(payments(made)), FIRST + timedelta(days=day)
    book = ledger(made, made_, on)
    found = told(made, on, *made_)
    assert list(found) == list(Step)
    assert {found[step].offered for step in (Step.DEMAND, *ALONE)} == {in_default(book)}
    assert all(one.reason.text and one.source.text for one in found.values())
    assert set(ROUTES) < set(Step)
