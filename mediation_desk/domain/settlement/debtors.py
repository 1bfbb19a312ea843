"""Who owes what is agreed, and who guarantees it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mediation_desk.domain.money import Money
from mediation_desk.domain.vocabulary import Duty


@dataclass(eq=False, kw_only=True)
class Debtor:
    """One party that takes on to pay.

    ``amount``: its share, or the most that it guarantees; None: all of it. ``position``: its place where
    they owe one after the other.
    """

    id: UUID
    case_id: UUID
    agreement_id: UUID
    party_id: UUID
    duty: Duty = Duty.OWES
    amount: Money | None = None
    position: int = 0
    removed_at: datetime | None = None
