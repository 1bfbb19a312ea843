"""Papers of the performance: the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from mediation_desk.documents.views import performance as views
from mediation_desk.documents.views.whole_case import PayeeView, ReceiptRow
from mediation_desk.domain.money import ZERO, Money, total
from mediation_desk.domain.performance.ledger import InstalmentStanding, Payment, ledger
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.vocabulary import InstalmentState
from mediation_desk.domain.words import N_
from mediation_desk.services.papers.maker import Maker
from mediation_desk.services.papers.told import Told

STATES = {InstalmentState.PAID: N_("paid off"), InstalmentState.UPCOMING: N_("not yet due"),
          InstalmentState.DUE: N_("due today"), InstalmentState.GRACE: N_("late, within grace"),
          InstalmentState.OVERDUE: N_("overdue"), InstalmentState.ACCELERATED: N_("due at once")}


def performance_ledger(told: Told) -> views.PerformanceLedger:
    """Every instalment and every payment, as they stand today."""
    made = told.case.signed_agreement
    standing = ledger(made, told.case.payments, told.today)
    paid = _paid_by_instalment(told, made)
    rows = tuple(_ledger_row(told, one, paid[one.number]) for one in standing.instalments)
    return views.PerformanceLedger(
        office=told.office(), case=told.view(), agreement_number=told.case.number,
        payer="、".join(party.name for party in told.case.respondents), rows=rows, due=made.total,
        paid=total(row.paid for row in rows), balance=standing.outstanding, urges=(), as_of=told.today)


def _paid_by_instalment(told: Told, made: Agreement) -> dict[int, list[tuple[Payment, Money]]]:
    """Which part of each payment went to which instalment, as the ledger laid it."""
    parts: dict[int, list[tuple[Payment, Money]]] = {one.number: [] for one in made.instalments}
    payments = [payment for payment in told.case.payments if payment.paid_on <= told.today]
    before = ledger(made, [], told.today)
    for count, payment in enumerate(payments, start=1):
        after = ledger(made, payments[:count], told.today)
        for earlier, later in zip(before.instalments, after.instalments, strict=True):
            if part := later.paid - earlier.paid:
                parts[later.number].append((payment, part))
        before = after
    return parts


def _ledger_row(told: Told, standing: InstalmentStanding,
                paid: list[tuple[Payment, Money]]) -> views.LedgerRow:
    partly = standing.paid and standing.state is InstalmentState.UPCOMING
    state = told.words.translate(N_("paid in part") if partly else STATES[standing.state])
    return views.LedgerRow(
        standing.number, standing.due_on, standing.amount,
        tuple(_payment_row(told, payment, part, standing.due_on) for payment, part in paid), standing.paid,
        standing.owed, state, standing.days_late)


def _payment_row(told: Told, payment: Payment, part: Money, due_on: date) -> views.PaymentRow:
    to = told.say(N_("to {worker}"), worker=told.name(payment.worker_id)) if payment.worker_id else ""
    return views.PaymentRow(payment.paid_on, part, told.label(payment.method), payment.voucher,
                            max(0, (payment.paid_on - due_on).days),
                            "；".join(filter(None, (to, payment.note))))


def paid_and_owed(told: Told) -> tuple[Money, Money]:
    """What was paid on the signed agreement, and what is owed still; nothing before there is one."""
    if not told.case.is_signed:
        return ZERO, ZERO
    standing = ledger(told.case.signed_agreement, told.case.payments, told.today)
    return total(one.paid for one in standing.instalments), standing.outstanding


def received(told: Told, only: UUID | None = None) -> tuple[PayeeView, ...]:
    """What each worker was agreed to receive and received until today; ``only`` one of them where wanted."""
    made = told.case.signed_agreement
    rows: dict[UUID, list[ReceiptRow]] = {share.worker_id: [] for share in made.shares}
    for payment, parts in _paid_by_worker(told, made):
        for worker, part in parts.items():
            rows[worker].append(ReceiptRow(payment.paid_on, part, told.label(payment.method),
                                           payment.voucher))
    return tuple(PayeeView(told.name(share.worker_id), share.amount, total(row.amount for row in mine),
                           tuple(mine))
                 for share in made.shares if only in (None, share.worker_id)
                 for mine in [rows[share.worker_id]])


def _paid_by_worker(told: Told, made: Agreement) -> Iterator[tuple[Payment, dict[UUID, Money]]]:
    """Each payment with what each worker had of it: to one worker all of it, else as the ledger laid it."""
    payments = [payment for payment in told.case.payments if payment.paid_on <= told.today]
    before = dict.fromkeys((share.worker_id for share in made.shares), ZERO)
    for count, payment in enumerate(payments, start=1):
        after = {worker: got for worker, _share, got in ledger(made, payments[:count], told.today).workers}
        laid = {worker: got - before[worker] for worker, got in after.items() if got != before[worker]}
        yield payment, {payment.worker_id: payment.amount} if payment.worker_id in before else laid
        before = after


PAPERS = (
    Maker(views.PerformanceLedger, performance_ledger, lambda case: case.is_signed),
)
