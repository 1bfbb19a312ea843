"""Who came to a session, and how long the mediator sat with whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mediation_desk.domain.vocabulary import Authority, Presence, Side


@dataclass(eq=False, kw_only=True)
class SessionPresence:
    """Whether one party came to a session, as somebody answered it.

    ``by``: who came for it, where it was represented. ``authority``: what that person may do, None where
    nobody said; ``authority_seen``: whether the paper that says so was seen, None where nobody answered.
    """

    id: UUID
    case_id: UUID
    session_id: UUID
    party_id: UUID
    presence: Presence
    by: str = ""
    authority: Authority | None = None
    authority_seen: bool | None = None
    removed_at: datetime | None = None


@dataclass(eq=False, kw_only=True)
class Stretch:
    """A stretch of a session in which the clock ran; ``side`` None: with both sides together.

    ``ended_at`` None: it runs still. Both are instants.
    """

    id: UUID
    case_id: UUID
    session_id: UUID
    side: Side | None = None
    began_at: datetime
    ended_at: datetime | None = None
    removed_at: datetime | None = None
