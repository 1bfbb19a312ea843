"""What a side said alone, as it stands once it is opened for a mediator of the case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from mediation_desk.domain.mediation.zone import BottomLine, Zone
from mediation_desk.domain.money import ZERO, Money
from mediation_desk.domain.vocabulary import SealedKind, Side


@dataclass(frozen=True)
class PrivateWord:
    """One thing a side said alone, opened for a mediator of the case; an offer has ``terms``, the others
    ``text``.

    ``party_id``: who said it, where not the side as a whole; of an elected representative's bottom line
    ``consenting`` are those whom it stands for. ``released``: whether the other side may be told of it.
    """

    id: UUID
    side: Side
    kind: SealedKind
    written_at: datetime
    text: str = ""
    terms: str = ""
    amount: Money = ZERO
    instalments: int | None = None
    fewest_instalments: int | None = None
    first_share: Money | None = None
    last_on: date | None = None
    conditions: str = ""
    party_id: UUID | None = None
    consenting: tuple[UUID, ...] = ()
    released: bool = False

    def as_bottom_line(self) -> BottomLine:
        """The entry as the zone takes it."""
        return BottomLine(self.side, self.amount, self.instalments, self.fewest_instalments, self.first_share,
                          self.last_on, self.conditions, self.party_id)


@dataclass(frozen=True)
class ClosedWord:
    """An entry that does not open: altered, moved, turned, dated otherwise, or put back from an older copy.

    What it is called is what its row says now, None where even that cannot be read.
    """

    id: UUID
    side: Side | None = None
    kind: SealedKind | None = None
    written_at: datetime | None = None


@dataclass(frozen=True)
class PrivateTalk:
    """What the sides asked for said alone, and the zone between both bottom lines where both were asked.

    ``closed``: entries that do not open; while there are any, no zone is told, since one of them may be
    the latest bottom line.
    """

    words: tuple[PrivateWord, ...]
    zone: Zone | None
    closed: tuple[ClosedWord, ...] = ()

    def of(self, side: Side, kind: SealedKind) -> tuple[PrivateWord, ...]:
        """One side's words of one kind, oldest first."""
        return tuple(word for word in self.words if word.side is side and word.kind is kind)
