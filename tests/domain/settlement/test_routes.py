"""Which routes fit a signed agreement, and why: the decision table, read line by line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.calculators.claims import CLAIMS
from mediation_desk.domain.settlement.routes import (
    CIVIL,
    PAYMENT_ORDER_CLAIMS,
    WAGES,
    Advice,
    Fit,
    Route,
    Settled,
    routes,
)
from mediation_desk.library.law import shipped_calendar

CALENDAR = shipped_calendar()
SIGNED = date(2024, 11, 25)
STORY = Settled(claims=frozenset({"unpaid_wages", "double_wage"}), pays=True, signed_on=SIGNED,
                due_on=date(2024, 12, 10), grace_days=5, people_mediation=True)
KINDS = st.frozensets(st.sampled_from(sorted(CLAIMS)), min_size=1)


def of(settled: Settled, on: date = SIGNED) -> dict[Route, Advice]:
    return {one.route: one for one in routes(settled, CALENDAR, on)}


def fits(settled: Settled, on: date = SIGNED) -> dict[Route, Fit]:
    return {route: one.fit for route, one in of(settled, on).items()}


def test_the_streamers_agreement_is_reviewed_confirmed_ordered_or_arbitrated_but_not_sued_on() -> None:
    """Wages and double wages: the second part of a double wage is damages, not pay."""
    told = of(STORY)
    assert {route: one.fit for route, one in told.items()} == {
        Route.REVIEW: Fit.FITS, Route.CONFIRMATION: Fit.FITS, Route.PAYMENT_ORDER: Fit.FITS,
        Route.SUIT: Fit.NOT, Route.ARBITRATION: Fit.FITS}
    assert (told[Route.REVIEW].last_day, told[Route.CONFIRMATION].last_day) == (
        date(2024, 12, 10), date(2024, 12, 25))
    assert told[Route.PAYMENT_ORDER].opens_on == date(2024, 12, 16)  # five days' grace after the 10th
    assert told[Route.ARBITRATION].last_day == date(2025, 12, 10)
    assert "more than pay" in str(told[Route.SUIT].reason)


@pytest.mark.parametrize(("claims", "order", "suit", "arbitration"), [
    ({"unpaid_wages"}, Fit.FITS, Fit.FITS, Fit.FITS),
    ({"unpaid_wages", "overtime"}, Fit.FITS, Fit.FITS, Fit.FITS),
    ({"economic_compensation"}, Fit.FITS, Fit.NOT, Fit.FITS),
    ({"annual_leave"}, Fit.NOT, Fit.NOT, Fit.FITS),
    ({"unpaid_wages", "annual_leave"}, Fit.IN_PART, Fit.NOT, Fit.FITS),
    ({"gig_pay"}, Fit.FITS, Fit.FITS, Fit.NOT),
    ({"other"}, Fit.NOT, Fit.NOT, Fit.FITS)])
def test_what_the_workers_can_do_alone_follows_from_what_is_settled(
        claims: set[str], order: Fit, suit: Fit, arbitration: Fit) -> None:
    told = fits(replace(STORY, claims=frozenset(claims)))
    alone = (Route.PAYMENT_ORDER, Route.SUIT, Route.ARBITRATION)
    assert tuple(told[route] for route in alone) == (order, suit, arbitration)


def test_an_agreement_that_only_confirms_the_relationship_is_neither_reviewed_nor_confirmed() -> None:
    """Arbitration Case Rules, art. 75."""
    told = fits(replace(STORY, pays=False, claims=frozenset()))
    assert told[Route.REVIEW] is told[Route.CONFIRMATION] is told[Route.PAYMENT_ORDER] is Fit.NOT
    assert told[Route.SUIT] is Fit.NOT and told[Route.ARBITRATION] is Fit.FITS


def test_whether_the_commission_reviews_civil_pay_it_says_itself() -> None:
    assert fits(replace(STORY, claims=frozenset({"gig_pay"})))[Route.REVIEW] is Fit.ASK_FIRST


def test_an_office_that_is_no_peoples_mediation_has_no_judicial_confirmation() -> None:
    told = of(replace(STORY, people_mediation=False))[Route.CONFIRMATION]
    assert told.fit is Fit.NOT and told.last_day is None and "people's mediation" in str(told.reason)


@pytest.mark.parametrize(("day", "review", "confirmation"), [
    (date(2024, 12, 10), Fit.FITS, Fit.FITS), (date(2024, 12, 11), Fit.OVER, Fit.FITS),
    (date(2024, 12, 25), Fit.OVER, Fit.FITS), (date(2024, 12, 26), Fit.OVER, Fit.OVER)])
def test_a_joint_application_is_over_on_the_day_after_its_last(day: date, review: Fit,
                                                              confirmation: Fit) -> None:
    told = of(STORY, day)
    assert (told[Route.REVIEW].fit, told[Route.CONFIRMATION].fit) == (review, confirmation)
    assert told[Route.ARBITRATION].is_open, "that way stays"


def test_a_last_day_in_a_year_that_is_not_announced_says_so() -> None:
    told = of(replace(STORY, signed_on=date(2030, 12, 25), due_on=date(2031, 2, 1)))
    assert told[Route.REVIEW].unannounced == told[Route.CONFIRMATION].unannounced == (2031,)
    assert told[Route.ARBITRATION].unannounced == (2032,)


def test_once_all_is_paid_no_day_opens_anything() -> None:
    told = of(replace(STORY, due_on=None))
    assert all(one.opens_on is None for one in told.values() if not one.together)
    assert told[Route.ARBITRATION].last_day is None


@given(KINDS, st.booleans(), st.integers(0, 90), st.integers(0, 60))
def test_every_route_has_a_reason_a_source_and_papers_whatever_is_settled(
        claims: frozenset[str], people: bool, grace: int, later: int) -> None:
    settled = replace(STORY, claims=claims, people_mediation=people, grace_days=grace)
    told = routes(settled, CALENDAR, SIGNED + timedelta(days=later))
    assert [one.route for one in told] == list(Route)
    for one in told:
        assert str(one.reason).endswith(".") and str(one.source) and one.papers
        assert one.together is (one.route in (Route.REVIEW, Route.CONFIRMATION))
        assert one.fit is not Fit.NOT or one.opens_on is None
    assert any(one.is_open for one in told), "some way always stays open"


@given(KINDS)
def test_a_lawsuit_without_arbitration_is_for_pay_alone(claims: frozenset[str]) -> None:
    """A second way: take away all pay; anything left over forbids it."""
    assert (fits(replace(STORY, claims=claims))[Route.SUIT] is Fit.FITS) is not bool(claims - WAGES - CIVIL)


def test_all_that_a_payment_order_is_for_are_claims() -> None:
    assert set(CLAIMS) >= PAYMENT_ORDER_CLAIMS and WAGES < PAYMENT_ORDER_CLAIMS
    assert not PAYMENT_ORDER_CLAIMS & {"annual_leave", "other"}  # the law does not list them
