"""The people and organisations of a case, and whom they act for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from mediation_desk.domain.text import codes, names, phones, storable
from mediation_desk.domain.vocabulary import Authority, Business, PartyKind, Role
from mediation_desk.domain.words import N_, DeskError

MASS_CLAIM = 10  # workers; Labour Dispute Mediation and Arbitration Law, art. 7
REPRESENTATIVES = range(3, 6)  # three to five; Arbitration Case Rules, art. 63


@dataclass(eq=False, kw_only=True)
class Party:
    """A person or organisation in the case; agents and representatives name whom they act for."""

    id: UUID
    case_id: UUID
    position: int
    role: Role
    kind: PartyKind = PartyKind.PERSON
    name: str = ""
    id_number: str = ""
    sex: str = ""  # "male", "female" or unknown ""
    birth_date: date | None = None
    ethnicity: str = ""
    phone: str = ""
    address: str = ""
    workplace: str = ""
    credit_code: str = ""
    legal_representative: str = ""
    legal_representative_post: str = ""
    business: Business | None = None
    acts_for: UUID | None = None
    authority: Authority | None = None
    also_worker: bool = False  # an elected representative who is an applicant too
    bank_account: str = ""
    agreed_on: date | None = None  # a respondent's own consent to mediation
    declined_on: date | None = None  # the day on which a respondent said that it does not consent
    removed_at: datetime | None = None


@dataclass(eq=False, kw_only=True)
class Claim:
    """What one worker asks for; the amount is what they ask, not what the law gives."""

    id: UUID
    case_id: UUID
    worker_id: UUID
    claim: str  # an id of elements.md: unpaid_wages, double_wage ...
    asked_fen: int | None = None  # None: not put in figures yet
    note: str = ""
    removed_at: datetime | None = None


def kept(field: str, value: Any, kind: PartyKind) -> Any:
    """A party's particular as it is kept: a person's name with its dot, numbers in one writing, all of it
    without what nobody sees. What is no text stays as it is."""
    if type(value) is not str:
        return value
    shape = _SHAPES.get(field, storable.line)
    return storable.line(value) if field == "name" and kind is not PartyKind.PERSON else shape(value)


_SHAPES: Mapping[str, Callable[[str], str]] = {
    "name": names.person, "legal_representative": names.person, "id_number": codes.kept,
    "credit_code": codes.kept, "phone": phones.kept}


def in_role(parties: Iterable[Party], *roles: Role) -> list[Party]:
    """Those with one of the roles, in their order."""
    return sorted((p for p in parties if p.role in roles), key=lambda p: p.position)


def named_already(one: Party, others: Iterable[Party]) -> bool:
    """Whether somebody is among them already: the same ID number, or the same name where a number lacks."""
    name = one.name.strip()
    return any(one.id_number == other.id_number if one.id_number and other.id_number
               else bool(name) and name == other.name.strip() for other in others)


def check_representatives(workers: Sequence[Party], elected: Sequence[Party]) -> None:
    """Ten or more workers with a common claim elect three to five of them, or none at all."""
    if not elected:
        return
    if twice := next((one for at, one in enumerate(elected) if named_already(one, elected[:at])), None):
        raise DeskError(N_("{name} is named twice as a representative; once is enough."),
                        field="representatives", name=twice.name)
    if len(workers) < MASS_CLAIM:
        raise DeskError(N_("Representatives are elected only by ten or more applicants; "
                           "fewer act for themselves or name an agent."), field="representatives")
    if len(elected) not in REPRESENTATIVES:
        raise DeskError(N_("Ten or more applicants elect three to five representatives; "
                           "{count} are named."), field="representatives", count=len(elected))
