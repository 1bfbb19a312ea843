"""Offers told to both sides, round by round."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from mediation_desk.domain.money import ZERO, Money
from mediation_desk.domain.vocabulary import Side
from mediation_desk.domain.words import N_, DeskError


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
    first_share: Money | None = None  # the first instalment
    last_on: date | None = None  # the last instalment's day
    released_by: UUID | None = None  # None: made openly at the table, or by a program that did not note it
    sealed_id: UUID | None = None  # the sealed entry that it was before it was released
    shown_at: datetime | None = None  # since when the other side's page has shown it
    removed_at: datetime | None = None


def check_offer(amount: Money, first_share: Money | None, instalments: int) -> None:
    """Refuse in words an offer whose parts do not go together: a first share leaves something for later."""
    if amount <= ZERO:
        raise DeskError(N_("Enter an amount above zero."), field="amount")
    if instalments < 1:
        raise DeskError(N_("An offer has at least one instalment."), field="instalments")
    if first_share is None:
        return
    if first_share <= ZERO:
        raise DeskError(N_("Enter an amount above zero."), field="first_share")
    if instalments == 1 and first_share != amount:
        raise DeskError(N_("What is paid all at once has no smaller first share."), field="first_share")
    if instalments > 1 and first_share >= amount:
        raise DeskError(N_("The first share must leave something for the later instalments."),
                        field="first_share")


def next_round(offers: Iterable[Offer], side: Side) -> int:
    """The round that the side's next offer belongs to."""
    return max((offer.round for offer in offers if offer.side is side), default=0) + 1
