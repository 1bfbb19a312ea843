"""What becomes of each claim of each worker: paid, waived, or replaced by something else that is done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from mediation_desk.domain.money import Money
from mediation_desk.domain.vocabulary import ClaimHandling, InKind


@dataclass(eq=False, kw_only=True)
class ClaimTerm:
    """What the agreement makes of one claim of one worker.

    ``amount``: what is paid for it; ``in_kind``: what is done instead, ``by``: until when; ``note``: the same
    more closely, in the parties' words.
    """

    id: UUID
    case_id: UUID
    agreement_id: UUID
    worker_id: UUID
    claim: str
    handling: ClaimHandling
    amount: Money | None = None
    in_kind: InKind | None = None
    by: date | None = None
    note: str = ""
    position: int = 0
    removed_at: datetime | None = None
