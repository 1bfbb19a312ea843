"""Factors of control: what was said of each, and the mediator's own view of where it leans."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(eq=False, kw_only=True)
class RelationshipEntry:
    """What each side says on one factor of the relationship; ``leaning`` is the mediator's own."""

    id: UUID
    case_id: UUID
    factor: str
    applicant: str | None = None
    respondent: str | None = None
    leaning: str | None = None
    evidence: str = ""
    note: str = ""
    removed_at: datetime | None = None
