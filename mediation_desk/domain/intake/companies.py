"""Companies as the office knows them: particulars kept once, and copied into cases as they were."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mediation_desk.domain.vocabulary import Business


@dataclass(eq=False, kw_only=True)
class Company:
    """One company of the office's list. Cases hold copies: what changes here changes no case."""

    id: UUID
    name: str
    credit_code: str = ""
    legal_representative: str = ""
    legal_representative_post: str = ""
    business: Business | None = None
    phone: str = ""
    address: str = ""
    removed_at: datetime | None = None
