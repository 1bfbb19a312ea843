"""The ways from an agreement as its ledger stands: the first unpaid instalment decides."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from mediation_desk.domain.money import yuan
from mediation_desk.domain.performance.ledger import Payment, ledger
from mediation_desk.domain.performance.ways import ways
from mediation_desk.domain.settlement.agreement import Agreement, Instalment, InstalmentShare, Share
from mediation_desk.domain.settlement.routes import Route
from mediation_desk.domain.words import DeskError
from mediation_desk.library.law import shipped_calendar

CALENDAR = shipped_calendar()
WORKER, CASE = UUID(int=9), UUID(int=2)
DAYS = (date(2024, 12, 10), date(2025, 1, 10))


def agreed(signed_on: date | None = date(2024, 11, 25)) -> Agreement:
    made = Agreement(id=UUID(int=1), case_id=CASE, total=yuan("200"), signed_on=signed_on)
    made.shares_all = [Share(id=UUID(int=3), case_id=CASE, agreement_id=made.id, worker_id=WORKER, position=0,
                             amount=yuan("200"))]
    made.instalments_all = [
        Instalment(id=UUID(int=10 + at), case_id=CASE, agreement_id=made.id, number=at, due_on=day,
                   amount=yuan("100"), shares_all=[InstalmentShare(
                       id=UUID(int=20 + at), case_id=CASE, instalment_id=UUID(int=10 + at), worker_id=WORKER,
                       amount=yuan("100"))])
        for at, day in enumerate(DAYS, start=1)]
    return made


def opens(*paid: str) -> date | None:
    """From which day a payment order is open once so much was paid on the first due day."""
    payments = [Payment(id=UUID(int=30 + at), case_id=CASE, paid_on=DAYS[0], amount=yuan(amount))
                for at, amount in enumerate(paid)]
    made = agreed()
    told = ways(made, ["unpaid_wages"], ledger(made, payments, DAYS[1]), CALENDAR, people_mediation=True)
    return {one.route: one.opens_on for one in told}[Route.PAYMENT_ORDER]


def test_the_first_unpaid_instalment_says_from_which_day() -> None:
    assert opens() == date(2024, 12, 16)
    assert opens("99.99") == date(2024, 12, 16)
    assert opens("100") == date(2025, 1, 16)
    assert opens("100", "100") is None


def test_before_the_signing_there_is_none() -> None:
    made = agreed(None)
    with pytest.raises(DeskError, match="no signed agreement"):
        ways(made, [], ledger(made, [], DAYS[0]), CALENDAR, people_mediation=True)
