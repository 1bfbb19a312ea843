"""Whether two entries are one person: by document, else by name and telephone, however written."""

from __future__ import annotations

from enum import Enum
from typing import Protocol

from mediation_desk.domain.text import codes, phones
from mediation_desk.domain.text.findable import findable


class Somebody(Protocol):
    """What tells a person from others."""

    @property
    def name(self) -> str:
        """The name as it is kept."""
        ...

    @property
    def id_number(self) -> str:
        """The number of a document, perhaps empty."""
        ...

    @property
    def phone(self) -> str:
        """Telephone numbers, perhaps empty."""
        ...


class Likeness(Enum):
    """How sure it is that two entries are one person."""

    NONE = 0
    NAME = 1  # one name, and nothing that tells them apart
    PERSON = 2  # one document; or one name and telephone, and no documents that differ


def likeness(one: Somebody, other: Somebody) -> Likeness:
    """How alike two entries are; a blank, a dot or what nobody sees makes no difference."""
    if codes.same(one.id_number, other.id_number):
        return Likeness.PERSON
    apart = bool(codes.canonical(one.id_number) and codes.canonical(other.id_number))
    if apart or not findable(one.name) or findable(one.name) != findable(other.name):
        return Likeness.NONE
    return Likeness.PERSON if phones.same(one.phone, other.phone) else Likeness.NAME
