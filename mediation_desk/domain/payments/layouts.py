"""Which column of a bank's statement is which, as the office remembers it for each bank."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(eq=False, kw_only=True)
class BankLayout:
    """How the statements of one bank are read. ``columns``: as text, what each heading means."""

    id: UUID
    bank: str
    columns: str
    removed_at: datetime | None = None
