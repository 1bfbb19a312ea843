"""Which column of a list of orders is which, as the office remembers it for each source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mediation_desk.domain.vocabulary import Source


@dataclass(eq=False, kw_only=True)
class OrderLayout:
    """How the lists of one source are read. ``name``: what the office calls the list; ``columns``: as text,
    what each heading means."""

    id: UUID
    source: Source
    name: str
    columns: str
    removed_at: datetime | None = None
