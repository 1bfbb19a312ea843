"""The ledger of an agreement: what was paid, what is owed on a day, what default brings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from mediation_desk.domain.money import ZERO, Money, total
from mediation_desk.domain.settlement.agreement import Agreement, Instalment
from mediation_desk.domain.vocabulary import DefaultClause, InstalmentState, PaymentMethod
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
    removed_at: datetime | None = None


@dataclass(frozen=True)
class InstalmentStanding:
    """One instalment on a given day; ``days_late`` counts to settlement, or to that day."""

    number: int
    due_on: date
    amount: Money
    paid: Money
    settled_on: date | None
    days_late: int
    state: InstalmentState

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

    @property
    def outstanding(self) -> Money:
        """All that is still to be paid, due or not."""
        return total(standing.owed for standing in self.instalments)

    @property
    def owed_today(self) -> Money:
        """What is due and unpaid on the day."""
        open_states = (InstalmentState.UPCOMING, InstalmentState.PAID)
        return total(s.owed for s in self.instalments if s.state not in open_states)

    @property
    def next_due(self) -> InstalmentStanding | None:
        """The first instalment not yet settled."""
        return next((s for s in self.instalments if s.owed), None)


class _Cells:
    """Owed fen per instalment and worker, reduced as payments are laid against them."""

    def __init__(self, instalments: Sequence[Instalment]) -> None:
        self.owed = [{share.worker_id: share.amount.fen for share in i.shares} for i in instalments]

    def take(self, payment: Payment) -> int:
        """Lay the payment against the earliest cells; return what found no place, in fen."""
        rest = payment.amount.fen
        for cells in self.owed:
            open_cells = {w: fen for w, fen in cells.items()
                          if fen and payment.worker_id in (None, w)}
            part = min(rest, sum(open_cells.values()))
            if not part:
                continue
            for worker, slice_ in zip(open_cells, Money(part).split(list(open_cells.values())), strict=True):
                cells[worker] -= slice_.fen
            rest -= part
        return rest


def ledger(agreement: Agreement, payments: Sequence[Payment], on: date) -> Ledger:
    """How the agreement stands on the day, from the payments made until then.

    Payments are laid against the earliest instalment first. Acceleration happens on the first
    day on which an instalment has been unpaid for more than the grace days.
    """
    instalments = agreement.instalments
    made = sorted((p for p in payments if p.paid_on <= on and not p.removed_at),
                  key=lambda p: (p.paid_on, p.id))
    cells = _Cells(instalments)
    settled: list[date | None] = [None if i.amount else i.due_on for i in instalments]
    overpaid = 0
    for payment in made:
        overpaid += cells.take(payment)
        for index, owed in enumerate(cells.owed):
            if settled[index] is None and not any(owed.values()):
                settled[index] = payment.paid_on
    accelerated = _accelerated_on(agreement, settled, on)
    standings = tuple(_standing(i, Money(sum(owed.values())), done, accelerated, agreement.grace_days, on)
                      for i, owed, done in zip(instalments, cells.owed, settled, strict=True))
    return Ledger(on, standings, _received(agreement, cells), accelerated, Money(overpaid))


def owed_to(agreement: Agreement, payments: Sequence[Payment]) -> dict[int, dict[UUID, Money]]:
    """What each worker is still owed of each instalment, by its number, once all payments are laid."""
    cells = _Cells(agreement.instalments)
    for payment in sorted((p for p in payments if not p.removed_at), key=lambda p: (p.paid_on, p.id)):
        cells.take(payment)
    return {one.number: {worker: Money(fen) for worker, fen in owed.items()}
            for one, owed in zip(agreement.instalments, cells.owed, strict=True)}


def overpaid(agreement: Agreement | None, payments: Sequence[Payment]) -> Money:
    """What found no place in a signed agreement once all payments are laid in the order of their days."""
    if agreement is None or agreement.signed_on is None or not payments:
        return ZERO
    return ledger(agreement, payments, max(payment.paid_on for payment in payments)).overpaid


def _accelerated_on(agreement: Agreement, settled: Sequence[date | None], on: date) -> date | None:
    if agreement.default_clause is not DefaultClause.ACCELERATE:
        return None
    last_days = [(i.due_on + timedelta(days=agreement.grace_days), done)
                 for i, done in zip(agreement.instalments, settled, strict=True)]
    broken = [last + timedelta(days=1) for last, done in last_days if (done or on) > last]
    return min(broken, default=None)


def _standing(instalment: Instalment, owed: Money, settled: date | None, accelerated: date | None,
              grace_days: int, on: date) -> InstalmentStanding:
    late = max(0, ((settled or on) - instalment.due_on).days)
    return InstalmentStanding(instalment.number, instalment.due_on, instalment.amount,
                              instalment.amount - owed, settled, late,
                              _state(instalment, owed, accelerated, grace_days, on))


def _state(instalment: Instalment, owed: Money, accelerated: date | None, grace_days: int,
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


def _received(agreement: Agreement, cells: _Cells) -> tuple[tuple[UUID, Money, Money], ...]:
    owed = {share.worker_id: 0 for share in agreement.shares}
    for column in cells.owed:
        for worker, fen in column.items():
            owed[worker] += fen
    return tuple((s.worker_id, s.amount, s.amount - Money(owed[s.worker_id])) for s in agreement.shares)


def check_payment(payment: Payment, booked: Sequence[Payment], agreement: Agreement) -> None:
    """Refuse a payment that cannot be: nothing, before the signing, or more than is outstanding.

    An early payment that is booked late is laid before those booked already, so it may leave them
    less room than there is today.
    """
    if payment.amount <= ZERO:
        raise DeskError(N_("The payment must be more than zero."), field="amount")
    if agreement.signed_on and payment.paid_on < agreement.signed_on:
        raise DeskError(N_("The payment cannot be earlier than the signing on {day}."), field="paid_on",
                        day=agreement.signed_on)
    before = ledger(agreement, booked, max([payment.paid_on, *(one.paid_on for one in booked)]))
    open_to = {worker: share - received for worker, share, received in before.workers}
    most = before.outstanding if payment.worker_id is None else open_to.get(payment.worker_id, ZERO)
    if payment.amount > most:
        raise DeskError(N_("Only {most} is still outstanding there."), field="amount", most=most)
    if overpaid(agreement, [*booked, payment]) > before.overpaid:
        raise DeskError(N_("Payments of later days leave less room. Book this one worker by worker, with "
                           "what each received."), field="amount")
