"""Companies as the office knows them: particulars kept once, and copied into cases as they were."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from mediation_desk.domain.intake.company_names import LegalForms, Organisation, same_company
from mediation_desk.domain.people import Party, kept
from mediation_desk.domain.vocabulary import Business, PartyKind
from mediation_desk.domain.words import N_, DeskError

PARTICULARS = ("name", "credit_code", "legal_representative", "legal_representative_post", "business",
               "phone", "address")
"""What the office keeps of a company once, called as in a party of a case, into which it is copied."""


@dataclass(eq=False, kw_only=True)
class Company:
    """One company of the office's list. Cases hold copies: what changes here changes no case."""

    id: UUID
    name: str
    credit_code: str = ""
    legal_representative: str = ""
    legal_representative_post: str = ""
    business: Business | None = None
    phone: str = ""
    address: str = ""
    removed_at: datetime | None = None


def particulars_of(entry: Company | Party) -> dict[str, Any]:
    """What an entry of the list, or a party of a case, says of the company."""
    return {name: getattr(entry, name) for name in PARTICULARS}


def as_kept(told: Mapping[str, Any]) -> dict[str, Any]:
    """The same in the writing in which a party's particulars are kept."""
    return {name: kept(name, value, PartyKind.ORGANISATION) for name, value in told.items()
            if name in PARTICULARS}


def lacking(party: Party, company: Company) -> dict[str, Any]:
    """What the office's list knows and the case's entry does not say."""
    return {name: value for name, value in particulars_of(company).items()
            if value and not getattr(party, name)}


def differing(party: Party, company: Company) -> list[str]:
    """Which particulars both say, and say otherwise."""
    return [name for name, value in particulars_of(company).items()
            if value and getattr(party, name) and getattr(party, name) != value]


def find(entry: Organisation, companies: Iterable[Company], forms: LegalForms) -> Company | None:
    """The company of the list that an entry is; by its credit code before its name."""
    found = [one for one in companies if same_company(one, entry, forms)]
    return next((one for one in found if entry.credit_code and one.credit_code), next(iter(found), None))


def check_company(entry: Organisation, others: Iterable[Company], forms: LegalForms) -> None:
    """A company has a name, and stands once in the list."""
    if not entry.name:
        raise DeskError(N_("Enter the name of the company."), field="name")
    if (other := find(entry, others, forms)) is not None:
        raise DeskError(N_("This company is in the list already, as “{name}”."), field="name",
                        name=other.name)
