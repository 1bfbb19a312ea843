"""What the papers of the performance may say: the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mediation_desk.documents.views.paper import Paper
from mediation_desk.documents.views.shared import CaseView, OfficeView
from mediation_desk.domain.money import Money


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """One payment received. ``days_late`` is 0 when on time or early."""

    paid_on: date
    amount: Money
    method: str
    voucher: str = ""
    days_late: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One instalment with its payments; ``state`` is 已付清, 部分支付, 未到期 or 逾期."""

    ordinal: int
    due_on: date
    due: Money
    payments: tuple[PaymentRow, ...]
    paid: Money
    balance: Money
    state: str
    days_late: int = 0


@dataclass(frozen=True, slots=True)
class UrgeRow:
    """One reminder to pay: when, how, by whom, and what was answered."""

    on: date
    manner: str
    by: str
    answer: str = ""


@dataclass(frozen=True, slots=True)
class PerformanceLedger(Paper):
    """履行台账: every instalment, every payment, every reminder."""

    TEMPLATE = "performance-ledger"
    office: OfficeView
    case: CaseView
    agreement_number: str
    payer: str
    rows: tuple[LedgerRow, ...]
    due: Money
    paid: Money
    balance: Money
    urges: tuple[UrgeRow, ...]
    as_of: date


@dataclass(frozen=True, slots=True)
class PayeeShare:
    """To whom what is left of an instalment goes; the account whole, as whoever pays needs it."""

    name: str
    account: str
    owed: Money


@dataclass(frozen=True, slots=True)
class PaymentReminder(Paper):
    """付款提醒函: one instalment, when it is due, what is left of it and where it goes."""

    TEMPLATE = "payment-reminder"
    office: OfficeView
    case: CaseView
    agreement_number: str
    signed_on: date
    recipient: str
    ordinal: int
    due_on: date
    amount: Money
    paid: Money
    owed: Money
    method: str
    payees: tuple[PayeeShare, ...]
    issued_on: date
    lateness: str = ""
    changed_on: tuple[date, ...] = ()
