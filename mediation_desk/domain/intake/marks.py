"""Marks by which somebody is known in every other case: computed from a party, and from what is typed.

A mark says no more than the party does: the number of a document without what changes with a new card, a
name with a telephone number, a company's credit code, its name as names are compared.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from mediation_desk.domain.intake.company_names import LegalForms
from mediation_desk.domain.people import Party
from mediation_desk.domain.text import codes, phones
from mediation_desk.domain.text.findable import findable
from mediation_desk.domain.vocabulary import PartyKind

FORM = 1  # of the marks: raised whenever they are made otherwise
LETTERS = 8  # of the form before each mark


class MarkKind(StrEnum):
    """What a mark is made of."""

    DOCUMENT = "document"
    NAME_PHONE = "name_phone"
    COMPANY_CODE = "company_code"
    COMPANY_NAME = "company_name"


@dataclass(frozen=True, order=True)
class Mark:
    """One way in which somebody is known again. ``mark`` begins with the form in which it was made."""

    kind: MarkKind
    mark: str = field(repr=False)


@dataclass(frozen=True)
class Typed:
    """What is known so far of somebody who is being entered."""

    kind: PartyKind = PartyKind.PERSON
    name: str = ""
    id_number: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    credit_code: str = ""


def form_of(forms: LegalForms) -> str:
    """By which program and which words of legal forms marks are made."""
    return hashlib.sha256(f"{FORM} {forms.fingerprint}".encode()).hexdigest()[:LETTERS]


def marks(somebody: Party | Typed, forms: LegalForms) -> frozenset[Mark]:
    """All that somebody is known by; nothing for one of whom only a name is known, unless a company's."""
    made = _of_person(somebody) if somebody.kind is PartyKind.PERSON else _of_company(somebody, forms)
    before = form_of(forms)
    return frozenset(Mark(kind, f"{before}:{mark}") for kind, mark in made if mark)


def _of_person(somebody: Party | Typed) -> Iterator[tuple[MarkKind, str]]:
    yield MarkKind.DOCUMENT, codes.person(somebody.id_number)
    name = findable(somebody.name)
    for number in _rung(somebody.phone) if name else ():
        yield MarkKind.NAME_PHONE, f"{name}/{number}"


def _of_company(somebody: Party | Typed, forms: LegalForms) -> Iterator[tuple[MarkKind, str]]:
    yield MarkKind.COMPANY_CODE, codes.canonical(somebody.credit_code)
    yield MarkKind.COMPANY_NAME, forms.core(somebody.name)


def _rung(text: str) -> Iterable[str]:
    """The bare digits of each number that can be rung, without its extension."""
    return (phone.digits for phone in phones.read(text) if phone.known)
