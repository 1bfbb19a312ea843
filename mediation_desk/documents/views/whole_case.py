"""What a paper may say that is told the whole case: one view for every form that needs no view of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mediation_desk.documents.views.paper import Paper
from mediation_desk.documents.views.settlement import ClauseView, InstalmentRow, PayeeRow
from mediation_desk.documents.views.shared import (
    CaseView,
    ClaimRow,
    EvidenceRow,
    OfficeView,
    PartyView,
    RemedyView,
)
from mediation_desk.domain.money import Money


@dataclass(frozen=True, slots=True)
class CourseView:
    """The days of the case as they were entered, how it ended and where its file lies. ``sent_by``: the body
    that sent it here, as far as the office has named it; ``sessions``: the days on which both sides met."""

    applicants_agreed_on: date | None = None
    respondents_agreed_on: date | None = None
    extended_to: date | None = None
    signed_on: date | None = None
    closed_on: date | None = None
    outcome: str = ""
    reason: str = ""
    referred_to: str = ""
    archived_on: date | None = None
    volume: str = ""
    box: str = ""
    retention_years: int | None = None
    note: str = ""
    sent_by: str = ""
    sessions: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class InquiryView:
    """Who was asked what. ``began`` and ``ended``: the hour; ``party``: who was asked, where that is one."""

    held_on: date
    began: str
    ended: str
    place: str
    asked_by: str
    recorder: str
    person: str
    person_is: str
    lines: tuple[str, ...]
    party: PartyView | None = None


@dataclass(frozen=True, slots=True)
class ConsentView:
    """A party that consented to go on until a day; ``role`` with its ordinal tells namesakes apart."""

    party: str
    agreed_on: date
    until: date
    role: str


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """What one worker received of a payment."""

    paid_on: date
    amount: Money
    method: str
    voucher: str = ""


@dataclass(frozen=True, slots=True)
class PayeeView:
    """What one worker is to receive by the signed agreement, and the payments that came."""

    worker: str
    agreed: Money
    received: Money
    payments: tuple[ReceiptRow, ...]


@dataclass(frozen=True, slots=True)
class TermsView:
    """What was agreed: each worker's sum, how and where it is paid, and the clauses."""

    shares: tuple[tuple[str, Money], ...]
    manner: str
    clauses: tuple[ClauseView, ...]
    payees: tuple[PayeeRow, ...] = ()


@dataclass(frozen=True, slots=True)
class ServedPaper:
    """A paper that was given out, by its title and its own number, and in how many copies."""

    title: str
    number: str
    copies: int


@dataclass(frozen=True, slots=True)
class ReceiptView:
    """What one person was given at one time, and how it was received; empty: nobody entered it.

    ``served_at``: day and hour in words; ``signed_by``: the recipient's own hand; ``taken_by``: who took it
    for them, and who that is to them.
    """

    recipient: str
    papers: tuple[ServedPaper, ...]
    manner: str
    place: str = ""
    sent_by: str = ""
    sent_on: date | None = None
    served_at: str = ""
    signed_by: str = ""
    taken_by: str = ""
    refused_why: str = ""
    witness: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class OrderView:
    """A work order and the reply to it, as far as somebody entered them. Hours are written out.

    ``found_true``, ``beyond_duty``, ``contacted``, ``solved``: in words; ``beyond_kind``: as what it is
    another office's. ``public_answer``: empty until it was released as it stands; ``public_why``: why it is
    empty. ``proofs_of_*``: what goes with the reply. ``replied``: somebody began a reply.
    """

    number: str
    source: str
    arrived_at: str
    kind: str = ""
    urgency: str = ""
    title: str = ""
    content: str = ""
    caller: str = ""
    caller_phone: str = ""
    former_number: str = ""
    due_at: str = ""
    extended_to: str = ""
    signed_in_at: str = ""
    finished_at: str = ""
    returned_at: str = ""
    returned_why: str = ""
    replied: bool = False
    found_true: str = ""
    beyond_duty: str = ""
    beyond_kind: str = ""
    contacted: str = ""
    contacted_number: str = ""
    contacted_at: str = ""
    solved: str = ""
    unsolved_why: str = ""
    handling: str = ""
    public_answer: str = ""
    public_why: str = ""
    proofs_of_identity: str = ""
    proofs_of_contact: str = ""
    proofs_of_result: str = ""


@dataclass(frozen=True, slots=True)
class WholeCase(Paper):
    """The whole case for the form called ``form``. ``addressee``: whose copy it is, if there are copies;
    ``recipients``: the parties of that copy one by one, everybody where there are none; ``asked``: what
    each of the applicants asks for, zero where that is not in figures.

    A copy for one worker is told that worker's claims and payments alone.
    """

    form: str
    office: OfficeView
    case: CaseView
    addressee: PartyView | None
    applicants: tuple[PartyView, ...]
    respondents: tuple[PartyView, ...]
    third_parties: tuple[PartyView, ...]
    representatives: tuple[PartyView, ...]
    claims: tuple[ClaimRow, ...]
    claimed: Money | None
    facts: tuple[str, ...]
    agreed: tuple[str, ...]
    issues: tuple[str, ...]
    exhibits: tuple[EvidenceRow, ...]
    course: CourseView
    agreed_sum: Money | None
    instalments: tuple[InstalmentRow, ...]
    paid: Money | None
    remedies: tuple[RemedyView, ...]
    recipients: tuple[PartyView, ...] = ()
    asked: tuple[Money, ...] = ()
    inquiries: tuple[InquiryView, ...] = ()
    consents: tuple[ConsentView, ...] = ()
    payees: tuple[PayeeView, ...] = ()
    terms: TermsView | None = None
    receipts: tuple[ReceiptView, ...] = ()
    orders: tuple[OrderView, ...] = ()

    @property
    def template(self) -> str:
        """The form that it feeds."""
        return self.form
