"""The offices that take matters over or answer for a part of them (承办单位)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mediation_desk.domain.vocabulary import Term
from mediation_desk.domain.words import N_, DeskError


class OfficeKind(Term):
    """What kind of department it is."""

    INSPECTION = "inspection", N_("Labour inspection office")
    ARBITRATION = "arbitration", N_("Arbitration commission")
    COURT = "court", N_("Court")
    SOCIAL_INSURANCE = "social_insurance", N_("Social insurance office")
    POLICE = "police", N_("Police")
    LEGAL_AID = "legal_aid", N_("Legal aid centre")
    UNION = "union", N_("Union")
    STREET = "street", N_("Street office")
    MEDIATION = "mediation", N_("Another mediation studio")
    OTHER = "other", N_("Another department")


@dataclass(eq=False, kw_only=True)
class ReceivingOffice:
    """One office of the list. ``takes``: what it takes, in words; ``answer_days``: working days in which it
    usually answers. ``store_id``, ``public_key``, ``signing_key``: of its own copy of this program, in
    hexadecimal, once its card was read and compared; empty before."""

    id: UUID
    kind: OfficeKind
    name: str
    takes: str = ""
    contact: str = ""
    phone: str = ""
    address: str = ""
    answer_days: int | None = None
    store_id: UUID | None = None
    public_key: str = ""
    signing_key: str = ""
    removed_at: datetime | None = None


LONGEST_ANSWER = 250  # working days: a year
WORDS = ("kind", "name", "takes", "contact", "phone", "address", "answer_days")
"""What a person enters of an office; its keys come from its card."""


def check_office(office: ReceivingOffice, others: Iterable[ReceivingOffice]) -> None:
    """An office has a name that no other of its kind has. DeskError beside its field."""
    if not office.name.strip():
        raise DeskError(N_("Enter the name of the office."), field="name")
    if any(one.kind is office.kind and one.name == office.name for one in others):
        raise DeskError(N_("“{name}” is in the list already."), field="name", name=office.name)
    if office.answer_days is not None and not 1 <= office.answer_days <= LONGEST_ANSWER:
        raise DeskError(N_("Between 1 and {most} working days."), field="answer_days", most=LONGEST_ANSWER)


def in_order(offices: Iterable[ReceivingOffice]) -> list[ReceivingOffice]:
    """By kind and name."""
    return sorted(offices, key=lambda one: (list(OfficeKind).index(one.kind), one.name, one.id))
