"""Matters that came in and were put aside before they were registered: the office owes them the same day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mediation_desk.domain.vocabulary import Source


@dataclass(eq=False, kw_only=True)
class WaitingMatter:
    """What was entered of a matter. ``content``: the intake as it stood, as a text; ``case_id``: the case as
    which it was registered, which is in no way its owner; ``dropped_why``: why it was not."""

    id: UUID
    came_at: datetime
    source: Source
    title: str = ""
    content: str = ""
    kept_by: UUID
    registered_as: UUID | None = None
    dropped_why: str = ""
    removed_at: datetime | None = None
