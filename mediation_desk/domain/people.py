"""The people and organisations of a case, and whom they act for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Annotated, Any
from uuid import UUID

from mediation_desk.domain.identity import IdKind
from mediation_desk.domain.journal_columns import REMOVED_AT, SILENT
from mediation_desk.domain.money import Money
from mediation_desk.domain.particulars import (
    ACTING,
    FOR_THEMSELVES,
    ORGANISATION,
    PERSON,
    Found,
    Identity,
    Particular,
    particulars,
    telling,
)
from mediation_desk.domain.text import codes, masks, names, phones, storable
from mediation_desk.domain.vocabulary import Authority, Business, PartyKind, Role
from mediation_desk.domain.words import N_, DeskError

MASS_CLAIM = 10  # workers; Labour Dispute Mediation and Arbitration Law, art. 7
REPRESENTATIVES = range(3, 6)  # three to five; Arbitration Case Rules, art. 63


SEXES: Mapping[str, str] = MappingProxyType({"male": N_("Male"), "female": N_("Female")})


@dataclass(eq=False, kw_only=True)
class Party:
    """A person or organisation in the case; agents and representatives name whom they act for."""

    id: Annotated[UUID, SILENT]
    case_id: Annotated[UUID, SILENT]
    position: Annotated[int, Particular()]
    role: Annotated[Role, Particular(N_("Part in the case"), words=(Role,))]
    kind: Annotated[PartyKind, Particular(
        N_("Kind"), words=(PartyKind,), roles=FOR_THEMSELVES)] = PartyKind.PERSON
    name: Annotated[str, Particular(
        N_("Name"), kept=names.person, printed=True, found=Found.NAME,
        headings=("姓名", "申请人", "劳动者", "worker"))] = ""
    id_kind: Annotated[IdKind | None, Particular(
        N_("Identity document"), words=(IdKind,), kinds=PERSON, printed=True,
        headings=("证件类型", "证件种类", "证件名称"))] = None  # as its number tells
    id_number: Annotated[str, Particular(
        N_("ID number"), masks.document, kept=codes.kept, kinds=PERSON, printed=True, found=Found.DOCUMENT,
        identity=Identity.DOCUMENT,
        headings=("身份证号", "身份证号码", "证件号码", "身份证"))] = ""
    sex: Annotated[str, Particular(
        N_("Sex"), words=(SEXES,), kinds=PERSON, roles=FOR_THEMSELVES, printed=True)] = ""  # unknown: ""
    birth_date: Annotated[date | None, Particular(
        N_("Birth date"), kinds=PERSON, roles=FOR_THEMSELVES, printed=True)] = None
    ethnicity: Annotated[str, Particular(
        N_("Ethnicity"), kinds=PERSON, roles=FOR_THEMSELVES, printed=True)] = ""
    phone: Annotated[str, Particular(
        N_("Phone"), masks.phone, kept=phones.kept, printed=True, found=Found.PHONE,
        identity=Identity.CONTACT,
        headings=("电话", "手机", "手机号", "电话号码", "联系电话", "联系方式"))] = ""
    address: Annotated[str, Particular(N_("Address"), printed=True)] = ""
    workplace: Annotated[str, Particular(
        N_("Workplace"), kinds=PERSON, roles=FOR_THEMSELVES | {Role.AGENT}, printed=True)] = ""
    credit_code: Annotated[str, Particular(
        N_("Credit code"), kept=codes.kept, kinds=ORGANISATION, printed=True, found=Found.DOCUMENT)] = ""
    legal_representative: Annotated[str, Particular(
        N_("Legal representative"), kept=names.person, kinds=ORGANISATION, printed=True,
        found=Found.NAME)] = ""
    legal_representative_post: Annotated[str, Particular(
        N_("Post"), kinds=ORGANISATION, printed=True)] = ""
    business: Annotated[Business | None, Particular(
        N_("Kind of enterprise"), words=(Business,), kinds=ORGANISATION)] = None
    acts_for: Annotated[UUID | None, Particular(
        N_("Acts for"), party=True, roles=ACTING, printed=True)] = None
    authority: Annotated[Authority | None, Particular(
        N_("Authority"), words=(Authority,), roles=frozenset({Role.AGENT}), printed=True)] = None
    # an elected representative who is an applicant too
    also_worker: Annotated[bool, Particular(
        N_("Is an applicant too"), roles=frozenset({Role.REPRESENTATIVE}))] = False
    bank_account: Annotated[str, Particular(
        N_("Bank account"), masks.number, kinds=PERSON, roles=FOR_THEMSELVES)] = ""
    # a respondent's own answer: consent to mediation, or the day on which it said that it does not consent
    agreed_on: Annotated[date | None, Particular(
        N_("Consents on"), roles=frozenset({Role.RESPONDENT}))] = None
    declined_on: Annotated[date | None, Particular(
        N_("Does not consent, told on"), roles=frozenset({Role.RESPONDENT}))] = None
    removed_at: Annotated[datetime | None, REMOVED_AT] = None


@dataclass(eq=False, kw_only=True)
class Claim:
    """What one worker asks for; the amount is what they ask, not what the law gives."""

    id: UUID
    case_id: UUID
    worker_id: UUID
    claim: str  # an id of elements.md: unpaid_wages, double_wage ...
    asked: Money | None = None  # None: not put in figures yet
    note: str = ""
    removed_at: datetime | None = None


def kept(field: str, value: Any, kind: PartyKind) -> Any:
    """A party's particular as it is kept: a person's name with its dot, numbers in one writing, all of it
    without what nobody sees and with the characters that signs of old systems stand for. What is no text
    stays as it is."""
    if type(value) is not str:
        return value
    if field == "name" and kind is not PartyKind.PERSON:
        return storable.line(names.modern(value))
    return particulars(Party)[field].kept(names.modern(value))


def in_role(parties: Iterable[Party], *roles: Role) -> list[Party]:
    """Those with one of the roles, in their order."""
    return sorted((p for p in parties if p.role in roles), key=lambda p: p.position)


def named_already(one: Party, others: Iterable[Party]) -> bool:
    """Whether somebody is among them already: the same ID number, or the same name where a number lacks."""
    name = one.name.strip()
    return any(_same_number(one, other, bool(name) and name == other.name.strip()) for other in others)


def _same_number(one: Party, other: Party, otherwise: bool) -> bool:
    pairs = [(getattr(one, name), getattr(other, name)) for name in telling(Party, Identity.DOCUMENT)]
    known = [codes.same(mine, theirs) for mine, theirs in pairs if mine and theirs]
    return any(known) if known else otherwise


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
