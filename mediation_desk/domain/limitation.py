"""Limitation: until when arbitration can be applied for, and what has made the time run anew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mediation_desk.domain.calculators.claims import Limitation
from mediation_desk.domain.calendar import WorkCalendar
from mediation_desk.domain.vocabulary import Term
from mediation_desk.domain.words import N_, DeskError

MONTHS = {Limitation.WAGES: 12, Limitation.GENERAL: 12, Limitation.CIVIL: 36}


class InterruptionKind(Term):
    """What makes the time run anew: Arbitration Case Rules, art. 27, and, from the ninth line on,
    Consultation and Mediation Provisions, art. 31, items 1 to 8."""

    DEMAND = "demand", N_("Rights claimed from the other side")
    APPLICATION = "application", N_("Application for mediation")
    COMPLAINT = "complaint", N_("Complaint to an authority")
    REFERRAL = "referral", N_("Referred to an authority for relief")
    ARBITRATION = "arbitration", N_("Application for arbitration")
    LAWSUIT = "lawsuit", N_("Lawsuit or application for a payment order")
    CONSENT = "consent", N_("The other side agreed to perform")
    PART_PAYMENT = "part_payment", N_("The other side paid a part")
    TALKS_REFUSED = "talks_refused", N_("Talks refused, or no answer within five days")
    TALKS_ENDED = "talks_ended", N_("A side would not go on talking")
    TALKS_FAILED = "talks_failed", N_("No result within the time agreed for talks")
    SETTLEMENT_BROKEN = "settlement_broken", N_("A settlement between the sides was not performed")
    MEDIATION_REFUSED = "mediation_refused", N_("The other side does not consent to mediation")
    MEDIATION_ENDED = "mediation_ended", N_("A side would not go on with the mediation")
    MEDIATION_FAILED = "mediation_failed", N_("No agreement within the time of the mediation")
    AGREEMENT_BROKEN = "agreement_broken", N_("The mediation agreement was not performed in time")


@dataclass(frozen=True, order=True)
class Interruption:
    """An event on a day that makes the time run anew."""

    on: date
    kind: InterruptionKind
    note: str = ""


@dataclass(frozen=True)
class TimeLeft:
    """How a claim stands on a day.

    ``starts_on`` and ``ends_on`` (the last good day) are None while no time runs; ``counted``
    interruptions restarted it, ``too_late`` ones came after it had run out; ``unannounced`` are the
    years whose holidays are not known yet and may still move its end.
    """

    on: date
    starts_on: date | None
    ends_on: date | None
    counted: tuple[Interruption, ...] = ()
    too_late: tuple[Interruption, ...] = ()
    unannounced: tuple[int, ...] = ()

    @property
    def limited(self) -> bool:
        """Whether a time is running at all."""
        return self.ends_on is not None

    @property
    def days_left(self) -> int | None:
        """Days until the last good day, 0 on it, below zero once it has run out; None: no limit."""
        return None if self.ends_on is None else (self.ends_on - self.on).days

    @property
    def expired(self) -> bool:
        """Whether the time has run out."""
        return self.ends_on is not None and self.on > self.ends_on


NO_HOLIDAYS = WorkCalendar()


def standing(rule: Limitation, *, on: date, known_on: date | None, employment_ended_on: date | None = None,
             interruptions: Iterable[Interruption] = (), calendar: WorkCalendar = NO_HOLIDAYS) -> TimeLeft:
    """How a claim stands on that day (Mediation and Arbitration Law, art. 27).

    Wages owed are without limit while employment lasts, then one year from its end; other claims
    one year from the day the breach was or should have been known; civil claims three years
    (Civil Code, art. 188). The day itself is not counted; a last day that is a rest day moves to
    the next working day (Civil Code, arts. 201 and 203). Each interruption within the time makes
    it run anew from that day.
    """
    start = employment_ended_on if rule is Limitation.WAGES else known_on
    if start is None:
        if rule is Limitation.WAGES:
            return TimeLeft(on, None, None)
        raise DeskError(N_("From which day was the breach known? Limitation counts from then."),
                        field="known_on")
    ends = _end(start, rule, calendar)
    counted, too_late = [], []
    for event in sorted(one for one in interruptions if one.on <= on):
        if event.on > ends:
            too_late.append(event)
        elif event.on > start:
            counted.append(event)
            start, ends = event.on, _end(event.on, rule, calendar)
    return TimeLeft(on, start, ends, tuple(counted), tuple(too_late), calendar.unannounced(ends))


def _end(start: date, rule: Limitation, calendar: WorkCalendar) -> date:
    return calendar.period_end(start, months=MONTHS[rule])
