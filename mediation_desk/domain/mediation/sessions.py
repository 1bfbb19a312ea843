"""Mediation sessions and who attended them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import Protocol
from uuid import UUID

from mediation_desk.domain.mediation.minutes import MinuteEntry
from mediation_desk.domain.mediation.presence import SessionPresence, Stretch, running
from mediation_desk.domain.vocabulary import (
    Attendance,
    NoResult,
    SessionForm,
    SessionMode,
    SessionResult,
    SessionState,
    Side,
)
from mediation_desk.domain.words import N_, DeskError


@dataclass(eq=False, kw_only=True)
class Attendee:
    """Somebody who attended a session, and as what."""

    id: UUID
    case_id: UUID
    session_id: UUID
    attendance: Attendance
    name: str
    position: int = 0
    language: str | None = None  # an interpreter's
    removed_at: datetime | None = None


@dataclass(eq=False, kw_only=True)
class MediationSession:
    """One mediation session; its record holds joint matters only, never what a side said alone.

    What its paper says of the hour at which it ended, of who wrote the record, of whether the
    parties were told their rights and whether anybody asked for another mediator is what somebody
    entered; None where nobody did.
    """

    id: UUID
    case_id: UUID
    starts_at: datetime  # the office's wall clock, no time zone
    form: SessionForm = SessionForm.OFFICE
    mode: SessionMode = SessionMode.JOINT
    side: Side | None = None  # with whom, when back to back
    place: str = ""
    record: str = ""
    ended_at: datetime | None = None  # likewise
    recorder: str | None = None
    rights_told: bool | None = None
    change_asked: bool | None = None
    state: SessionState | None = None  # None: entered by a program that did not ask
    until: datetime | None = None  # planned to last until then; the office's wall clock
    mediator_id: UUID | None = None  # None: the case's own
    continues_id: UUID | None = None  # the adjourned session that it goes on from
    result: SessionResult | None = None
    no_result: NoResult | None = None
    attendees_all: list[Attendee] = field(default_factory=list)
    presences_all: list[SessionPresence] = field(default_factory=list)
    stretches_all: list[Stretch] = field(default_factory=list)
    minutes_all: list[MinuteEntry] = field(default_factory=list)
    removed_at: datetime | None = None

    @property
    def attendees(self) -> list[Attendee]:
        """Those present, in the order they were named."""
        return sorted((a for a in self.attendees_all if not a.removed_at), key=lambda a: a.position)

    @property
    def presences(self) -> list[SessionPresence]:
        """What was answered of each party: whether it came."""
        return [one for one in self.presences_all if not one.removed_at]

    @property
    def stretches(self) -> list[Stretch]:
        """When the clock ran, and for whom, in order."""
        return sorted((one for one in self.stretches_all if not one.removed_at),
                      key=lambda one: (one.began_at, one.id))

    @property
    def takes_place(self) -> bool:
        """Whether it was or will be held, as far as is known: nobody called it off."""
        return self.state is not SessionState.CALLED_OFF

    def stop_clock(self, now: datetime) -> None:
        """Let the clock stop at that instant, where it runs."""
        if (one := running(self.stretches)) is not None:
            one.ended_at = max(now, one.began_at)

    @property
    def minutes(self) -> list[MinuteEntry]:
        """The joint minutes, in their order."""
        return sorted((one for one in self.minutes_all if not one.removed_at),
                      key=lambda one: (one.position, one.id))


def wall_clock(now: datetime, zone: tzinfo) -> datetime:
    """An instant by the clock on the office's wall, without a zone, as sessions are written down."""
    return now.astimezone(zone).replace(tzinfo=None)


class Sitting(Protocol):
    """The particulars of a session, drafted or kept."""

    @property
    def starts_at(self) -> datetime:
        """When it begins, by the clock on the wall."""

    @property
    def ended_at(self) -> datetime | None:
        """When it was over, where somebody entered that."""

    @property
    def until(self) -> datetime | None:
        """Until when it was planned to last."""

    @property
    def state(self) -> SessionState | None:
        """How far it has come, where somebody said so."""

    @property
    def form(self) -> SessionForm:
        """How it is held."""

    @property
    def mode(self) -> SessionMode:
        """Who sits together."""

    @property
    def side(self) -> Side | None:
        """With whom, when back to back."""

    @property
    def place(self) -> str:
        """Where."""

    @property
    def record(self) -> str:
        """What both sides may read."""


def check_session(session: Sitting) -> None:
    """Refuse particulars that do not go together, beside the field that they concern."""
    if session.ended_at is not None and session.ended_at <= session.starts_at:
        raise DeskError(N_("A session ends after it began."), field="ended_at")
    if session.until is not None and session.until <= session.starts_at:
        raise DeskError(N_("A session ends after it began."), field="until")
    if session.form is SessionForm.MOBILE and not session.place.strip():
        raise DeskError(N_("Say where the mobile session is held."), field="place")
    if session.mode is SessionMode.CAUCUS and session.side is None and session.state is None:
        raise DeskError(N_("Say which side the mediator talked to."), field="side")
    if session.mode is SessionMode.CAUCUS and session.record.strip():
        raise DeskError(N_("This record would be open to others than the mediators. What a side said alone "
                           "belongs under “Said alone”."), field="record")
