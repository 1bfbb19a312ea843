"""The ledger of an agreement: what was paid, what is owed on a day, what default brings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from mediation_desk.domain.money import ZERO, Money, total
from mediation_desk.domain.performance.laying import Book
from mediation_desk.domain.performance.owed_by import DebtorStanding, standings
from mediation_desk.domain.settlement.agreement import Agreement, Instalment
from mediation_desk.domain.vocabulary import Duty, InstalmentState, PaymentMethod
from mediation_desk.domain.words import N_, DeskError


@dataclass(eq=False, kw_only=True)
class Payment:
    """Money that was paid: to one worker, or to all in proportion to what each is owed."""

    id: UUID
    case_id: UUID
    paid_on: date
    amount: Money
    worker_id: UUID | None = None
    method: PaymentMethod = PaymentMethod.TRANSFER
    voucher: str = ""
    note: str = ""
    paid_by: UUID | None = None  # which debtor; None: nobody said
    transfer_id: UUID | None = None  # the transfer that it is a part of, where one was parted by hand
    bank_line: str | None = None  # the fingerprint of the line of a bank's statement that it was booked from
    exhibit_id: UUID | None = None  # the voucher, where it is kept in the case
    reversed_why: str | None = None  # why it was reversed, where it was: it counts no more, and stays
    removed_at: datetime | None = None


@dataclass(frozen=True)
class InstalmentStanding:
    """One instalment on a given day; ``days_late`` counts to settlement, or to that day. ``at_once_on``: the
    day on which what is left of it fell due before its own, by the default of one who owes some of that."""

    number: int
    due_on: date
    amount: Money
    paid: Money
    settled_on: date | None
    days_late: int
    state: InstalmentState
    at_once_on: date | None = None

    @property
    def owed_since(self) -> date:
        """Its day, or the earlier one on which it fell due at once."""
        return min(self.due_on, self.at_once_on or self.due_on)

    @property
    def owed(self) -> Money:
        """What is still to be paid of it."""
        return self.amount - self.paid


@dataclass(frozen=True)
class Ledger:
    """The whole agreement on one day."""

    on: date
    instalments: tuple[InstalmentStanding, ...]
    workers: tuple[tuple[UUID, Money, Money], ...]  # worker, share, received
    accelerated_on: date | None
    overpaid: Money
    debtors: tuple[DebtorStanding, ...]  # whom the agreement names, in their order; none: one owes alone
    owed_today: Money  # due and unpaid on the day

    @property
    def outstanding(self) -> Money:
        """All that is still to be paid, due or not."""
        return total(standing.owed for standing in self.instalments)

    @property
    def next_due(self) -> InstalmentStanding | None:
        """The first instalment not yet settled."""
        return next((s for s in self.instalments if s.owed), None)


def ledger(agreement: Agreement, payments: Sequence[Payment], on: date) -> Ledger:
    """How the agreement stands on the day, from the payments made until then.

    Payments are laid against the earliest instalment first. Acceleration happens on the first
    day on which an instalment has been unpaid for more than the grace days; where debtors owe in shares,
    of each debtor's own share by itself.
    """
    book = _book(agreement, payments, on)
    return Ledger(on, tuple(_standings(book, on)), _received(agreement, book), _accelerated_on(book),
                  Money(book.rest), standings(book, on),
                  Money(sum(book.due(line, on) for line in book.lines.values())))


def laid(agreement: Agreement, payments: Sequence[Payment], on: date) -> Book:
    """What is left of everything that is owed on the day, cell by cell, from the payments until then."""
    return _book(agreement, payments, on)


def _book(agreement: Agreement, payments: Sequence[Payment], on: date) -> Book:
    made = sorted((payment for payment in payments if payment.paid_on <= on and not payment.removed_at),
                  key=lambda payment: (payment.paid_on, payment.id))
    book = Book(agreement)
    book.take(made)
    book.accelerate(on)
    return book


def _accelerated_on(book: Book) -> date | None:
    return min((line.accelerated_on for line in book.lines.values() if line.accelerated_on), default=None)


def _standings(book: Book, on: date) -> Iterator[InstalmentStanding]:
    for at, instalment in enumerate(book.instalments):
        lines = list(book.lines.values())
        owing = [line for line in lines if line.left[at]]
        done = None if owing else max(line.settled[at] or instalment.due_on for line in lines)
        yield _standing(instalment, Money(sum(line.left[at] for line in owing)), done,
                        min((line.accelerated_on for line in owing if line.accelerated_on), default=None),
                        book.agreement.grace_days, on)


def owed_to(agreement: Agreement, payments: Sequence[Payment]) -> dict[int, dict[UUID, Money]]:
    """What each worker is still owed of each instalment, by its number, once all payments are laid."""
    laid = _book(agreement, payments, date.max).cells
    return {one.number: {worker: Money(sum(fen for (to, _by), fen in cells.items() if to == worker))
                         for worker in (share.worker_id for share in one.shares)}
            for one, cells in zip(agreement.instalments, laid, strict=True)}


def overpaid(agreement: Agreement | None, payments: Sequence[Payment]) -> Money:
    """What found no place in a signed agreement once all payments are laid in the order of their days."""
    if agreement is None or agreement.signed_on is None or not payments:
        return ZERO
    return ledger(agreement, payments, max(payment.paid_on for payment in payments)).overpaid


def _standing(instalment: Instalment, owed: Money, settled: date | None, at_once: date | None,
              grace_days: int, on: date) -> InstalmentStanding:
    late = max(0, ((settled or on) - instalment.due_on).days)
    return InstalmentStanding(instalment.number, instalment.due_on, instalment.amount,
                              instalment.amount - owed, settled, late,
                              _state(instalment, owed, at_once is not None, grace_days, on), at_once)


def _state(instalment: Instalment, owed: Money, accelerated: bool, grace_days: int,
           on: date) -> InstalmentState:
    if not owed:
        return InstalmentState.PAID
    if on > instalment.due_on + timedelta(days=grace_days):
        return InstalmentState.OVERDUE
    if accelerated:
        return InstalmentState.ACCELERATED
    if on > instalment.due_on:
        return InstalmentState.GRACE
    return InstalmentState.DUE if on == instalment.due_on else InstalmentState.UPCOMING


def _received(agreement: Agreement, book: Book) -> tuple[tuple[UUID, Money, Money], ...]:
    owed: Counter[UUID] = Counter()
    for cells in book.cells:
        for (worker, _debtor), fen in cells.items():
            owed[worker] += fen
    return tuple((s.worker_id, s.amount, s.amount - Money(owed[s.worker_id])) for s in agreement.shares)


def check_payment(payment: Payment, booked: Sequence[Payment], agreement: Agreement,
                  since: date | None = None) -> None:
    """Refuse a payment that cannot be: see :func:`check_payments`."""
    check_payments([payment], booked, agreement, since)


def check_payments(payments: Sequence[Payment], booked: Sequence[Payment], agreement: Agreement,
                   since: date | None = None) -> None:
    """Refuse payments that cannot be, one transfer's parts: nothing, before the signing, or more than is
    outstanding.

    ``since``: the day of the first signing, where the agreement was changed afterwards.

    An early payment that is booked late is laid before those booked already, so it may leave them
    less room than there is today.
    """
    last = max(one.paid_on for one in (*payments, *booked))
    book = _book(agreement, booked, last)
    for payment in payments:
        _check_alone(payment, agreement, since or agreement.signed_on)
        most = _most(payment, agreement, book)
        if payment.amount > most:
            raise DeskError(N_("Only {most} is still outstanding there."), most=most,
                            field="parts" if len(payments) > 1 else "amount")
        book.take([payment])
    if overpaid(agreement, [*booked, *payments]) > overpaid(agreement, booked):
        raise DeskError(N_("Payments of later days leave less room. Book this one worker by worker, with "
                           "what each received."), field="amount")


def _check_alone(payment: Payment, agreement: Agreement, signed_on: date | None) -> None:
    if payment.amount <= ZERO:
        raise DeskError(N_("The payment must be more than zero."), field="amount")
    if signed_on and payment.paid_on < signed_on:
        raise DeskError(N_("The payment cannot be earlier than the signing on {day}."), field="paid_on",
                        day=signed_on)
    _check_payer(payment, agreement)
    _check_before_change(payment, agreement)


def _check_before_change(payment: Payment, agreement: Agreement) -> None:
    """What was received before a change stands worker by worker in it: one to all, dated before that, would
    be laid in proportion to what these received, and not to what everybody was owed."""
    last = max((one.due_on for one in agreement.instalments if one.paid_before), default=payment.paid_on)
    if payment.worker_id is None and payment.paid_on < last:
        raise DeskError(N_("The change of the agreement says what everybody had received by {day}. Book this "
                           "one worker by worker, with what each received."), field="amount", day=last)


def _check_payer(payment: Payment, agreement: Agreement) -> None:
    debtors = [one.party_id for one in agreement.debtors]
    if payment.paid_by is None and len(debtors) > 1:
        raise DeskError(N_("Several take on to pay. Say who paid this."), field="paid_by")
    if payment.paid_by is not None and debtors and payment.paid_by not in debtors:
        raise DeskError(N_("Only who owes or guarantees what was agreed pays it here."), field="paid_by")


def _most(payment: Payment, agreement: Agreement, book: Book) -> Money:
    """The most that can still be paid: of a share no more than the share, of a guarantee no more than it."""
    most = Money(book.room(payment.worker_id, payment.paid_by))
    payer = next((one for one in agreement.debtors if one.party_id == payment.paid_by), None)
    if payer is None or payer.duty is Duty.OWES or payer.amount is None:
        return most
    return min(most, payer.amount - Money(book.paid[payer.party_id]))
