"""Mediation sessions and who attended them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from mediation_desk.domain.vocabulary import Attendance, SessionForm, SessionMode, Side


@dataclass(eq=False, kw_only=True)
class Attendee:
    """Somebody who attended a session, and as what."""

    id: UUID
    case_id: UUID
    session_id: UUID
    attendance: Attendance
    name: str
    position: int = 0
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
    attendees_all: list[Attendee] = field(default_factory=list)
    removed_at: datetime | None = None

    @property
    def attendees(self) -> list[Attendee]:
        """Those present, in the order they were named."""
        return sorted((a for a in self.attendees_all if not a.removed_at), key=lambda a: a.position)
