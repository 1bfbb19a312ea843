"""What was copied into another platform's form, so that nobody copies it twice or forgets it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(eq=False, kw_only=True)
class CopiedField:
    """One field of a copy sheet. ``sha256``: of the text that was copied; another text has not been."""

    id: UUID
    case_id: UUID
    platform: str  # the name of its table in forms/platforms/
    field: str
    sha256: str
    copied_by: UUID
    copied_at: datetime
    removed_at: datetime | None = None
