"""How a case ends: its outcome, the return visits, and what must be true before it closes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from mediation_desk.domain.vocabulary import Outcome, Satisfaction, Status, VisitManner

SETTLED = frozenset({Outcome.PERFORMED, Outcome.AGREEMENT, Outcome.RECONCILED})
"""The outcomes with which the sides settled: nothing else is told in green."""
STATUS_AFTER = {
    Outcome.REFUSED: Status.REFUSED,
    Outcome.REFERRED: Status.REFERRED,
    Outcome.WITHDRAWN: Status.WITHDRAWN,
}


@dataclass(eq=False, kw_only=True)
class ReturnVisit:
    """The office asked a party afterwards how it went."""

    id: UUID
    case_id: UUID
    visited_on: date
    manner: VisitManner = VisitManner.PHONE
    party_id: UUID | None = None
    performed: bool = True
    satisfaction: Satisfaction = Satisfaction.SATISFIED
    note: str = ""
    removed_at: datetime | None = None
