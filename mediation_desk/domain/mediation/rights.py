"""That each party was told its rights, what it answered, and how a request for another mediator ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from mediation_desk.domain.vocabulary import RightsAnswer


@dataclass(eq=False, kw_only=True)
class RightsTold:
    """The act of telling one party its rights and duties: its day, who told, and what was answered."""

    id: UUID
    case_id: UUID
    party_id: UUID
    told_on: date
    told_by: str
    answer: RightsAnswer
    session_id: UUID | None = None
    note: str = ""
    removed_at: datetime | None = None


@dataclass(eq=False, kw_only=True)
class Recusal:
    """A party asks for another mediator; ``granted`` None: not decided yet."""

    id: UUID
    case_id: UUID
    party_id: UUID
    asked_on: date
    of_whom: str
    reason: str = ""
    decided_on: date | None = None
    decided_by: str = ""
    granted: bool | None = None
    decision: str = ""
    removed_at: datetime | None = None
