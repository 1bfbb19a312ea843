"""Who came to a session, and how long the mediator sat with whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from mediation_desk.domain.people import Party
from mediation_desk.domain.vocabulary import Authority, Presence, Side
from mediation_desk.domain.words import N_, DeskError


@dataclass(eq=False, kw_only=True)
class SessionPresence:
    """Whether one party came to a session, as somebody answered it.

    ``by``: who came for it, where it was represented. ``authority``: what that person may do, None where
    nobody said; ``authority_seen``: whether the paper that says so was seen, None where nobody answered.
    """

    id: UUID
    case_id: UUID
    session_id: UUID
    party_id: UUID
    presence: Presence
    by: str = ""
    authority: Authority | None = None
    authority_seen: bool | None = None
    removed_at: datetime | None = None


@dataclass(eq=False, kw_only=True)
class Stretch:
    """A stretch of a session in which the clock ran; ``side`` None: with both sides together.

    ``ended_at`` None: it runs still. Both are instants.
    """

    id: UUID
    case_id: UUID
    session_id: UUID
    side: Side | None = None
    began_at: datetime
    ended_at: datetime | None = None
    removed_at: datetime | None = None

    def lasted(self, now: datetime) -> timedelta:
        """How long it lasted, or has lasted until now; never less than nothing, should a clock go back."""
        return max(timedelta(0), (self.ended_at or now) - self.began_at)


class Came(Protocol):
    """What was answered of one party, drafted or kept."""

    @property
    def presence(self) -> Presence:
        """Whether it came."""

    @property
    def by(self) -> str:
        """Who came for it."""

    @property
    def authority(self) -> Authority | None:
        """What that person may do."""

    @property
    def authority_seen(self) -> bool | None:
        """Whether the paper that says so was seen."""


def check_presence(one: Came, name: str) -> None:
    """A party that was represented was so by somebody, with an authority, whose paper was seen or not."""
    if one.presence is not Presence.REPRESENTED:
        return
    if not one.by.strip():
        raise DeskError(N_("Say who came for {name}."), field="by", name=name)
    if one.authority is None:
        raise DeskError(N_("Say with which authority {by} came for {name}."), field="authority",
                        by=one.by, name=name)
    if one.authority_seen is None:
        raise DeskError(N_("Say whether the paper was seen that gives {by} the authority."),
                        field="authority_seen", by=one.by)


def unanswered(presences: Iterable[SessionPresence], parties: Sequence[Party]) -> list[Party]:
    """The parties of whom nobody said yet whether they came."""
    said = {one.party_id for one in presences}
    return [party for party in parties if party.id not in said]


def may_agree(one: Came | None) -> bool:
    """Whether a party could agree to anything at the table: it came itself, or through somebody whose special
    authority was seen (Civil Procedure Law, art. 62: settling needs special authority)."""
    if one is None:
        return False
    if one.presence is Presence.REPRESENTED:
        return one.authority is Authority.SPECIAL and one.authority_seen is True
    return one.presence is Presence.CAME


def running(stretches: Iterable[Stretch]) -> Stretch | None:
    """The stretch in which the clock runs now."""
    return next((one for one in stretches if one.ended_at is None), None)


def time_with(stretches: Iterable[Stretch], side: Side | None, now: datetime) -> timedelta:
    """How long the clock ran for a side, or for both together."""
    return sum((one.lasted(now) for one in stretches if one.side is side), timedelta(0))


def whole_minutes(lasted: timedelta) -> int:
    """Minutes as they are written down: the nearest whole one, half a minute up."""
    return int((lasted + timedelta(seconds=30)) // timedelta(minutes=1))
