"""Inquiries: what somebody said when the office asked them (调查笔录)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


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
