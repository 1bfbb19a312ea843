"""Performance: payments booked against the instalments, and how the ledger stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.money import Money
from mediation_desk.domain.performance.ledger import Ledger, Payment, check_payment, ledger
from mediation_desk.domain.vocabulary import PaymentMethod, Station
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.removing import take_out


@dataclass(frozen=True)
class PaymentDraft:
    """A payment as it is booked; ``worker_id`` None: to all workers in proportion. ``paid_by``: which debtor
    paid; None where only one takes on to pay."""

    paid_on: date
    amount: Money
    worker_id: UUID | None = None
    method: PaymentMethod = PaymentMethod.TRANSFER
    voucher: str = ""
    note: str = ""
    paid_by: UUID | None = None


def standing(desk: Desk, case_id: UUID, on: date | None = None) -> Ledger:
    """The ledger on a day, today unless said otherwise."""
    with desk.case_reading(case_id, whole=False) as (_work, case):
        return ledger(case.signed_agreement, case.payments, on or desk.today)


def book(desk: Desk, case_id: UUID, draft: PaymentDraft, seen: Seen | None = None) -> Changes:
    """Book a payment, in part, late or early; never more than is outstanding."""
    with desk.case_work(case_id, "book_payment", seen) as (work, case):
        if draft.paid_on > desk.today:
            raise DeskError(N_("The payment lies in the future."), field="paid_on")
        agreement = case.signed_agreement
        payment = Payment(id=work.new_key(), case_id=case_id, paid_on=draft.paid_on, amount=draft.amount,
                          worker_id=draft.worker_id, method=draft.method, voucher=draft.voucher.strip(),
                          note=draft.note.strip(), paid_by=draft.paid_by)
        check_payment(payment, case.payments, agreement, case.first_signed_on)
        case.payments_all.append(payment)
        if not ledger(agreement, case.payments, desk.today).outstanding:
            case.advance(Station.CLOSING)
        return work.commit(lists=("cases", "agenda"), result=payment.id)


def remove_payment(desk: Desk, case_id: UUID, payment_id: UUID, seen: Seen | None = None) -> Changes:
    """Take a wrongly booked payment out; it can be restored."""
    with desk.case_work(case_id, "remove_payment", seen) as (work, case):
        take_out(work, case, "payments", payment_id)
        return work.commit(lists=("cases", "agenda"))
