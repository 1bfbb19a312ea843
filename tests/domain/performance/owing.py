"""Agreements of several debtors for the tests of the ledger, and random ones with their payments."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from hypothesis import strategies as st

from mediation_desk.domain.money import Money
from mediation_desk.domain.performance.ledger import Payment
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.settlement.debtors import Debtor
from mediation_desk.domain.vocabulary import DefaultClause, Duty, OwedHow
from tests.domain.performance.test_ledger import CASE, FIRST, agreed

PLATFORM, EMPLOYER, GUARANTOR = UUID(int=501), UUID(int=502), UUID(int=503)


def owed(agreement: Agreement, how: OwedHow | None, *debtors: tuple[UUID, Duty, Money | None]) -> Agreement:
    """The agreement with its debtors."""
    agreement.owed_how = how
    agreement.debtors_all = [
        Debtor(id=UUID(int=600 + at), case_id=CASE, agreement_id=agreement.id, party_id=party, duty=duty,
               amount=amount, position=at) for at, (party, duty, amount) in enumerate(debtors)]
    return agreement


@st.composite
def agreements(draw: st.DrawFn) -> Agreement:
    """Small ones: a few workers, instalments close to each other, debtors in every way of owing."""
    shares = [Money(fen) for fen in draw(st.lists(st.integers(1, 60), min_size=1, max_size=3))]
    whole = Money(sum(one.fen for one in shares))
    days = sorted(draw(st.sets(st.integers(0, 25), min_size=1, max_size=3)))
    parts = whole.split(draw(st.lists(st.integers(1, 9), min_size=len(days), max_size=len(days))))
    dues = [FIRST + timedelta(days=day) for day in days]
    made = agreed(shares, list(zip(dues, parts, strict=True)), grace=draw(st.integers(0, 4)),
                  clause=draw(st.sampled_from(list(DefaultClause))))
    how = draw(st.sampled_from(list(OwedHow)))
    count = 1 if how is OwedHow.ALONE else draw(st.integers(2, 3))
    weights = draw(st.lists(st.integers(1, 9), min_size=count, max_size=count))
    amounts: list[Money | None] = list(whole.split(weights)) if how is OwedHow.IN_SHARES else [None] * count
    debtors = [(UUID(int=501 + at), Duty.OWES, amount) for at, amount in enumerate(amounts)]
    if draw(st.booleans()):
        most = draw(st.none() | st.integers(1, whole.fen).map(Money))
        duty = draw(st.sampled_from([Duty.GUARANTEES, Duty.GUARANTEES_JOINTLY]))
        debtors.append((UUID(int=510), duty, most))
    return owed(made, how, *debtors)


@st.composite
def payments(draw: st.DrawFn, agreement: Agreement) -> list[Payment]:
    """Payments of any of the debtors, or of nobody in particular, to one worker or to all."""
    workers = [None, *(share.worker_id for share in agreement.shares)]
    payers = [None, *(debtor.party_id for debtor in agreement.debtors)]
    return [Payment(id=UUID(int=at + 1), case_id=CASE, amount=Money(draw(st.integers(1, 80))),
                    paid_on=FIRST + timedelta(days=draw(st.integers(-3, 40))),
                    worker_id=draw(st.sampled_from(workers)), paid_by=draw(st.sampled_from(payers)))
            for at in range(draw(st.integers(0, 5)))]


def paid_by(number: int, day: date, amount: Money, payer: UUID, worker: UUID | None = None) -> Payment:
    """A payment of one debtor."""
    return Payment(id=UUID(int=number), case_id=CASE, paid_on=day, amount=amount, worker_id=worker,
                   paid_by=payer)
