"""The clocks of a case: periods the law sets, each with its start, its end and its source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from mediation_desk.domain.calendar import WorkCalendar
from mediation_desk.domain.case import Case
from mediation_desk.domain.settlement.periods import confirmation_end, review_end
from mediation_desk.domain.vocabulary import ClockKind, Status
from mediation_desk.domain.words import N_, DeskError

ACCEPTANCE_WORKDAYS = 3  # Consultation and Mediation Provisions, art. 22
MEDIATION_DAYS = 15  # the same, art. 29; Mediation and Arbitration Law, art. 14(3)
LONGEST_EXTENSION = 15  # 人社厅发〔2024〕4号

CHANCES = (ClockKind.REVIEW, ClockKind.CONFIRMATION)
"""Joint applications that the sides may make: when their time is over, nobody is late."""
MOVED_BY_HOLIDAYS = (ClockKind.ACCEPTANCE, *CHANCES)
"""Clocks whose end depends on which days are days off; the others are counted in plain days."""

LAW = {
    ClockKind.ACCEPTANCE: N_("Consultation and Mediation Provisions, art. 22: three working days"),
    ClockKind.ARBITRATION_OPEN: N_("Mediation and Arbitration Law, art. 14: 15 days from receipt"),
    ClockKind.MEDIATION_END: N_("Consultation and Mediation Provisions, art. 29: 15 days from acceptance"),
    ClockKind.REVIEW: N_("Arbitration Case Rules, art. 74: 15 days from effect, jointly"),
    ClockKind.CONFIRMATION: N_("People's Mediation Law, art. 33: 30 days from effect, jointly"),
}


@dataclass(frozen=True)
class Clock:
    """One running or finished period; ``done_on`` is the day on which it was met.

    ``unannounced``: the years whose holidays are not known yet and may still move its end.
    """

    kind: ClockKind
    starts_on: date
    due_on: date
    done_on: date | None = None
    unannounced: tuple[int, ...] = ()

    @property
    def running(self) -> bool:
        """Whether it still waits to be met."""
        return self.done_on is None

    def days_left(self, on: date) -> int:
        """Calendar days from ``on`` to the end; negative when it has passed."""
        return (self.due_on - on).days


def clocks(case: Case, calendar: WorkCalendar) -> list[Clock]:
    """All clocks that have started, in the order of the road."""
    ended = case.refused_on or case.closed_on or case.voided_on
    decided = case.accepted_on or ended
    agreement = case.agreement
    signed = agreement.signed_on if agreement else None
    accept_by = calendar.after_workdays(case.received_on, ACCEPTANCE_WORKDAYS)
    found = [
        Clock(ClockKind.ACCEPTANCE, case.received_on, accept_by, decided,
              calendar.unannounced(accept_by)),
        Clock(ClockKind.ARBITRATION_OPEN, case.received_on,
              case.received_on + timedelta(days=MEDIATION_DAYS), signed or ended),
    ]
    if case.accepted_on:
        found.append(Clock(ClockKind.MEDIATION_END, case.accepted_on,
                           mediation_end(case), signed or ended))
    if signed:
        for kind, end in ((ClockKind.REVIEW, review_end(signed, calendar)),
                          (ClockKind.CONFIRMATION, confirmation_end(signed, calendar))):
            found.append(Clock(kind, signed, end, ended, calendar.unannounced(end)))
    return found


def mediation_end(case: Case) -> date:
    """The last day of mediation: 15 days from acceptance, or as both sides extended it."""
    if case.accepted_on is None:
        raise DeskError(N_("Accept the case first: both sides must consent."))
    return case.extended_to or case.accepted_on + timedelta(days=MEDIATION_DAYS)


def extend(case: Case, until: date) -> None:
    """Extend the mediation with both sides' consent, by no more than 15 days."""
    case.require_accepted()
    assert case.accepted_on is not None
    first_end = case.accepted_on + timedelta(days=MEDIATION_DAYS)
    last_end = first_end + timedelta(days=LONGEST_EXTENSION)
    if not first_end < until <= last_end:
        raise DeskError(N_("An extension ends after {first} and not later than {last}."),
                        field="extended_to", first=first_end, last=last_end)
    case.extended_to = until


def next_clock(case: Case, calendar: WorkCalendar) -> Clock | None:
    """The clock that ends first among those still running; none in a case that is over.

    The two joint applications are chances, not duties, so they never count as the case's clock. Of two
    that end on one day, the end of mediation says more than the way to arbitration that it opens.
    """
    if case.status is not Status.OPEN:
        return None
    running = [c for c in clocks(case, calendar) if c.running and c.kind not in CHANCES]
    return min(running, key=lambda c: (c.due_on, c.kind is ClockKind.ARBITRATION_OPEN), default=None)
