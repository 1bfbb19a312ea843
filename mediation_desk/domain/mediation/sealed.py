"""What a side said alone, as the store keeps it: sealed under the key of the case; and what it may say."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mediation_desk.domain.money import ZERO, Money
from mediation_desk.domain.vocabulary import SealedKind, Side
from mediation_desk.domain.words import N_, DeskError

HEARD = (SealedKind.NOTE, SealedKind.INTEREST, SealedKind.ADMISSION)
"""What a side said in words: kept as it was said, and told, in words of their own, once it may be."""


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


def stands_for(said_by: UUID | None, consenting: Collection[UUID], members: Sequence[UUID]
               ) -> tuple[UUID, ...]:
    """For whom of its side a bottom line stands, in the side's order.

    ``said_by`` None: the side as a whole. One of the ``members`` speaks for nobody else, and an elected
    representative for those who consented: to settle needs the consent of the represented (Labour Dispute
    Mediation and Arbitration Law, art. 7; Arbitration Case Rules, art. 63).
    """
    if said_by is None:
        return tuple(members)
    if said_by in members:
        return (said_by,)
    return tuple(one for one in members if one in consenting)


def check_line(amount: Money, first_share: Money | None, fewest: int | None, most: int | None) -> None:
    """Refuse in words a bottom line whose parts do not go together."""
    if amount <= ZERO:
        raise DeskError(N_("Enter an amount above zero."), field="bottom_line")
    if first_share is not None and first_share > amount:
        raise DeskError(N_("The first share cannot be more than the amount."), field="first_share")
    if fewest is not None and most is not None and fewest > most:
        raise DeskError(N_("The fewest instalments cannot be more than the most."), field="fewest")
