"""Persons and companies that are offered while somebody is entered, from cases one may see and the list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from mediation_desk.domain.identity import IdKind
from mediation_desk.domain.intake.companies import PARTICULARS, Company, particulars_of
from mediation_desk.domain.intake.company_names import same_company
from mediation_desk.domain.intake.likeness import Likeness, likeness
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.text import codes
from mediation_desk.domain.text.findable import holds
from mediation_desk.domain.vocabulary import PartyKind
from mediation_desk.library.companies import shipped_companies
from mediation_desk.services import finding
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake.known import newest
from mediation_desk.store.reading import companies, known
from mediation_desk.store.reading.known import Met
from mediation_desk.store.work.work import Work

MOST_CASES = 40  # of those found that people are looked for in
OFFERED = 8


@dataclass(frozen=True)
class PersonOffer:
    """Somebody known from a case that one may see: what may be filled in, as it stands in the newest such
    case, and in how many of them they are. ``party_id``: in the newest."""

    party_id: UUID
    case_id: UUID
    number: str
    name: str
    cases: int
    id_kind: IdKind | None = None
    id_number: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    address: str = field(default="", repr=False)


@dataclass(frozen=True)
class CompanyOffer:
    """A company and its particulars: of the office's list, else as a case that one may see says."""

    told: Mapping[str, Any]
    number: str = ""

    @property
    def name(self) -> str:
        """What it is called."""
        return str(self.told["name"])

    @property
    def is_listed(self) -> bool:
        """Whether the office's list has it; else ``number`` is that of the case."""
        return not self.number


def persons(desk: Desk, text: str, most: int = OFFERED) -> list[PersonOffer]:
    """Persons of the cases one may see who answer what is typed: a name in any writing, its pinyin or its
    initials, a telephone, a document's number, or the beginning of either. Each person once."""
    if not text.strip():
        return []
    with desk.reading() as work:
        return _grouped(_answering(work, text, PartyKind.PERSON))[:most]


def firms(desk: Desk, text: str, most: int = OFFERED) -> list[CompanyOffer]:
    """Companies that answer what is typed, by name or credit code: those of the list first, then those of the
    cases one may see that are not in it. Each company once."""
    if not text.strip():
        return []
    with desk.reading() as work:
        listed = companies.found(work.connection, text, most)[0] if desk.may(Verb.EDIT_COMPANIES) else []
        found = [CompanyOffer(particulars_of(one)) for one in listed]
        seen: list[Company] = list(listed)
        for one in sorted(_answering(work, text, PartyKind.ORGANISATION), key=newest, reverse=True):
            told = {name: one.party[name] for name in PARTICULARS}
            entry = Company(id=one.party_id, **told)
            if not any(same_company(entry, other, shipped_companies()) for other in seen):
                seen.append(entry)
                found.append(CompanyOffer(told, one.number))
        return found[:most]


def _answering(work: Work, text: str, kind: PartyKind) -> list[Met]:
    """Parties of found cases who answer the text themselves."""
    if not work.lists.sees_any:
        return []
    case_ids = [row.case_id for row in work.lists.find(text, MOST_CASES)]
    return [one for one in known.parties_of(work.connection, work.lists, case_ids, kind)
            if _answers(one, text)]


def _answers(one: Met, text: str) -> bool:
    """By the name in any writing or by a number; pinyin, which takes longest, last."""
    numbers = one.phone, one.id_number, str(one.party["credit_code"])
    if any(holds(known_by, text) for known_by in (one.name, *numbers)):
        return True
    if any(codes.same(number, text) for number in numbers[1:]):
        return True
    return not any(sign.isdecimal() for sign in text) and finding.matches(one.name, text)


def _grouped(met: Sequence[Met]) -> list[PersonOffer]:
    """Those who are one person together, as they stand in the newest case of theirs."""
    groups: list[list[Met]] = []
    for one in sorted(met, key=newest, reverse=True):
        group = next((some for some in groups if likeness(some[0], one) is Likeness.PERSON), None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    return [_offer(group) for group in groups]


def _offer(group: Sequence[Met]) -> PersonOffer:
    one, cases = group[0], len({other.case_id for other in group})
    return PersonOffer(one.party_id, one.case_id, one.number, one.name, cases,
                       one.party["id_kind"], one.id_number, one.phone, str(one.party["address"]))
