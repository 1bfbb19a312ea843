"""The review before a case is closed: what somebody found on each of the points that are looked at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mediation_desk.domain.vocabulary import FilePoint


@dataclass(eq=False, kw_only=True)
class FilePointAnswer:
    """What was found on one point. ``holds`` None: looked at and left open; ``note``: what is lacking."""

    id: UUID
    case_id: UUID
    point: FilePoint
    holds: bool | None = None
    note: str = ""
    removed_at: datetime | None = None
