"""The routes after an agreement is signed: which fit it and why, until when, and what is handed in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mediation_desk.domain.calendar import WorkCalendar
from mediation_desk.domain.settlement.periods import (
    CONFIRMATION_DAYS,
    REVIEW_DAYS,
    confirmation_end,
    review_end,
)
from mediation_desk.domain.vocabulary import Term
from mediation_desk.domain.words import N_, Sentence, say

PAYMENT_ORDER_CLAIMS = frozenset({
    "unpaid_wages", "double_wage", "economic_compensation", "unlawful_termination", "notice_pay", "overtime",
    "illegal_probation", "non_compete", "additional_compensation", "deductions", "heat_allowance",
    "injury_leave_pay"})
"""Wages, injury medical costs, compensation and damages: for these an agreement carries a payment order
(Mediation and Arbitration Law, art. 16)."""
WAGES = frozenset({"unpaid_wages", "overtime", "heat_allowance"})
"""Pay for labour itself (Fa Shi [2020] No. 26, art. 51(2)); a double wage's second part is damages."""
CIVIL = frozenset({"gig_pay"})
"""Pay for work outside an employment relationship: an ordinary civil matter."""


class Route(Term):
    """A way that leads from a signed agreement to its enforcement."""

    REVIEW = "review", N_("Joint arbitration review")
    CONFIRMATION = "confirmation", N_("Joint judicial confirmation")
    PAYMENT_ORDER = "payment_order", N_("Payment order")
    SUIT = "suit", N_("Lawsuit at once")
    ARBITRATION = "arbitration", N_("Arbitration on the agreement")


class Fit(Term):
    """Whether a route fits an agreement."""

    FITS = "fits", N_("Fits")
    IN_PART = "in_part", N_("Fits in part")
    ASK_FIRST = "ask_first", N_("Ask there first")
    NOT = "not", N_("Does not fit")
    OVER = "over", N_("Its time is over")


@dataclass(frozen=True, kw_only=True)
class Settled:
    """What of a signed agreement decides on its routes.

    ``claims``: the kinds of claims that it settles; ``pays``: whether anybody pays at all; ``due_on``: the
    first instalment that is not paid, None once all are; ``grace_days``: by how many days it may be late;
    ``people_mediation``: whether the office's agreements may be judicially confirmed.
    """

    claims: frozenset[str]
    pays: bool
    signed_on: date
    due_on: date | None
    grace_days: int
    people_mediation: bool

    @property
    def broken_from(self) -> date | None:
        """From which day on it is broken if nothing more is paid: the day after the grace."""
        return self.due_on and self.due_on + timedelta(days=self.grace_days + 1)

    @property
    def only_confirms(self) -> bool:
        """Whether it says what the relationship is, and nothing else."""
        return not self.pays

    @property
    def is_civil(self) -> bool:
        """Whether all of it is pay outside an employment relationship."""
        return bool(self.claims) and self.claims <= CIVIL


