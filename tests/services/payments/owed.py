"""A signed case whose payments are followed: who is owed what, and where it goes."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import DefaultClause
from mediation_desk.services import editing
from mediation_desk.services.desk import Desk
from mediation_desk.services.performance import booking
from mediation_desk.services.settlement import settling
from mediation_desk.services.settlement.settling import TermsDraft
from tests.services.papers_desk import accepted, asked, case_of, terms

FIRST, SECOND = date(2025, 1, 20), date(2025, 2, 20)
SIGNED = date(2024, 12, 3)
ACCOUNT = "中国银行 6217000012345678901"


def owing(desk: Desk, *days: date, total: str = "6000.00", workers: tuple[str, ...] = ("温若晴",),
          signed: date = SIGNED, clause: DefaultClause = DefaultClause.ACCELERATE) -> UUID:
    """A signed case, one instalment a day; each worker has given an account."""
    case_id = asked(desk, accepted(desk, workers, claims=("unpaid_wages",)))
    for worker in case_of(desk, case_id).applicants:
        editing.save(desk, case_id, [editing.Edit("party", worker.id, "bank_account", "", ACCOUNT)])
    drafted = terms(total, *(days or (FIRST, SECOND)))
    settling.draft(desk, case_id, TermsDraft(drafted.terms, default_clause=clause))
    settling.sign(desk, case_id, signed)
    return case_id


def pay(desk: Desk, case_id: UUID, day: date, amount: str, worker: UUID | None = None) -> None:
    """Money came."""
    booking.book(desk, case_id, booking.PaymentDraft(day, yuan(amount), worker))
