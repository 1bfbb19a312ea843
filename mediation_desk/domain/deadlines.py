"""The clocks of a case: periods the law sets, each with its start, its end and its source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from mediation_desk.domain.calendar import WorkCalendar
from mediation_desk.domain.case import Case
from mediation_desk.domain.mediation.extension import ExtensionConsent, not_consenting
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
    signed, first = agreement.signed_on if agreement else None, case.first_signed_on
    accept_by = calendar.after_workdays(case.received_on, ACCEPTANCE_WORKDAYS)
    found = [
        Clock(ClockKind.ACCEPTANCE, case.received_on, accept_by, decided,
              calendar.unannounced(accept_by)),
        Clock(ClockKind.ARBITRATION_OPEN, case.received_on,
              case.received_on + timedelta(days=MEDIATION_DAYS), first or ended),
    ]
    if case.accepted_on:
        found.append(Clock(ClockKind.MEDIATION_END, case.accepted_on,
                           mediation_end(case), first or ended))
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


def extension_days(case: Case) -> tuple[date, date]:
    """The end of the first fifteen days, after which an extension ends, and the last day on which it may."""
    case.require_accepted()
    assert case.accepted_on is not None
    first_end = case.accepted_on + timedelta(days=MEDIATION_DAYS)
    return first_end, first_end + timedelta(days=LONGEST_EXTENSION)


def check_extension(case: Case, until: date) -> None:
    """An extension ends within fifteen days after the first fifteen (人社厅发〔2024〕4号)."""
    first_end, last_end = extension_days(case)
    if not first_end < until <= last_end:
        raise DeskError(N_("An extension ends after {first} and not later than {last}."),
                        field="extended_to", first=first_end, last=last_end)


def consent_to_extension(case: Case, consent: ExtensionConsent, today: date) -> None:
    """Keep that one party consents to go on until a day; what it consented to before gives way."""
    check_extension(case, consent.until)
    case.party(consent.party_id)
    if consent.agreed_on > today:
        raise DeskError(N_("That day lies in the future."), field="agreed_on")
    if case.accepted_on and consent.agreed_on < case.accepted_on:
        raise DeskError(N_("A consent to go on follows the acceptance of the case."), field="agreed_on")
    case.extensions_all.append(consent)


def extend(case: Case, until: date) -> None:
    """Extend the mediation by no more than 15 days, with the consent of every applicant and every respondent
    that takes part (Consultation and Mediation Provisions, art. 29)."""
    check_extension(case, until)
    silent = not_consenting(case.extension_consents, [*case.applicants, *case.respondents], until)
    if silent:
        raise DeskError(N_("Mediation goes on only with everybody's consent. These have not consented to "
                           "{until}: {names}."), field="extended_to", until=until,
                        names=[party.name for party in silent])
    case.extended_to = until


WARNED_AT = (1, 3)
"""So many days before the end of mediation the page warns."""


def warned_at(left: int) -> int | None:
    """Which of the warnings is due with so many days left; 0 when the time is over, None while there is
    time."""
    if left < 0:
        return 0
    return next((days for days in WARNED_AT if left <= days), None)


def next_clock(case: Case, calendar: WorkCalendar) -> Clock | None:
    """The clock that ends first among those still running; none in a case that is over.

    The two joint applications are chances, not duties, so they never count as the case's clock. Of two
    that end on one day, the end of mediation says more than the way to arbitration that it opens.
    """
    if case.status is not Status.OPEN:
        return None
    running = [c for c in clocks(case, calendar) if c.running and c.kind not in CHANCES]
    return min(running, key=lambda c: (c.due_on, c.kind is ClockKind.ARBITRATION_OPEN), default=None)
