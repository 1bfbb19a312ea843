"""Who is known from other cases: the same person, joined and parted by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(eq=False, kw_only=True)
class PersonLink:
    """That a party of this case is one person with a party of another, whose key ``same_as`` is. Somebody
    said so, and it is taken back by taking the link out: neither party is changed by it."""

    id: UUID
    case_id: UUID
    party_id: UUID
    same_as: UUID
    joined_by: UUID
    joined_at: datetime
    removed_at: datetime | None = None
