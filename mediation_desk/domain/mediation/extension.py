"""Consent to go on beyond the fifteen days, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(eq=False, kw_only=True)
class ExtensionConsent:
    """One party consents that the mediation goes on until a day
    (Consultation and Mediation Provisions, art. 29)."""

    id: UUID
    case_id: UUID
    party_id: UUID
    agreed_on: date
    until: date
    removed_at: datetime | None = None
