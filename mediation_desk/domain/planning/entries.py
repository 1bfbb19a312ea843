"""What a calendar shows: sessions, statutory days, instalments, return visits and papers to be received, one
frozen row each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

from mediation_desk.domain.agenda import DUTIES
from mediation_desk.domain.intake.order.terms import OrderClockKind
from mediation_desk.domain.money import ZERO, Money
from mediation_desk.domain.vocabulary import (
    ClockKind,
    SessionForm,
    SessionMode,
    SessionState,
    Side,
    Term,
    VisitOccasion,
)
from mediation_desk.domain.words import N_

ASSUMED = timedelta(hours=1)
"""How long a session is taken to last where nobody said; whoever shows it says so."""
STILL_TO_BE_HELD = (None, SessionState.PLANNED)  # None: entered by a program that did not ask


class EntryKind(Term):
    """What there is in a calendar."""

    SESSION = "session", N_("Session")
    PERIOD = "period", N_("Statutory day")
    INSTALMENT = "instalment", N_("Instalment")
    VISIT = "visit", N_("Return visit")
    SERVICE = "service", N_("Papers to be received")
    ORDER = "order", N_("Work order")
    REFERRAL = "referral", N_("Answers of other offices")


OWED = (EntryKind.INSTALMENT, EntryKind.SERVICE, EntryKind.ORDER)
"""What somebody has to do by its day."""
OUTLASTING = (EntryKind.ORDER, EntryKind.REFERRAL)
"""What is waited for also once the case is over."""


class Span(StrEnum):
    """How much of the calendar is in view."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True)
class CalendarFilter:
    """Whose, in which room, and of which site's cases; None and "": everybody's, everywhere. A room has
    sessions alone."""

    mediator_id: UUID | None = None
    room: str = ""
    site_id: UUID | None = None  # HERE: the office itself


ALL = CalendarFilter()
"""Everybody's, everywhere."""


@dataclass(frozen=True, kw_only=True)
class CaseInBrief:
    """What a calendar says of a case."""

    case_id: UUID
    number: str
    first_applicant: str
    applicant_count: int
    respondent: str
    respondent_count: int
    respondent_units: int


@dataclass(frozen=True, kw_only=True)
class CalendarEntry:
    """One thing in the calendar; hours are those of the office's wall clock.

    ``case`` None: a colleague's hour, of whose case, session and place nothing is said (``busy``).
    ``ends_at`` None: nobody said how long it lasts, or it has no hour at all.
    ``own``: the reader is a mediator of its case. ``open``: the case is still worked on.
    """

    kind: EntryKind
    on: date
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    mediator_id: UUID
    mediator: str = ""
    case: CaseInBrief | None = None
    own: bool = False
    open: bool = False
    row_id: UUID | None = None  # of the session
    clock: ClockKind | None = None
    order: OrderClockKind | None = None  # which clock of a work order ends
    ends_by: datetime | None = None  # the hour at which it does
    number: int = 0  # of the instalment; how many papers are to be received
    amount: Money = ZERO  # still owed of it
    form: SessionForm | None = None
    mode: SessionMode | None = None
    side: Side | None = None
    state: SessionState | None = None
    occasion: VisitOccasion | None = None  # of a return visit that is still to be made
    place: str = ""

    @property
    def busy(self) -> bool:
        """Whether only the hour may be known."""
        return self.case is None

    @property
    def until(self) -> datetime | None:
        """Its end, assumed where nobody said it; None for what has no hour."""
        return self.ends_at or (self.starts_at + ASSUMED if self.starts_at else None)

    @property
    def assumed(self) -> bool:
        """Whether its end is assumed."""
        return self.starts_at is not None and self.ends_at is None

    @property
    def called_off(self) -> bool:
        """Whether it does not take place."""
        return self.state is SessionState.CALLED_OFF

    @property
    def movable(self) -> bool:
        """Whether the reader may set it to another time: their own session, still to be held."""
        return (self.kind is EntryKind.SESSION and self.own and self.open
                and self.state in STILL_TO_BE_HELD)

    def is_late(self, today: date) -> bool:
        """Whether somebody owes it since before ``today``; the joint applications are nobody's duty."""
        duty = (self.kind in (*OWED, EntryKind.REFERRAL) or self.clock in DUTIES
                or self.occasion is not None)
        return duty and (self.open or self.kind in OUTLASTING) and self.on < today


def in_order(entry: CalendarEntry) -> tuple[date, bool, datetime, str, str]:
    """Day by day; what has no hour first, then by the hour."""
    return (entry.on, entry.starts_at is not None, entry.starts_at or datetime.combine(entry.on, time()),
            entry.case.number if entry.case else "", entry.mediator)


def days_of(span: Span, day: date) -> tuple[date, date]:
    """The first and the last day in view with ``day`` in it: the day, its week from Monday on, or the whole
    weeks that hold its month."""
    one, week = timedelta(days=1), timedelta(days=6)
    if span is Span.DAY:
        return day, day
    if span is Span.WEEK:
        monday = day - one * day.weekday()
        return monday, monday + week
    first = day.replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - one
    return first - one * first.weekday(), last + one * (6 - last.weekday())
