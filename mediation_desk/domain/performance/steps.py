"""What can be handed in or sent of a signed agreement: which papers fit today, and why the others do not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType

from mediation_desk.domain.performance.ledger import Ledger
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.settlement.routes import Advice, Fit, Route
from mediation_desk.domain.vocabulary import InstalmentState, Term
from mediation_desk.domain.words import N_, Sentence, say


class Step(Term):
    """A paper that follows from a signed agreement. The office sends the first and makes out the last; the
    workers hand in those between, the two joint ones together with the other side."""

    DEMAND = "demand", N_("Demand letter")
    PAYMENT_ORDER = "payment_order", N_("Application for a payment order")
    ARBITRATION = "arbitration", N_("Application for arbitration on the agreement")
    ENFORCEMENT = "enforcement", N_("Application for enforcement")
    REVIEW = "review", N_("Application for arbitration review, of both sides")
    CONFIRMATION = "confirmation", N_("Application for judicial confirmation, of both sides")
    CERTIFICATE = "certificate", N_("Certificate that the office mediated")


ROUTES: Mapping[Step, Route] = MappingProxyType({
    Step.PAYMENT_ORDER: Route.PAYMENT_ORDER, Step.ARBITRATION: Route.ARBITRATION, Step.REVIEW: Route.REVIEW,
    Step.CONFIRMATION: Route.CONFIRMATION})
"""The routes that a paper leads to; their reasons are told as they stand there."""
ALONE = (Step.PAYMENT_ORDER, Step.ARBITRATION, Step.ENFORCEMENT)
"""What each worker may hand in alone."""
BROKEN = (InstalmentState.OVERDUE, InstalmentState.ACCELERATED)
"""How an instalment stands that is unpaid beyond its grace."""


class Fitness(Term):
    """Whether a paper fits today."""

    FITS = "fits", N_("Fits")
    IN_PART = "in_part", N_("Fits in part")
    ASK_FIRST = "ask_first", N_("Ask there first")
    WITH_TITLE = "with_title", N_("Only with a mediation statement or ruling")
    NOT_YET = "not_yet", N_("Not open yet")
    NOT = "not", N_("Does not fit")
    OVER = "over", N_("Its time is over")


_FITNESS: Mapping[Fit, Fitness] = MappingProxyType({
    Fit.FITS: Fitness.FITS, Fit.IN_PART: Fitness.IN_PART, Fit.ASK_FIRST: Fitness.ASK_FIRST,
    Fit.NOT: Fitness.NOT, Fit.OVER: Fitness.OVER})


@dataclass(frozen=True)
class Advised:
    """A paper as it stands today: whether it fits, why, and on what source."""

    step: Step
    fitness: Fitness
    reason: Sentence
    source: Sentence

    @property
    def offered(self) -> bool:
        """Whether it can be made today."""
        return self.fitness not in (Fitness.NOT, Fitness.NOT_YET, Fitness.OVER)


def in_default(book: Ledger) -> bool:
    """Whether anything is unpaid beyond its grace."""
    return any(one.state in BROKEN for one in book.instalments)


def steps(agreement: Agreement, book: Ledger, ways: Sequence[Advice]) -> tuple[Advised, ...]:
    """All of them on the ledger's day, in the order in which they are thought of. ``ways``: the routes of
    the same agreement on the same day."""
    advice = {one.route: one for one in ways}
    broken, wait = in_default(book), _wait(agreement, book)
    return (_demand(book, wait),
            _alone(Step.PAYMENT_ORDER, advice[Route.PAYMENT_ORDER], broken, wait),
            _alone(Step.ARBITRATION, advice[Route.ARBITRATION], broken, wait), _enforcement(wait),
            _jointly(Step.REVIEW, advice[Route.REVIEW]),
            _jointly(Step.CONFIRMATION, advice[Route.CONFIRMATION]), _certificate())


def _wait(agreement: Agreement, book: Ledger) -> tuple[Fitness, Sentence] | None:
    """Why nothing follows from default today; None: something is unpaid beyond its grace."""
    if in_default(book):
        return None
    following = book.next_due
    if following is None:
        return Fitness.NOT, say(N_("Everything is paid."))
    opens = following.due_on + timedelta(days=agreement.grace_days + 1)
    return Fitness.NOT_YET, say(N_("Nothing is unpaid beyond its grace. It opens on {day} if instalment "
                                   "{number} is not paid by then."), day=opens, number=following.number)


def _demand(book: Ledger, wait: tuple[Fitness, Sentence] | None) -> Advised:
    source = say(N_("People's Mediation Law, art. 31; Consultation and Mediation Provisions, art. 32"))
    fitness, reason = wait or (Fitness.FITS, say(
        N_("{owed} is due and unpaid, and the grace is over. The office urges the debtors to keep what was "
           "agreed and says what may follow."), owed=book.owed_today))
    return Advised(Step.DEMAND, fitness, reason, source)


def _alone(step: Step, advice: Advice, broken: bool, wait: tuple[Fitness, Sentence] | None) -> Advised:
    """A route that is closed by itself says so first; one that is open waits for the default."""
    if advice.is_open and not broken and wait is not None:
        return Advised(step, *wait, advice.source)
    return Advised(step, _FITNESS[advice.fit], advice.reason, advice.source)


def _jointly(step: Step, advice: Advice) -> Advised:
    return Advised(step, _FITNESS[advice.fit], advice.reason, advice.source)


def _enforcement(wait: tuple[Fitness, Sentence] | None) -> Advised:
    source = say(N_("Mediation and Arbitration Law, art. 51; Civil Procedure Law, art. 206"))
    fitness, reason = wait or (Fitness.WITH_TITLE, say(
        N_("The agreement itself is not enforced: it takes the mediation statement that the commission made "
           "of it, or the ruling by which a court confirmed it. Enter its number and day.")))
    return Advised(Step.ENFORCEMENT, fitness, reason, source)


def _certificate() -> Advised:
    return Advised(Step.CERTIFICATE, Fitness.FITS, say(N_(
        "For the court that is asked to confirm the agreement: that this office held the mediation.")),
        say(N_("Interpretation of the Civil Procedure Law, art. 354")))
