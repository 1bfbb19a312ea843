"""The ledger computed slowly and obviously: day by day, every sum made anew from single cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from uuid import UUID

from mediation_desk.domain.performance.ledger import Payment
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.vocabulary import DefaultClause, Duty, OwedHow

DAY = timedelta(days=1)


@dataclass
class Cell:
    """Fen that one worker gets of one instalment from one debtor (None: from all of them together)."""

    instalment: int
    worker: UUID
    whose: UUID | None
    fen: int


@dataclass
class Told:
    """What the oracle says of a day, in fen."""

    outstanding: int
    owed_today: int
    received: dict[UUID, int]
    debtors: list[tuple[int, int, int]]  # due, paid, outstanding


def parted(fen: int, weights: Sequence[int]) -> list[int]:
    """By largest remainder; of equal remainders the earlier one gets the fen."""
    exact = [Fraction(fen * weight, sum(weights)) for weight in weights]
    whole = [int(one) for one in exact]
    order = sorted(range(len(weights)), key=lambda at: whole[at] - exact[at])  # stable: the earlier first
    for at in order[:fen - sum(whole)]:
        whole[at] += 1
    return whole


def cells_of(agreement: Agreement) -> list[Cell]:
    """All cells as they were agreed."""
    whole = [Cell(one.number, share.worker_id, None, share.amount.fen)
             for one in agreement.instalments for share in one.shares]
    if agreement.owed_how is not OwedHow.IN_SHARES:
        return whole
    owers = [one for one in agreement.debtors if one.duty is Duty.OWES]
    left = [one.amount.fen if one.amount else 0 for one in owers]
    made = []
    for cell in whole:
        parts = parted(cell.fen, left) if any(left) else [0] * len(left)
        left = [rest - part for rest, part in zip(left, parts, strict=True)]
        made += [Cell(cell.instalment, cell.worker, ower.party_id, part)
                 for ower, part in zip(owers, parts, strict=True)]
    return made


def after(agreement: Agreement, payments: Sequence[Payment], until: date) -> tuple[list[Cell], list[int]]:
    """The cells after all payments until that day, and how much of each payment found a place."""
    cells, laid = cells_of(agreement), []
    for payment in sorted((one for one in payments if one.paid_on <= until), key=lambda p: (p.paid_on, p.id)):
        rest = payment.amount.fen
        for instalment in agreement.instalments:
            reached = [cell for cell in cells if cell.instalment == instalment.number and cell.fen
                       and payment.worker_id in (None, cell.worker) and _reaches(payment, cell, cells)]
            part = min(rest, sum(cell.fen for cell in reached))
            if part:
                for cell, fen in zip(reached, parted(part, [cell.fen for cell in reached]), strict=True):
                    cell.fen -= fen
            rest -= part
        laid.append(payment.amount.fen - rest)
    return cells, laid


def _reaches(payment: Payment, cell: Cell, cells: Sequence[Cell]) -> bool:
    owns_a_share = any(one.whose == payment.paid_by for one in cells if one.whose is not None)
    return cell.whose == payment.paid_by if owns_a_share else True


def told(agreement: Agreement, payments: Sequence[Payment], on: date) -> Told:
    """Everything of one day."""
    cells, laid = after(agreement, payments, on)
    made = sorted((one for one in payments if one.paid_on <= on), key=lambda p: (p.paid_on, p.id))
    broken = {(number, whose): _broken(agreement, payments, number, whose, on)
              for number in [one.number for one in agreement.instalments]
              for whose in {cell.whose for cell in cells}}
    received = {share.worker_id: share.amount.fen - sum(c.fen for c in cells if c.worker == share.worker_id)
                for share in agreement.shares}
    owers = [one.party_id for one in agreement.debtors if one.duty is Duty.OWES]
    debtors = []
    for one in agreement.debtors:
        paid = sum(fen for payment, fen in zip(made, laid, strict=True) if payment.paid_by == one.party_id
                   or (payment.paid_by is None and owers == [one.party_id]))
        cap = agreement.total.fen if one.amount is None else one.amount.fen
        place = owers.index(one.party_id) if one.party_id in owers else len(owers)
        own = [cell for cell in cells if cell.whose in (None, one.party_id)]
        if one.duty is not Duty.OWES:
            turn = len(owers) if agreement.owed_how is OwedHow.IN_ORDER else 1
            due = min(_defaulted(agreement, cells, broken, on, turn), max(0, cap - paid))
            debtors.append((due, paid, due))
        elif agreement.owed_how is OwedHow.IN_ORDER and place:
            due = _defaulted(agreement, cells, broken, on, place)
            debtors.append((due, paid, due))
        else:
            debtors.append((_due(agreement, own, broken, on), paid, sum(cell.fen for cell in own)))
    return Told(sum(cell.fen for cell in cells), _due(agreement, cells, broken, on), received, debtors)


Broken = dict[tuple[int, UUID | None], date | None]


def _broken(agreement: Agreement, payments: Sequence[Payment], number: int, whose: UUID | None,
            on: date) -> date | None:
    """The first day on which that instalment of that debtor counts as broken, walking there day by day."""
    day = min(one.due_on for one in agreement.instalments)
    while day <= on:
        cells, _ = after(agreement, payments, day - DAY)
        for one in agreement.instalments:
            late = day > one.due_on + DAY * agreement.grace_days
            open_ = any(c.fen for c in cells if c.instalment == one.number and c.whose == whose)
            all_fall_due = agreement.default_clause is DefaultClause.ACCELERATE
            if late and ((open_ and all_fall_due) or one.number == number):
                return day
        day += DAY
    return None


def _due(agreement: Agreement, cells: Sequence[Cell], broken: Broken, on: date) -> int:
    days = {one.number: one.due_on for one in agreement.instalments}
    return sum(cell.fen for cell in cells
               if days[cell.instalment] <= on or broken[cell.instalment, cell.whose] is not None)


def _defaulted(agreement: Agreement, cells: Sequence[Cell], broken: Broken, on: date, turn: int) -> int:
    found = 0
    for cell in cells:
        day = broken[cell.instalment, cell.whose]
        if day is not None and on >= day + DAY * (turn - 1) * (agreement.grace_days + 1):
            found += cell.fen
    return found
