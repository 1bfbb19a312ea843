"""Who is on the road: laptops, the bags that left with them, the cases in each, and what came home."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mediation_desk.domain.words import N_, DeskError


@dataclass(eq=False, kw_only=True)
class Laptop:
    """A travel desk of this office: a computer that bags are opened on. Or somebody's desk at another
    office, with which cases are handed over and back.

    ``id`` names it for good; the same name may be given to another computer later. ``office``,
    ``store_id``: of the other office, and its store; a laptop has neither. Its desk is called by the person,
    whose account there is ``carrier_id`` at the office that hands over.
    """

    id: UUID
    name: str
    carrier_id: UUID
    known_since: datetime
    office: str | None = None
    store_id: UUID | None = None


@dataclass(eq=False, kw_only=True)
class Bag:
    """A bag that left, as the office notes it; on a laptop, one that was opened there; at another office,
    one that was taken in there.

    ``carrier_id``: who took it along, or handed it over. ``numbers``: the case numbers reserved for it, as
    text. ``home_at``: when all of it first came home; a bag that is out has neither that nor ``lost_at``.
    ``reason``: why it was handed over to another office; a laptop's bag has none.
    """

    id: UUID
    laptop_id: UUID
    carrier_id: UUID
    left_at: datetime
    with_evidence: bool
    numbers: str = ""
    home_at: datetime | None = None
    lost_at: datetime | None = None
    lost_note: str = ""
    reason: str | None = None
    receipts: str | None = None  # of each time that something of it was brought home, as JSON

    @property
    def is_out(self) -> bool:
        """Whether it is still expected home."""
        return self.home_at is None and self.lost_at is None

    def came_home(self, at: datetime) -> None:
        """All of it is home."""
        self.home_at = self.home_at or at

    def declare_lost(self, at: datetime, note: str) -> None:
        """It is not expected any more; a later return needs a reason."""
        if not self.is_out:
            raise DeskError(N_("This bag is not on the road any more."))
        if not note.strip():
            raise DeskError(N_("Say what happened to the laptop."), field="lost_note")
        self.lost_at, self.lost_note = at, note.strip()


@dataclass(eq=False, kw_only=True)
class BagCase:
    """A case in a bag, and its point of departure: where its chain at the office stood, by number and digest.

    Both stores keep one, in the case's own chain. ``opened_by``: on the laptop, the unit of work that
    opened the bag there; what the laptop did is what comes after it.
    """

    id: UUID
    case_id: UUID
    bag_id: UUID
    laptop_id: UUID
    number: int
    digest: bytes
    opened_by: UUID | None = None


@dataclass(eq=False, kw_only=True)
class Homecoming:
    """What a laptop did to a case, brought home: its whole chain since the departure, and what was decided.

    ``number`` and ``head``: where the laptop's chain had come to. ``entries``: these entries as the
    laptop kept them, packed. ``decisions``: what a person chose where both sides had written, as JSON.
    """

    id: UUID
    case_id: UUID
    bag_id: UUID
    laptop_id: UUID
    number: int
    head: bytes
    entries: bytes
    decisions: str
    brought_by: UUID
    brought_at: datetime
    removed_at: datetime | None = None  # when it was taken back; the bag can come home once more then
    bringing: UUID | None = None  # the same for all that was brought home with it
    receipt: str | None = None  # what its receipt says besides, as JSON


@dataclass(frozen=True)
class Away:
    """Where a case is besides at the office, for lists and the case's head."""

    bag_id: UUID
    carrier: str
    laptop: str
    since: datetime
    office: str | None = None  # the other office, to which it was handed over
