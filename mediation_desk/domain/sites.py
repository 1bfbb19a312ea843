"""The sites of one centre: street offices, parks and associations where its people sit and cases belong."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(eq=False, kw_only=True)
class Site:
    """A site of the office (站点), with rooms and people of its own."""

    id: UUID
    name: str
    address: str = ""
    phone: str = ""
    removed_at: datetime | None = None
