"""Performance: payments booked against the instalments, reversed, and how the ledger stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes, JournalEntry
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.money import Money, total
from mediation_desk.domain.performance.ledger import Ledger, Payment, check_payments, ledger
from mediation_desk.domain.vocabulary import PaymentMethod, Station
from mediation_desk.domain.words import N_, DeskError, NotThere
from mediation_desk.services.desk import Desk
from mediation_desk.store.journal import entries as journal
from mediation_desk.store.work.statement_lines import LineBooked
from mediation_desk.store.work.work import Work

WHY = "reversed_why"


@dataclass(frozen=True)
class PaymentDraft:
    """A payment as it is booked; ``worker_id`` None: to all workers in proportion. ``paid_by``: which debtor
    paid; None where only one takes on to pay.

    ``parts``: what each worker receives of it, where it was parted by hand; they come to the amount.
    ``exhibit_id``: the voucher among the case's evidence; ``bank_line``: the fingerprint of the line of a
    bank's statement that it is booked from.
    """

    paid_on: date
    amount: Money
    worker_id: UUID | None = None
    method: PaymentMethod = PaymentMethod.TRANSFER
    voucher: str = ""
    note: str = ""
    paid_by: UUID | None = None
    parts: tuple[tuple[UUID, Money], ...] = ()
    exhibit_id: UUID | None = None
    bank_line: str | None = None


@dataclass(frozen=True)
class Reversal:
    """When a payment was reversed, by whom and why."""

    at: datetime
    who: str
    why: str


def standing(desk: Desk, case_id: UUID, on: date | None = None) -> Ledger:
    """The ledger on a day, today unless said otherwise."""
    with desk.case_reading(case_id, whole=False) as (_work, case):
        return ledger(case.signed_agreement, case.payments, on or desk.today)


def book(desk: Desk, case_id: UUID, draft: PaymentDraft, seen: Seen | None = None) -> Changes:
    """Book a payment, in part, late or early, or a transfer parted by hand; never more than is
    outstanding, and no line of a statement twice."""
    with desk.case_work(case_id, "book_payment", seen) as (work, case):
        if draft.bank_line and work.statement_lines.booked([draft.bank_line]):
            raise LineBooked
        made = put_down(work, case, draft, desk.today)
        return work.commit(lists=("cases", "agenda"), result=made[0].id)


def put_down(work: Work, case: Case, draft: PaymentDraft, today: date) -> list[Payment]:
    """Add what a draft says to a case that is being written, or refuse it."""
    if draft.paid_on > today:
        raise DeskError(N_("The payment lies in the future."), field="paid_on")
    agreement = case.signed_agreement
    _require_exhibit(work, case, draft.exhibit_id)
    made = list(_payments(work, case, draft))
    check_payments(made, case.payments, agreement, case.first_signed_on)
    case.payments_all.extend(made)
    if not ledger(agreement, case.payments, today).outstanding:
        case.advance(Station.CLOSING)
    return made


def _payments(work: Work, case: Case, draft: PaymentDraft) -> Iterator[Payment]:
    """The payments of a draft: one, or of a transfer parted by hand one to each worker."""
    parts: Sequence[tuple[UUID | None, Money]] = draft.parts or ((draft.worker_id, draft.amount),)
    summed = total(amount for _worker, amount in parts)
    if summed != draft.amount:
        raise DeskError(N_("The workers' amounts come to {sum}, the transfer to {amount}."), field="parts",
                        sum=summed, amount=draft.amount)
    transfer = work.new_key() if draft.parts else None
    for worker, amount in parts:
        yield Payment(id=work.new_key(), case_id=case.id, paid_on=draft.paid_on, amount=amount,
                      worker_id=worker, method=draft.method, voucher=draft.voucher.strip(),
                      note=draft.note.strip(), paid_by=draft.paid_by, transfer_id=transfer,
                      bank_line=draft.bank_line, exhibit_id=draft.exhibit_id)


def reverse_payments(desk: Desk, case_id: UUID, payment_ids: Sequence[UUID], why: str,
                     seen: Seen | None = None) -> Changes:
    """Reverse payments that were booked wrongly, one or those of a transfer together: they count no more,
    and stay in the list with the reason. One that is reversed already stays as it is."""
    if not why.strip():
        raise DeskError(N_("Say why the payment is reversed."), field=WHY)
    with desk.case_work(case_id, "remove_payment", seen) as (work, case):
        known = {payment.id: payment for payment in case.payments_all}
        for payment_id in payment_ids:
            if payment_id not in known:
                raise NotThere(payment_id)
            payment = known[payment_id]
            if payment.removed_at is None:
                _require_unconfirmed(case, payment)
                payment.removed_at, payment.reversed_why = work.who.now, why.strip()
        return work.commit(lists=("cases", "agenda"))


def _require_unconfirmed(case: Case, payment: Payment) -> None:
    """What both sides signed as received, when the agreement was changed, is not reversed behind them. Keys
    tell which came first."""
    signed = case.signed_agreement
    if signed.supplements_id is not None and payment.id < signed.id:
        raise DeskError(N_("Both sides signed on {day} that this was received. Change the agreement anew "
                           "where it was not."), day=signed.signed_on)


def attach(desk: Desk, case_id: UUID, payment_ids: Sequence[UUID], exhibit_id: UUID | None,
           seen: Seen | None = None) -> Changes:
    """Let an exhibit of the case be the voucher of payments; None takes it off them."""
    with desk.case_work(case_id, "attach_voucher", seen) as (work, case):
        _require_exhibit(work, case, exhibit_id)
        known = {payment.id: payment for payment in case.payments}
        for payment_id in payment_ids:
            if payment_id not in known:
                raise NotThere(payment_id)
            known[payment_id].exhibit_id = exhibit_id
        return work.commit(lists=("cases",))


def _require_exhibit(work: Work, case: Case, exhibit_id: UUID | None) -> None:
    if exhibit_id is not None and work.evidence.get(case.id, exhibit_id).removed_at:
        raise NotThere(exhibit_id)


def reversals(desk: Desk, case_id: UUID) -> Mapping[UUID, Reversal]:
    """Who reversed each reversed payment of the case, when and why."""
    with desk.case_reading(case_id, whole=False) as (work, case):
        names = work.accounts.names()
        last = {entry.row_id: entry for entry in journal.naming(work.connection, case.id, WHY)
                if entry.fields[WHY][1]}
        return {payment.id: Reversal(payment.removed_at, _who(last, payment, names), payment.reversed_why)
                for payment in case.payments_all if payment.removed_at and payment.reversed_why}


def _who(last: Mapping[str, JournalEntry], payment: Payment, names: Mapping[UUID, str]) -> str:
    entry = last.get(str(payment.id))
    return names.get(entry.account_id, "?") if entry else "?"
