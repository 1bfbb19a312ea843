"""What a side said alone, as the store keeps it: sealed under the key of the case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mediation_desk.domain.vocabulary import SealedKind, Side


@dataclass(eq=False, kw_only=True)
class SealedItem:
    """What a side said alone, as ciphertext: readable only with the case's key."""

    id: UUID
    case_id: UUID
    side: Side
    kind: SealedKind
    sealed: bytes
    written_at: datetime
    written_by: UUID
    released_at: datetime | None = None  # an offer that was told to the other side since
    removed_at: datetime | None = None


@dataclass(eq=False, kw_only=True)
class CaseKeyWrap:
    """The case's key, wrapped for one mediator of the case.

    ``generation`` counts the case's keys: a new one is made when a mediator leaves the case.
    ``for_key`` is the fingerprint of the public key it was wrapped for: when the account has
    another one since (its password was reset), or none was at hand (a supervisor named the
    mediator), a colleague's program wraps the key anew.
    """

    id: UUID
    case_id: UUID
    account_id: UUID
    wrapped: bytes
    for_key: bytes = b""
    generation: int = 1
    removed_at: datetime | None = None
