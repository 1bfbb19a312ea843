"""Other offices that hand cases over to this one: the way back to each, and who works there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

SETTING = "travel.origins"
PEOPLE = "people.elsewhere"
"""By account: what somebody of another office is called, and which office it is. No account of this one."""


@dataclass(frozen=True)
class Origin:
    """Where cases were taken in from. ``desk_id``: by which that office knows the desk here; ``sender``: who
    handed over last; ``way_home``: keys, in hexadecimal, for the bag that goes back."""

    desk_id: UUID
    store_id: UUID
    office: str
    sender: str
    way_home: Mapping[str, str]


@dataclass(frozen=True)
class Received:
    """A case that came from another office; ``number``: what it is called there; ``bag_id``: with which bag
    it came last, ``desk_id``: by which that office knows the desk here."""

    case_id: UUID
    desk_id: UUID
    bag_id: UUID
    office: str
    number: str


def origins(stored: Mapping[str, Any]) -> dict[UUID, Origin]:
    """By desk, from what the store keeps."""
    return {UUID(desk_id): Origin(UUID(desk_id), UUID(kept["store_id"]), kept["office"], kept["sender"],
                                  kept["way_home"])
            for desk_id, kept in stored.get(SETTING, {}).items()}


def with_origin(stored: Mapping[str, Any], origin: Origin) -> dict[str, Any]:
    """As the store keeps them, with that one as it is now."""
    told = {"store_id": str(origin.store_id), "office": origin.office, "sender": origin.sender,
            "way_home": dict(origin.way_home)}
    return {SETTING: {**stored.get(SETTING, {}), str(origin.desk_id): told}}


Named = tuple[str, str]
"""A person's name, and the office where they work; no office: the one that tells of them."""


def people(stored: Mapping[str, Any]) -> dict[UUID, str]:
    """What people of other offices are called here, by account: ``name (office)``."""
    return {UUID(account): f"{name} ({office})" for account, (name, office) in stored.get(PEOPLE, {}).items()}


def with_people(stored: Mapping[str, Any], told: Mapping[str, Named], office: str) -> dict[str, Any]:
    """As the store keeps them, with those of whom that office tells."""
    fresh = {account: [name, where or office] for account, (name, where) in told.items()}
    return {PEOPLE: {**stored.get(PEOPLE, {}), **fresh}}
