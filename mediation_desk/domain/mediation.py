"""Sessions, offers and the bargaining zone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from mediation_desk.domain.money import Money
from mediation_desk.domain.vocabulary import Attendance, SealedKind, SessionForm, SessionMode, Side


@dataclass(eq=False, kw_only=True)
class Attendee:
    """Somebody who attended a session, and as what."""

    id: UUID
    case_id: UUID
    session_id: UUID
    attendance: Attendance
    name: str
    position: int = 0
    removed_at: datetime | None = None


@dataclass(eq=False, kw_only=True)
class Session:
    """One mediation session; its record holds joint matters only, never what a side said alone."""

    id: UUID
    case_id: UUID
    starts_at: datetime  # the office's wall clock, no time zone
    form: SessionForm = SessionForm.OFFICE
    mode: SessionMode = SessionMode.JOINT
    side: Side | None = None  # with whom, when back to back
    place: str = ""
    record: str = ""
    attendees_all: list[Attendee] = field(default_factory=list)
    removed_at: datetime | None = None

    @property
    def attendees(self) -> list[Attendee]:
        """Those present, in the order they were named."""
        return sorted((a for a in self.attendees_all if not a.removed_at), key=lambda a: a.position)


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


@dataclass(frozen=True)
class BottomLine:
    """How far a side would go, told alone: amount, instalments, days until all is paid."""

    side: Side
    amount: Money
    most_instalments: int | None = None
    fewest_instalments: int | None = None
    note: str = ""


@dataclass(frozen=True)
class Zone:
    """From the least the workers take to the most the company pays; no zone when low > high."""

    low: Money
    high: Money
    fewest_instalments: int
    most_instalments: int | None

    @property
    def exists(self) -> bool:
        """Whether some amount and some number of instalments suits both sides."""
        suits = self.most_instalments is None or self.fewest_instalments <= self.most_instalments
        return self.low <= self.high and suits

    @property
    def middle(self) -> Money:
        """Half way between the two bottom lines, rounded down to the fen."""
        return Money((self.low.fen + self.high.fen) // 2)


def zone(lines: Iterable[BottomLine]) -> Zone | None:
    """The bargaining zone of the latest bottom line of each side, or None until both are known."""
    latest = {line.side: line for line in lines}
    if len(latest) < len(Side):
        return None
    least, most = latest[Side.APPLICANT], latest[Side.RESPONDENT]
    caps = [line.most_instalments for line in latest.values() if line.most_instalments is not None]
    floors = [line.fewest_instalments or 1 for line in latest.values()]
    return Zone(least.amount, most.amount, max(floors), min(caps, default=None))


def next_round(offers: Iterable[Offer], side: Side) -> int:
    """The round that the side's next offer belongs to."""
    return max((offer.round for offer in offers if offer.side is side), default=0) + 1
