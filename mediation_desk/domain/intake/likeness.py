"""Whether two entries are one person: by document, else by name and telephone, however written."""

from __future__ import annotations

from enum import Enum
from typing import Protocol

from mediation_desk.domain.particulars import Identity, telling
from mediation_desk.domain.people import Party
from mediation_desk.domain.text import codes, phones
from mediation_desk.domain.text.findable import findable


class Somebody(Protocol):
    """Whoever has a name, and perhaps particulars of a party that tell a person from others."""

    @property
    def name(self) -> str:
        """The name as it is kept."""
        ...


class Likeness(Enum):
    """How sure it is that two entries are one person."""

    NONE = 0
    NAME = 1  # one name, and nothing that tells them apart
    PERSON = 2  # one document; or one name and telephone, and no documents that differ


def likeness(one: Somebody, other: Somebody) -> Likeness:
    """How alike two entries are; a blank, a dot or what nobody sees makes no difference."""
    documents = _both(one, other, Identity.DOCUMENT)
    if any(codes.same(*pair) for pair in documents):
        return Likeness.PERSON
    apart = any(all(map(codes.canonical, pair)) for pair in documents)
    if apart or not findable(one.name) or findable(one.name) != findable(other.name):
        return Likeness.NONE
    contacts = _both(one, other, Identity.CONTACT)
    return Likeness.PERSON if any(phones.same(*pair) for pair in contacts) else Likeness.NAME


def _both(one: Somebody, other: Somebody, way: Identity) -> list[tuple[str, str]]:
    """What both are entered with of the particulars that tell so much."""
    return [(getattr(one, name, ""), getattr(other, name, "")) for name in telling(Party, way)]
