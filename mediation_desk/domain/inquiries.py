"""Inquiries: what somebody said when the office asked them (调查笔录)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from mediation_desk.domain.words import N_, DeskError


@dataclass(eq=False, kw_only=True)
class Inquiry:
    """One inquiry. ``began`` and ``ended``: the hour as it was entered; ``person``: who was asked, a party or
    not, with ``person_is`` for what they are to the matter; ``text``: questions and answers, a line each."""

    id: UUID
    case_id: UUID
    held_on: date
    began: str = ""
    ended: str = ""
    place: str = ""
    asked_by: str = ""
    recorder: str = ""
    party_id: UUID | None = None
    person: str = ""
    person_is: str = ""
    text: str = ""
    removed_at: datetime | None = None


def check_inquiry(inquiry: Inquiry, today: date) -> None:
    """It has its day, which is not ahead, and somebody who was asked. What was said may follow by hand."""
    if inquiry.held_on > today:
        raise DeskError(N_("That day lies in the future."), field="held_on")
    if inquiry.party_id is None and not inquiry.person.strip():
        raise DeskError(N_("Say who was asked."), field="person")
    if inquiry.party_id is not None and inquiry.person.strip():
        raise DeskError(N_("Choose a party, or write the name of somebody else; one inquiry asks one "
                           "person."), field="person")
