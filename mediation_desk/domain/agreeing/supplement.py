"""A signed agreement changed by a supplementary one: what was paid stays as it was, the rest is set anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from mediation_desk.domain.money import Money, total
from mediation_desk.domain.performance.laying import Book
from mediation_desk.domain.performance.ledger import Payment, overpaid
from mediation_desk.domain.settlement.agreement import Agreement, Instalment, InstalmentShare
from mediation_desk.domain.vocabulary import OwedHow, SplitKind
from mediation_desk.domain.words import N_, DeskError


@dataclass
class Receipt:
    """What the workers received by one transfer to all of them, or by several to single ones one after the
    other; ``on``: the day of the last. ``fen`` by worker."""

    on: date
    fen: Counter[UUID] = field(default_factory=Counter)
    to_all: bool = False

    @property
    def amount(self) -> Money:
        """All of it."""
        return Money(sum(self.fen.values()))


def receipts(agreement: Agreement, payments: Sequence[Payment]) -> list[Receipt]:
    """What was received so far, in the order in which it is laid against the instalments.

    As instalments they are laid exactly so again: a transfer to all takes its own instalment whole, and
    those to single workers each their own part of theirs.
    """
    book, found = Book(agreement), list[Receipt]()
    for one in _in_order(payments):
        parts = _taken(book, one)
        if one.worker_id is None or not found or found[-1].to_all:
            found.append(Receipt(one.paid_on, to_all=one.worker_id is None))
        found[-1].on = one.paid_on
        found[-1].fen.update(parts)
    return found


def _in_order(payments: Sequence[Payment]) -> list[Payment]:
    return sorted(payments, key=lambda payment: (payment.paid_on, payment.id))


def _taken(book: Book, payment: Payment) -> Counter[UUID]:
    """Fen by worker of one payment that is laid into the book."""
    if payment.worker_id is not None:
        book.take([payment])
        return Counter({payment.worker_id: payment.amount.fen})
    before = _left(book)
    book.take([payment])
    return before - _left(book)


def _left(book: Book) -> Counter[UUID]:
    left: Counter[UUID] = Counter()
    for cells in book.cells:
        for (worker, _by), fen in cells.items():
            left[worker] += fen
    return left


def rest_by_worker(agreement: Agreement, payments: Sequence[Payment]) -> list[tuple[UUID, Money]]:
    """What each worker is still owed, due or not, in the workers' order."""
    book = Book(agreement)
    book.take(_in_order(payments))
    left = _left(book)
    return [(share.worker_id, Money(left[share.worker_id])) for share in agreement.shares]


def is_told_by(made: Agreement, former: Agreement, payments: Sequence[Payment]) -> bool:
    """Whether what a change says was received is just what was: by whom, how much, until which day."""
    told = [(one.due_on, {share.worker_id: share.amount.fen for share in one.shares if share.amount})
            for one in made.instalments if one.paid_before]
    return told == [(one.on, dict(+one.fen)) for one in receipts(former, payments)]


def check_changeable(agreement: Agreement, payments: Sequence[Payment]) -> None:
    """Refuse to change an agreement of which nothing is left, or whose payments could not be laid again as
    they are. DeskError."""
    if agreement.owed_how is OwedHow.IN_SHARES and payments:
        raise DeskError(N_("Each debtor owes a share of its own, and something was paid already. What is "
                           "left of each share cannot be set anew together; agree it in a case of its own."))
    if overpaid(agreement, payments):
        raise DeskError(N_("More was paid than was agreed. Reverse what was booked too much before the "
                           "agreement is changed."))
    if total(one.amount for one in payments) == agreement.total:
        raise DeskError(N_("Everything that was agreed has been paid; there is nothing left to change."))


def restated(former: Agreement, payments: Sequence[Payment], rest: Agreement, why: str,
             new_key: Callable[[], UUID]) -> Agreement:
    """The agreement as it stands once changed: what was received as instalments that are paid, and after
    them ``rest``, drawn up over what is left. ``rest`` is completed and answered.

    Every sum is that of both: a worker's share is what they received and what they are to receive.
    """
    if not why.strip():
        raise DeskError(N_("Say why the agreement is changed."), field="supplements_why")
    if rest.split_kind is SplitKind.ON_SIGNING:
        raise DeskError(N_("In a supplementary agreement every instalment has a day of its own."),
                        field="split_kind")
    made = receipts(former, payments)
    rest.supplements_id, rest.supplements_why = former.id, why.strip()
    _add_received(rest, made)
    _put_before(rest, made, new_key)
    return rest


def _add_received(rest: Agreement, made: Sequence[Receipt]) -> None:
    received: Counter[UUID] = Counter()
    for one in made:
        received.update(one.fen)
    rest.total += Money(sum(received.values()))
    for share in rest.shares_all:
        share.amount += Money(received[share.worker_id])


def _put_before(rest: Agreement, made: Sequence[Receipt], new_key: Callable[[], UUID]) -> None:
    for instalment in rest.instalments_all:
        instalment.number += len(made)
    workers = [share.worker_id for share in rest.shares]
    rest.instalments_all[:0] = [_as_instalment(rest, number, one, workers, new_key)
                                for number, one in enumerate(made, start=1)]


def _as_instalment(rest: Agreement, number: int, receipt: Receipt, workers: Sequence[UUID],
                   new_key: Callable[[], UUID]) -> Instalment:
    made = Instalment(id=new_key(), case_id=rest.case_id, agreement_id=rest.id, number=number,
                      due_on=receipt.on, amount=receipt.amount, paid_before=True)
    made.shares_all = [InstalmentShare(id=new_key(), case_id=rest.case_id, instalment_id=made.id,
                                       worker_id=worker, amount=Money(receipt.fen[worker]))
                       for worker in workers]
    return made


def received_by_worker(agreement: Agreement) -> Mapping[UUID, Money]:
    """What each worker had received when the agreement was changed."""
    return {share.worker_id: total(part.amount for one in agreement.instalments if one.paid_before
                                   for part in one.shares if part.worker_id == share.worker_id)
            for share in agreement.shares}
