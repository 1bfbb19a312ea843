"""What the papers may say that follow from a signed agreement: when it is not kept, and so that it binds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mediation_desk.documents.views.paper import Paper
from mediation_desk.documents.views.settlement import ClauseView
from mediation_desk.documents.views.shared import CaseView, OfficeView, PartyView
from mediation_desk.domain.money import Money


@dataclass(frozen=True, slots=True)
class ArrearRow:
    """What is due of one instalment and was not paid; ``since``: from which day on it is due, earlier than
    ``agreed_on`` where the rest fell due at once."""

    ordinal: int
    agreed_on: date
    since: date
    owed: Money


@dataclass(frozen=True, slots=True)
class WorkerRow:
    """One worker: what was agreed, what was received, what is due and unpaid. ``account`` empty: none was
    given, or it is none of the reader's business."""

    name: str
    agreed: Money
    received: Money
    due: Money
    account: str = ""


@dataclass(frozen=True, slots=True)
class AskedRow:
    """Whom it is asked of, and how much; ``duty``: as what, where several take on to pay."""

    party: PartyView
    amount: Money
    duty: str = ""


@dataclass(frozen=True, slots=True)
class PaidRow:
    """A payment that was received: by whom it was made where that was said."""

    paid_on: date
    amount: Money
    method: str
    voucher: str = ""


@dataclass(frozen=True, slots=True)
class DemandLetter(Paper):
    """督促履行通知: what is due, since when, what the agreement says of it, where it goes, what may follow.

    ``agreed``: the clause on default and any on a penalty, in the agreement's words. ``ways``: payment_order,
    suit, arbitration. ``resumed``: what may be claimed once the original claim revives, less what was paid.
    ``penalty``: what the agreed penalty comes to, where the agreement's own words say it.
    """

    TEMPLATE = "demand-letter"
    office: OfficeView
    case: CaseView
    agreement_number: str
    signed_on: date
    asked: tuple[AskedRow, ...]
    rows: tuple[ArrearRow, ...]
    workers: tuple[WorkerRow, ...]
    due: Money
    outstanding: Money
    since: date
    grace_days: int
    accelerated_on: date | None
    agreed: tuple[ClauseView, ...]
    resumed: Money | None
    penalty: Money | None
    method: str
    ways: tuple[str, ...]
    issued_on: date
    changed_on: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Applying:
    """What one application is told: of one worker, or of several who apply together.

    ``due``: what is asked for; ``resumed``: what may be asked for instead, once the original claim revives.
    ``covered``: of what is asked for the part that a payment order reaches; None: it is not known.
    """

    applicants: tuple[PartyView, ...]
    asked: tuple[AskedRow, ...]
    workers: tuple[WorkerRow, ...]
    rows: tuple[ArrearRow, ...]
    paid: tuple[PaidRow, ...]
    agreed: Money
    received: Money
    due: Money
    outstanding: Money
    since: date
    accelerated_on: date | None
    resumed: Money | None = None
    covered: Money | None = None


@dataclass(frozen=True, slots=True)
class PaymentOrderApplication(Paper):
    """支付令申请书: a sheet for each worker. ``in_part``: the agreement settles more than a payment order
    reaches, so that the amount is left to the hand. ``covered``: what it is about."""

    TEMPLATE = "payment-order-application"
    office: OfficeView
    case: CaseView
    agreement_number: str
    signed_on: date
    applications: tuple[Applying, ...]
    covered: tuple[str, ...]
    in_part: bool
    clause: ClauseView
    changed_on: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class PenaltyRow:
    """What was agreed of a penalty, in the agreement's words. ``amount``: what it comes to; None: the words
    do not say it, or not for these workers alone."""

    title: str
    text: str
    amount: Money | None = None


@dataclass(frozen=True, slots=True)
class ArbitrationApplication(Paper):
    """仲裁申请书 on the agreement, laid out by elements. ``penalties``: what was agreed of a penalty."""

    TEMPLATE = "arbitration-application"
    office: OfficeView
    case: CaseView
    agreement_number: str
    signed_on: date
    applying: Applying
    claims: tuple[str, ...]
    clause: ClauseView
    penalties: tuple[PenaltyRow, ...]
    grace_days: int
    changed_on: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class EnforcementApplication(Paper):
    """强制执行申请书: on a mediation statement or a ruling; where neither was said, it is left to the hand,
    as are ``title_number`` and ``title_on`` where nobody entered them."""

    TEMPLATE = "enforcement-application"
    office: OfficeView
    case: CaseView
    agreement_number: str
    signed_on: date
    applying: Applying
    on_statement: bool
    on_ruling: bool
    title_number: str
    title_on: date | None
    clause: ClauseView
    changed_on: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewApplication(Paper):
    """仲裁审查申请书: both sides, that the commission makes a mediation statement of the agreement."""

    TEMPLATE = "review-application"
    office: OfficeView
    case: CaseView
    agreement_number: str
    signed_on: date
    applicants: tuple[PartyView, ...]
    respondents: tuple[PartyView, ...]
    third_parties: tuple[PartyView, ...]
    total: Money
    last_day: str
    changed_on: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class ConfirmationApplication(Paper):
    """司法确认申请书: both sides, that the court confirms the agreement."""

    TEMPLATE = "confirmation-application"
    office: OfficeView
    case: CaseView
    agreement_number: str
    signed_on: date
    applicants: tuple[PartyView, ...]
    respondents: tuple[PartyView, ...]
    third_parties: tuple[PartyView, ...]
    total: Money
    last_day: str
    changed_on: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class MediationCertificate(Paper):
    """主持调解证明: the office says that it held the mediation. ``sessions``: the days of the sessions that
    took place."""

    TEMPLATE = "mediation-certificate"
    office: OfficeView
    case: CaseView
    agreement_number: str
    signed_on: date
    applicants: tuple[PartyView, ...]
    respondents: tuple[PartyView, ...]
    third_parties: tuple[PartyView, ...]
    total: Money
    sessions: tuple[date, ...]
    issued_on: date
    changed_on: tuple[date, ...] = ()
