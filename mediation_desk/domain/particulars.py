"""Particulars of a party: each is declared once, where its field stands, and all others read that.

Editing takes them in, the form lays them out, the timeline names and masks them; the search, the reader of
pasted lists and the finding of duplicates know which of them tell who somebody is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import get_type_hints

from mediation_desk.domain.journal_columns import JournalColumn
from mediation_desk.domain.text import codes, phones, storable
from mediation_desk.domain.vocabulary import PartyKind, Role

ACTING = frozenset({Role.AGENT, Role.REPRESENTATIVE})
"""Those who stand in a case for others."""
FOR_THEMSELVES = frozenset(Role) - ACTING
EVERYBODY = frozenset(Role)
PERSON, ORGANISATION = frozenset({PartyKind.PERSON}), frozenset({PartyKind.ORGANISATION})


class Found(Enum):
    """How a case is found by it, in the order in which the search keeps them."""

    NAME = "by its words, before anything else"
    PHONE = "by each telephone number in it"
    DOCUMENT = "by its digits and letters"


class Identity(Enum):
    """What it tells of who somebody is."""

    DOCUMENT = "the same number is the same person, another is another"
    CONTACT = "the same with the same name is the same person"


@dataclass(frozen=True)
class Particular(JournalColumn):
    """A particular that is entered and edited field by field.

    ``kept``: a text as it is kept, however it was typed. ``kinds`` and ``roles``: which parties have it.
    ``printed``: papers of a decided case print it, so that one that stood empty may still be filled in.
    ``headings``: what a column of it is headed in a pasted list.
    """

    kept: Callable[[str], str] = storable.line
    kinds: frozenset[PartyKind] = PERSON | ORGANISATION
    roles: frozenset[Role] = EVERYBODY
    printed: bool = False
    found: Found | None = None
    identity: Identity | None = None
    headings: tuple[str, ...] = ()

    def belongs(self, kind: PartyKind, role: Role) -> bool:
        """Whether a party of that kind and role has it."""
        return kind in self.kinds and role in self.roles


@cache
def declared(entity: type) -> Mapping[str, JournalColumn]:
    """What the fields of a dataclass are declared to be: ``phone: Annotated[str, Particular(...)]``."""
    hints = get_type_hints(entity, include_extras=True)
    said = ((name, one) for name, hint in hints.items() for one in getattr(hint, "__metadata__", ()))
    return MappingProxyType({name: one for name, one in said if isinstance(one, JournalColumn)})


@cache
def particulars(entity: type) -> Mapping[str, Particular]:
    """The particulars among them."""
    return MappingProxyType({name: told for name, told in declared(entity).items()
                             if isinstance(told, Particular)})


def _of_document(number: str, person: str) -> tuple[str, ...]:
    """A number, and what an older or newer card of the same person has in common with it."""
    return (number,) if person in number else (number, person)


_READ: Mapping[Found, Callable[[str], tuple[str, ...]]] = MappingProxyType({
    Found.NAME: lambda text: (text,), Found.PHONE: lambda text: tuple(phones.digits(text)),
    Found.DOCUMENT: lambda text: _of_document(codes.canonical(text), codes.person(text))})


def found_by(entity: type, text_of: Callable[[str], str], way: Found) -> Iterator[str]:
    """The words that somebody is found by in that way; ``text_of`` gives the text of a particular."""
    for name, told in particulars(entity).items():
        if told.found is way:
            yield from _READ[way](text_of(name))


def telling(entity: type, way: Identity) -> tuple[str, ...]:
    """The names of the particulars that tell so much of who somebody is."""
    return tuple(name for name, told in particulars(entity).items() if told.identity is way)
