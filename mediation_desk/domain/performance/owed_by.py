"""How each debtor stands on a day: what may be asked of it, what it paid, what it owes still."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mediation_desk.domain.money import Money
from mediation_desk.domain.performance.laying import Book, Line
from mediation_desk.domain.settlement.debtors import Debtor
from mediation_desk.domain.vocabulary import Duty, OwedHow


@dataclass(frozen=True)
class DebtorStanding:
    """One debtor on a day.

    ``amount``: its share, the most that it guarantees, or all of it. ``due``: what may be asked of it on the
    day and is unpaid; ``outstanding``: what it owes still, due or not. Who owes after another, and who
    guarantees, owes nothing before the default of those before it (Civil Code, arts. 687, 688).
    """

    party_id: UUID
    duty: Duty
    amount: Money
    due: Money
    paid: Money
    outstanding: Money


def standings(book: Book, on: date) -> tuple[DebtorStanding, ...]:
    """Each debtor that the agreement names, in their order; payments are laid already."""
    debtors = book.agreement.debtors
    owers = [one.party_id for one in debtors if one.duty is Duty.OWES]
    return tuple(_standing(book, one, on, owers) for one in debtors)


def _standing(book: Book, debtor: Debtor, on: date, owers: Sequence[UUID]) -> DebtorStanding:
    amount = book.agreement.total if debtor.amount is None else debtor.amount
    paid = _paid(book, debtor, owers)
    if debtor.duty is not Duty.OWES:
        due = outstanding = min(_in_default(book, on, owers), max(0, amount.fen - paid))
    else:
        due, outstanding = _owes(book, debtor.party_id, on, owers)
    return DebtorStanding(debtor.party_id, debtor.duty, amount, Money(due), Money(paid), Money(outstanding))


def _paid(book: Book, debtor: Debtor, owers: Sequence[UUID]) -> int:
    """What nobody was named for was paid by the only one who owes."""
    alone = len(owers) == 1 and owers[0] == debtor.party_id
    return book.paid[debtor.party_id] + (book.paid[None] if alone else 0)


def _owes(book: Book, party_id: UUID, on: date, owers: Sequence[UUID]) -> tuple[int, int]:
    place = owers.index(party_id) if book.agreement.owed_how is OwedHow.IN_ORDER else 0
    line = _line(book, party_id)
    if place:
        later = book.defaulted(line, on, place)
        return later, later
    return book.due(line, on), sum(line.left)


def _line(book: Book, party_id: UUID) -> Line:
    return book.lines[party_id if party_id in book.lines else None]


def _in_default(book: Book, on: date, owers: Sequence[UUID]) -> int:
    """What a guarantor answers for: the default of the last who owes it."""
    places = len(owers) if book.agreement.owed_how is OwedHow.IN_ORDER else 1
    return sum(book.defaulted(line, on, places) for line in book.lines.values())
