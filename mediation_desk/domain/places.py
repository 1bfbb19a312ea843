"""The rooms of the office, and the communities, parks and stations that its mediators go to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mediation_desk.domain.vocabulary import PlaceKind


@dataclass(eq=False, kw_only=True)
class OfficePlace:
    """A place where the office holds sessions."""

    id: UUID
    kind: PlaceKind
    name: str
    address: str = ""
    removed_at: datetime | None = None
