"""What a side said alone and allowed to be told to the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mediation_desk.domain.mediation.offers import Offer
from mediation_desk.domain.vocabulary import Side
from mediation_desk.domain.words import N_, DeskError


@dataclass(eq=False, kw_only=True)
class ToldFact:
    """A fact that its side allowed to be told, in the words in which it may be told.

    ``sealed_id``: the sealed entry that it comes from. ``shown_at``: since when the other side's page has
    shown it; from then on it is out.
    """

    id: UUID
    case_id: UUID
    side: Side
    text: str
    released_at: datetime
    released_by: UUID
    sealed_id: UUID | None = None
    shown_at: datetime | None = None
    removed_at: datetime | None = None


Released = Offer | ToldFact


def is_released(sealed_id: UUID, offers: Iterable[Offer], facts: Iterable[ToldFact]) -> bool:
    """Whether a sealed entry stands among what may be told."""
    return sealed_id in {*(one.sealed_id for one in offers), *(one.sealed_id for one in facts)}


def was_told(one: Released) -> bool:
    """Whether the other side knows it: made openly, accepted, or shown on its page."""
    return one.sealed_id is None or one.shown_at is not None or (
        isinstance(one, Offer) and one.accepted_at is not None)


def told_to(side: Side, rows: Iterable[Released]) -> tuple[Released, ...]:
    """What the other side said alone and released to this one, shown or not yet."""
    return tuple(one for one in rows if one.side is not side and one.sealed_id is not None)


def check_taking_back(one: Released, shown: str) -> None:
    """Refuse in words to take a release back that is out; ``shown``: the hour at which it was shown."""
    if one.shown_at is not None:
        raise DeskError(N_("The other side's page has shown it since {time}: it is out, and is no longer "
                           "taken back."), time=shown)
    if isinstance(one, Offer) and one.accepted_at is not None:
        raise DeskError(N_("The other side accepted this offer; it is no longer taken back."))
    if one.sealed_id is None:
        raise DeskError(N_("This offer was made openly at the table; it is not taken back, only taken out."))
