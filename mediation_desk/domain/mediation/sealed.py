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
    """That an account is a mediator of the case; and the case's key wrapped for it, once it was let in.

    Being on the case is a right to its open matter alone. The wrap is served only with a line on the
    case's list of holders (:mod:`.holders`) that has the same fingerprint (``for_key``) and
    ``generation``; empty while a mediator waits. ``pinned``: the last state of that list at which this
    account wrote, vouched for by its own private key. ``vouched``: that the wrap was here when the store
    key, which goes into it, was renewed; None for one made since.
    """

    id: UUID
    case_id: UUID
    account_id: UUID
    wrapped: bytes = b""
    for_key: bytes = b""
    generation: int = 1
    removed_at: datetime | None = None
    pinned: bytes | None = None
    vouched: bytes | None = None
