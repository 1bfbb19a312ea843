"""Referral: a matter or a part of it in another department's hands, from the draft to its answer (转办)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from mediation_desk.domain.referral.offices import OfficeKind
from mediation_desk.domain.vocabulary import Term
from mediation_desk.domain.words import N_


class HandOff(Term):
    """How a referral goes out; all of them without a network."""

    LETTER = "letter", N_("Printed letter")
    PACKAGE = "package", N_("Sealed package")
    FILES = "files", N_("Plain files")


@dataclass(eq=False, kw_only=True)
class Referral:
    """One referral to one receiving office.

    ``office_id``: of the office's list; ``office`` and ``office_kind`` stay as they were then. ``whole``: the
    whole matter; else ``part`` says in words which part it is, ``claims`` which claims of whom, as
    "worker/claim" parted by blanks. ``papers``: names of forms, ``exhibits``: keys of exhibits, parted by
    blanks. ``asked``: who is asked to answer. ``package_id``, ``package_sha256``: of the sealed package, by
    which its receipt and its answer are known; ``answer_key``: in hexadecimal, the key that signs them.
    """

    id: UUID
    case_id: UUID
    office_id: UUID | None = None
    office: str
    office_kind: OfficeKind = OfficeKind.OTHER
    whole: bool = False
    part: str = ""
    claims: str = ""
    reason: str = ""
    asked: str = ""
    papers: str = ""
    exhibits: str = ""
    drafted_on: date
    due_on: date | None = None
    manner: HandOff | None = None
    handed_on: date | None = None
    handed_by: str = ""
    package_id: UUID | None = None
    package_sha256: str = ""
    answer_key: str = ""
    received_on: date | None = None
    received_by: str = ""
    number_there: str = ""
    answered_on: date | None = None
    result: str = ""
    returned_on: date | None = None
    returned_why: str = ""
    removed_at: datetime | None = None


@dataclass(eq=False, kw_only=True)
class CaseOrigin:
    """From where a case came in a sealed package, and what is owed to whoever sent it.

    ``sha256``: of the package; ``signing_key``, ``public_key``: the sender's, in hexadecimal: the one signed
    it, the answer is encrypted for the other. ``due_on``: until when an answer is asked for. ``receipt_at``,
    ``answered_at``: when they were written.
    """

    id: UUID
    case_id: UUID
    package_id: UUID
    store_id: UUID
    office: str
    sender: str = ""
    number: str
    reason: str = ""
    part: str = ""
    asked: str = ""
    sent_at: datetime
    due_on: date | None = None
    sha256: str
    signing_key: str
    public_key: str
    taken_at: datetime
    receipt_at: datetime | None = None
    answered_at: datetime | None = None
    result: str = ""
    returned_why: str = ""
    removed_at: datetime | None = None
