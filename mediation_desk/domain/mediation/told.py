"""What a side said alone and allowed to be told to the other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mediation_desk.domain.vocabulary import Side


@dataclass(eq=False, kw_only=True)
class ToldFact:
    """A fact that its side allowed to be told, in the words in which it may be told.

    ``sealed_id``: the sealed entry that it comes from. ``shown_at``: since when the other side's page has
    shown it; from then on it is out.
    """

    id: UUID
    case_id: UUID
    side: Side
    text: str
    released_at: datetime
    released_by: UUID
    sealed_id: UUID | None = None
    shown_at: datetime | None = None
    removed_at: datetime | None = None
