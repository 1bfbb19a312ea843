"""Offers told to both sides, round by round."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mediation_desk.domain.money import Money
from mediation_desk.domain.vocabulary import Side


@dataclass(eq=False, kw_only=True)
class Offer:
    """An offer that its side allowed to be told to the other."""

    id: UUID
    case_id: UUID
    round: int
    side: Side
    amount: Money
    instalments: int = 1
    terms: str = ""
    released_at: datetime | None = None
    accepted_at: datetime | None = None
    removed_at: datetime | None = None


def next_round(offers: Iterable[Offer], side: Side) -> int:
    """The round that the side's next offer belongs to."""
    return max((offer.round for offer in offers if offer.side is side), default=0) + 1
