"""Asking to see a party's whole numbers: each asking is a row of its own, and so in the journal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(eq=False, kw_only=True)
class Unmasking:
    """Somebody asked for the ID number and phone of a party, at an instant in UTC."""

    id: UUID
    case_id: UUID
    party_id: UUID
    account_id: UUID
    at: datetime