@dataclass(frozen=True)
class Advice:
    """A route for one agreement: whether it fits, why, on what source. ``together``: both sides apply.

    ``opens_on``: from which day it is open; ``last_day``: until when; None where there is no such day.
    ``unannounced``: years whose holidays may still move the last day. ``papers``: what is handed in.
    """

    route: Route
    fit: Fit
    reason: Sentence
    source: Sentence
    together: bool
    papers: tuple[str, ...]
    opens_on: date | None = None
    last_day: date | None = None
    unannounced: tuple[int, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it leads anywhere, wholly or in part."""
        return self.fit in (Fit.FITS, Fit.IN_PART, Fit.ASK_FIRST)


AGREEMENT = N_("the mediation agreement")
IDENTITY = N_("each side's identity or registration papers")
STATEMENT = N_("the office's statement that it held the mediation")
UNPAID = N_("what shows how much is unpaid (performance ledger, account statement)")
Judged = tuple[Fit, Sentence]


def routes(settled: Settled, calendar: WorkCalendar, on: date) -> tuple[Advice, ...]:
    """All five, as they stand on a day: the two joint ones first, then what the workers can do alone."""
    return (_review(settled, calendar, on), _confirmation(settled, calendar, on), _payment_order(settled),
            _suit(settled), _arbitration(settled, calendar))


# -- together --------------------------------------------------------------------------------


def _review(settled: Settled, calendar: WorkCalendar, on: date) -> Advice:
    papers = (N_("the application for review, signed by both sides"), AGREEMENT, IDENTITY)
    source = say(N_("Arbitration Case Rules, arts. 74 and 75; Consultation and Mediation Provisions, "
                    "art. 27"))
    return _jointly(Route.REVIEW, settled, _reviewed, source, papers, review_end(settled.signed_on, calendar),
                    calendar, on)


def _reviewed(settled: Settled) -> Judged:
    if settled.only_confirms:
        return Fit.NOT, say(N_("An agreement that does nothing but confirm the relationship is not "
                               "reviewed."))
    if settled.is_civil:
        return Fit.ASK_FIRST, say(N_("This is pay outside an employment relationship; whether it is taken, "
                                     "the commission decides."))
    return Fit.FITS, say(N_("The commission issues a mediation statement in its place, which can be "
                            "enforced. Both sides apply together within {days} days of its taking effect."),
                         days=REVIEW_DAYS)


def _confirmation(settled: Settled, calendar: WorkCalendar, on: date) -> Advice:
    papers = (N_("the application for confirmation, signed by both sides"), AGREEMENT, STATEMENT, IDENTITY)
    source = say(N_("People's Mediation Law, art. 33; Civil Procedure Law, art. 205; Fa Shi [2020] No. 26, "
                    "art. 52"))
    return _jointly(Route.CONFIRMATION, settled, _confirmed, source, papers,
                    confirmation_end(settled.signed_on, calendar), calendar, on)


def _confirmed(settled: Settled) -> Judged:
    if not settled.people_mediation:
        return Fit.NOT, say(N_("This office's agreements are not confirmed by a court: it is not set up as "
                               "people's mediation."))
    if settled.only_confirms:
        return Fit.NOT, say(N_("A court confirms obligations to pay or to do something, not the relationship "
                               "alone."))
    return Fit.FITS, say(N_("The court confirms it free of charge; then it can be enforced. Both sides apply "
                            "together within {days} days of its taking effect."), days=CONFIRMATION_DAYS)


def _jointly(route: Route, settled: Settled, judge: Callable[[Settled], Judged], source: Sentence,
             papers: tuple[str, ...], last_day: date, calendar: WorkCalendar, on: date) -> Advice:
    fit, reason = judge(settled)
    if fit is Fit.NOT:
        return Advice(route, fit, reason, source, True, papers)
    if on > last_day:
        fit, reason = Fit.OVER, say(N_("Both sides had to apply together until {day}."), day=last_day)
    return Advice(route, fit, reason, source, True, papers, settled.signed_on, last_day,
                  calendar.unannounced(last_day))


# -- the workers alone -----------------------------------------------------------------------


def _payment_order(settled: Settled) -> Advice:
    papers = (N_("the application for a payment order"), AGREEMENT, UNPAID)
    source = say(N_("Mediation and Arbitration Law, art. 16; Civil Procedure Law, arts. 225 to 228"))
    fit, reason = _ordered(settled)
    return _alone(Route.PAYMENT_ORDER, settled, fit, reason, source, papers)


def _ordered(settled: Settled) -> Judged:
    kinds = settled.claims & (PAYMENT_ORDER_CLAIMS | CIVIL)
    if settled.only_confirms or not kinds:
        return Fit.NOT, say(N_("It settles neither pay nor injury medical costs, economic compensation or "
                               "damages."))
    if kinds != settled.claims:
        return Fit.IN_PART, say(N_("Only for what it settles of pay, injury medical costs, economic "
                                   "compensation and damages, not for the rest."))
    return Fit.FITS, say(N_("It is about pay, economic compensation or damages. The quickest for what is "
                            "due; an objection that stands ends it, and then a lawsuit on the agreement is "
                            "open. The sides must owe each other nothing else."))


def _suit(settled: Settled) -> Advice:
    papers = (N_("the statement of claim"), AGREEMENT, UNPAID)
    source = say(N_("Fa Shi [2020] No. 26, arts. 13 and 51"))
    fit, reason = _sued(settled)
    return _alone(Route.SUIT, settled, fit, reason, source, papers)


def _sued(settled: Settled) -> Judged:
    if settled.pays and settled.is_civil:
        return Fit.FITS, say(N_("It is pay outside an employment relationship: an ordinary civil case, "
                                "without arbitration before."))
    if settled.pays and settled.claims and settled.claims <= WAGES | CIVIL:
        return Fit.FITS, say(N_("It settles nothing but pay: an ordinary civil case, without arbitration "
                                "before."))
    return Fit.NOT, say(N_("It settles more than pay; that comes to court only after arbitration, or once a "
                           "payment order ended."))


def _arbitration(settled: Settled, calendar: WorkCalendar) -> Advice:
    papers = (N_("the application for arbitration"), AGREEMENT, UNPAID)
    source = say(N_("Mediation and Arbitration Law, arts. 15 and 27; Consultation and Mediation Provisions, "
                    "art. 28"))
    if settled.is_civil:
        reason = say(N_("Pay outside an employment relationship is no labour dispute; it goes to court."))
        return Advice(Route.ARBITRATION, Fit.NOT, reason, source, False, papers)
    reason = say(N_("Always open while the agreement is not kept: it binds like a contract, and without new "
                    "evidence the commission may decide by it. Within one year of the day on which it was "
                    "not kept."))
    last_day = calendar.period_end(settled.due_on, months=12) if settled.due_on else None
    return Advice(Route.ARBITRATION, Fit.FITS, reason, source, False, papers, settled.broken_from, last_day,
                  calendar.unannounced(*_days(last_day)))


def _alone(route: Route, settled: Settled, fit: Fit, reason: Sentence, source: Sentence,
           papers: tuple[str, ...]) -> Advice:
    opens_on = None if fit is Fit.NOT else settled.broken_from
    return Advice(route, fit, reason, source, False, papers, opens_on)


def _days(day: date | None) -> Sequence[date]:
    return (day,) if day else ()
