"""What becomes of each claim of each worker: paid, waived, or replaced by something else that is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from mediation_desk.domain.money import Money
from mediation_desk.domain.vocabulary import ClaimHandling, InKind, TaxHandling

Place = tuple[UUID, str]
"""A worker, and one of the worker's claims."""


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


@dataclass(frozen=True)
class Handling:
    """What becomes of one claim of one worker, as a person set it; the fields as in :class:`ClaimTerm`."""

    worker_id: UUID
    claim: str
    handling: ClaimHandling
    amount: Money | None = None
    in_kind: InKind | None = None
    by: date | None = None
    note: str = ""

    @property
    def place(self) -> Place:
        """Whose claim it is, and which."""
        return self.worker_id, self.claim

    @property
    def is_paid(self) -> bool:
        """Whether money is paid for it."""
        return self.handling is ClaimHandling.PAID


@dataclass(frozen=True)
class Handled:
    """What becomes of the claims, as far as it is said, and how the tax is handled; None: not said."""

    claims: tuple[Handling, ...] = ()
    tax: TaxHandling | None = None

    def by_worker(self) -> Mapping[UUID, list[Handling]]:
        """What is said of each worker's claims; one pass, however many they are."""
        found: dict[UUID, list[Handling]] = {}
        for one in self.claims:
            found.setdefault(one.worker_id, []).append(one)
        return found
