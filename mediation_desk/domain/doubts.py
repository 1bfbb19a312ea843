"""What speaks against an outcome as the case stands: it is asked about before the case is closed so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from mediation_desk.domain.case import Case
from mediation_desk.domain.file_review import unanswered
from mediation_desk.domain.money import Money, total
from mediation_desk.domain.referral.referrals import is_open, is_out
from mediation_desk.domain.vocabulary import Outcome
from mediation_desk.domain.words import N_, DeskError, Sentence, say

_WITHOUT = (Outcome.RECONCILED, Outcome.NO_AGREEMENT, Outcome.WITHDRAWN, Outcome.REFERRED)


class Doubted(DeskError):
    """What is about to be decided contradicts the case. ``doubts`` say how; it is kept once somebody is
    sure. ``field`` is that of the first."""

    def __init__(self, doubts: Sequence[Sentence], field: str) -> None:
        super().__init__(doubts[0].text, field=field, **doubts[0].particulars)
        self.doubts = tuple(doubts)


def doubts(case: Case, outcome: Outcome, on: date, owed: Money) -> list[Sentence]:
    """Each contradiction in words; ``owed``: outstanding on that day. What is refused outright
    (:meth:`Case.close`) is none of them."""
    return [*_of_outcome(case, outcome, owed), *_of_day(case, on)]


def review_doubts(case: Case) -> list[Sentence]:
    """What the review of the file leaves: points that do not hold; and points that nobody looked at, of a
    case in which an agreement was signed, or in which somebody began to look."""
    found = [say(N_("{point}: no. {note}"), point=say(one.point.label), note=one.note)
             for one in case.review if one.holds is False]
    open_ = unanswered(case.review, signed=case.is_signed)
    if open_ and (case.is_signed or case.review):
        found.append(say(N_("Not looked at before closing: {points}."),
                         points=[say(one.label) for one in open_]))
    return found


def referral_doubts(case: Case) -> list[Sentence]:
    """What still lies with another office, or was to go there, whatever the outcome is. The whole matter
    closes with its office, and is answered all the same."""
    return list(_of_referrals(case))


def _of_referrals(case: Case) -> Iterator[Sentence]:
    for one in case.referrals:
        if is_out(one) and not one.whole:
            yield say(N_("A part is still with {office}: {part}. What comes back can be noted after the "
                         "closing."), office=one.office, part=one.part or one.number)
        elif one.handed_on is None and is_open(one):
            yield say(N_("A referral to {office} is drafted, and was not handed over."), office=one.office)


def _of_outcome(case: Case, outcome: Outcome, owed: Money) -> Iterator[Sentence]:
    if outcome is Outcome.AGREEMENT and case.is_signed and not owed:
        yield say(N_("Everything is paid; choose “{better}” instead."), better=say(Outcome.PERFORMED.label))
    reached = [one for one in case.visits if one.reached]
    if outcome is Outcome.PERFORMED and reached and not reached[-1].performed:
        yield say(N_("The last return visit says that the agreement was not performed."))
    if outcome in _WITHOUT:
        yield from _of_ending(case, outcome)


def _of_ending(case: Case, outcome: Outcome) -> Iterator[Sentence]:
    """Outcomes without an agreement made here."""
    if case.is_signed:
        yield say(N_("An agreement was signed on {day}; {paid} of {total} is paid."),
                  day=case.first_signed_on, total=case.signed_agreement.total,
                  paid=total(payment.amount for payment in case.payments))
    accepted = next((offer for offer in case.offers if offer.accepted_at), None)
    if accepted is not None and not case.is_signed:
        yield say(N_("An offer of {amount} was accepted at the table."), amount=accepted.amount)
    if outcome is Outcome.NO_AGREEMENT and case.accepted_on is None:
        yield say(N_("The case was never accepted, so nothing was mediated; refuse the application under "
                     "Intake instead."))


def _of_day(case: Case, on: date) -> Iterator[Sentence]:
    """What lies after the day on which the case is said to be closed."""
    later = [*((N_("A payment is booked for {day}, after the closing."), one.paid_on)
               for one in case.payments),
             *((N_("A return visit is dated {day}, after the closing."), one.visited_on)
               for one in case.visits),
             *((N_("A session is set for {day}, after the closing."), one.starts_at.date())
               for one in case.sessions if one.takes_place)]
    for text, day in later:
        if day > on:
            yield say(text, day=day)
