"""Who or what would be in two places at once: a mediator, a room, a party."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mediation_desk.domain.planning.entries import ASSUMED
from mediation_desk.domain.text import codes
from mediation_desk.domain.vocabulary import Term
from mediation_desk.domain.words import N_


class ClashKind(Term):
    """What a clash is about."""

    MEDIATOR = "mediator", N_("Mediator")
    ROOM = "room", N_("Room")
    PARTY = "party", N_("Party")


@dataclass(frozen=True)
class Attending:
    """A party at a table. ``number``: of its identity document or credit code, "" where none is known."""

    name: str
    number: str = ""

    def is_also(self, other: Attending) -> bool:
        """Whether both are one: by their numbers where both are known, else by their names."""
        if self.number and other.number:
            return codes.same(self.number, other.number)
        return bool(self.name) and self.name == other.name


@dataclass(frozen=True, kw_only=True)
class Sitting:
    """A stretch of time, and who and what it takes up.

    ``until`` None: nobody said; an hour is assumed. ``room`` "": it takes up none of the office's.
    ``case_number`` "": of whose case it is may not be told, and then its parties are not known either.
    """

    session_id: UUID | None = None
    starts_at: datetime
    until: datetime | None = None
    mediator_id: UUID | None = None
    room: str = ""
    parties: frozenset[Attending] = frozenset()
    case_number: str = ""

    @property
    def end(self) -> datetime:
        """When it is over; one that would be over before it began lasts the assumed hour."""
        said = self.until is not None and self.until > self.starts_at
        return self.until if said and self.until else self.starts_at + ASSUMED

    @property
    def assumed(self) -> bool:
        """Whether its end is assumed."""
        return self.until is None or self.until <= self.starts_at


@dataclass(frozen=True, kw_only=True)
class Clash:
    """What is taken, and by which other session. ``what``: the party's name or the room; of a mediator
    whoever shows it knows the name by ``mediator_id``. ``assumed``: one of the ends is."""

    kind: ClashKind
    what: str = ""
    mediator_id: UUID | None = None
    starts_at: datetime
    until: datetime
    assumed: bool = False
    case_number: str = ""


def overlap(one: Sitting, other: Sitting) -> bool:
    """Whether both are at some moment under way; one that begins as the other ends is no clash."""
    return one.starts_at < other.end and other.starts_at < one.end


def clashes(planned: Sitting, others: Iterable[Sitting]) -> list[Clash]:
    """What each of the others takes up that ``planned`` needs at the same time, earliest first. A session
    does not clash with itself."""
    found = [clash for other in others
             if not (planned.session_id and other.session_id == planned.session_id)
             and overlap(planned, other) for clash in _between(planned, other)]
    return sorted(found, key=lambda one: (one.starts_at, list(ClashKind).index(one.kind), one.what))


def _between(planned: Sitting, other: Sitting) -> Iterator[Clash]:
    def of(kind: ClashKind, what: str = "", mediator_id: UUID | None = None) -> Clash:
        return Clash(kind=kind, what=what, mediator_id=mediator_id, starts_at=other.starts_at,
                     until=other.end, assumed=planned.assumed or other.assumed,
                     case_number=other.case_number)

    if planned.mediator_id and planned.mediator_id == other.mediator_id:
        yield of(ClashKind.MEDIATOR, mediator_id=planned.mediator_id)
    if planned.room and planned.room == other.room:
        yield of(ClashKind.ROOM, planned.room)
    for name in sorted({party.name for party in planned.parties
                        if any(party.is_also(one) for one in other.parties)}):
        yield of(ClashKind.PARTY, name)
