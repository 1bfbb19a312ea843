"""Consent to go on beyond the fifteen days, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from mediation_desk.domain.people import Party


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


def not_consenting(consents: Iterable[ExtensionConsent], parties: Sequence[Party], until: date
                   ) -> list[Party]:
    """The parties who did not consent to go on until that day. Who consented to a later one did."""
    known = {one.party_id for one in consents if one.until >= until}
    return [party for party in parties if party.id not in known]
