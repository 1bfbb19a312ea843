"""The joint minutes of a session, entry by entry: of open matter alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mediation_desk.domain.vocabulary import MinuteKind


@dataclass(eq=False, kw_only=True)
class MinuteEntry:
    """One entry of the minutes, in the words that the people at the table may read.

    ``party_id``: whose words it tells. ``about``: what in the open record it was taken from, as the kind of
    row and its key ("offers:…", "exhibits:…", "element_entries:…"), "" where somebody just wrote it.
    """

    id: UUID
    case_id: UUID
    session_id: UUID
    kind: MinuteKind
    party_id: UUID | None = None
    about: str = ""
    text: str = ""
    position: int = 0
    removed_at: datetime | None = None
