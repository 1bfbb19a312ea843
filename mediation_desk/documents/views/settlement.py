"""What the papers of the settlement may say: the agreement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mediation_desk.documents.views.annex import AnnexRow, AskedTable
from mediation_desk.documents.views.annex import InstalmentRow as InstalmentRow
from mediation_desk.documents.views.annex import PayeeRow as PayeeRow
from mediation_desk.documents.views.annex import Schedule as Schedule
from mediation_desk.documents.views.paper import Paper
from mediation_desk.documents.views.shared import CaseView, ClaimRow, OfficeView, PartyView, ShareTable
from mediation_desk.domain.money import Money


@dataclass(frozen=True, slots=True)
class ClauseView:
    """A clause as it stands in this agreement, its places already filled."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class DebtorRow:
    """One instalment; ``parts`` follow :attr:`DebtorTable.debtors`."""

    ordinal: int
    due_on: date
    amount: Money
    parts: tuple[Money, ...]
    on_signing: bool = False


@dataclass(frozen=True, slots=True)
class DebtorTable:
    """What each debtor pays of each instalment; ``totals`` are their shares, ``total`` is the whole."""

    debtors: tuple[str, ...]
    rows: tuple[DebtorRow, ...]
    totals: tuple[Money, ...]
    total: Money


@dataclass(frozen=True, slots=True)
class HandledRow:
    """What becomes of one claim; ``paid``: nothing where it is waived or something else is done."""

    worker: str
    claim: str
    asked: Money
    handling: str
    paid: Money


@dataclass(frozen=True, slots=True)
class InsteadRow:
    """What is done instead of paying for a claim; ``by``: until when, None while nobody said."""

    worker: str
    claim: str
    what: str
    by: date | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class WaivedRow:
    """A claim that a worker waives."""

    worker: str
    claim: str
    asked: Money
    note: str = ""


@dataclass(frozen=True, slots=True)
class HandledTable:
    """What becomes of each claim, as far as it is said, with the sums of what is asked and paid."""

    rows: tuple[HandledRow, ...]
    asked: Money
    paid: Money
    instead: tuple[InsteadRow, ...] = ()
    waived: tuple[WaivedRow, ...] = ()


@dataclass(frozen=True, slots=True)
class MediationAgreement(Paper):
    """调解协议书: what was agreed, who pays whom how much and when, and what follows."""

    TEMPLATE = "mediation-agreement"
    office: OfficeView
    case: CaseView
    applicants: tuple[PartyView, ...]
    respondents: tuple[PartyView, ...]
    third_parties: tuple[PartyView, ...]
    claims: tuple[ClaimRow, ...]
    claimed: Money
    asked: AskedTable
    facts: tuple[str, ...]
    issues: tuple[str, ...]
    responsibilities: tuple[str, ...]
    shares: ShareTable
    schedule: Schedule
    manner: str
    payees: tuple[PayeeRow, ...]
    clauses: tuple[ClauseView, ...]
    copies: int
    place: str | None = None
    judicial_confirmation: bool = True
    payment_order: bool = True
    payer: str = "被申请人"
    owing: tuple[ClauseView, ...] = ()
    debtors: DebtorTable | None = None
    unannounced: tuple[str, ...] = ()
    handled: HandledTable | None = None
    annex: tuple[AnnexRow, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One thing that was looked at before signing."""

    ordinal: int
    said: str
    kind: str = "应当核对"


@dataclass(frozen=True, slots=True)
class SigningChecks(Paper):
    """签约前核对记录: what was looked at before an agreement was signed; it stays inside."""

    TEMPLATE = "signing-checks"
    office: OfficeView
    case: CaseView
    on: date
    rows: tuple[CheckRow, ...]
    by: str | None = None


@dataclass(frozen=True, slots=True)
class SignedRow:
    """One signature of the screen: who, the line that was read first, when (to the minute), and whether its
    place on the paper is known."""

    ordinal: int
    name: str
    line: str
    at: str
    drawn: bool = True


@dataclass(frozen=True, slots=True)
class SignedCopy(Paper):
    """The last sheet of a copy on which the signatures of the screen are drawn. ``sha256``: of the very paper
    that was signed, in groups."""

    TEMPLATE = "signed-copy"
    office: OfficeView
    number: str
    paper: str
    sha256: tuple[str, ...]
    rows: tuple[SignedRow, ...]
