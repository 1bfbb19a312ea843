"""A signed case on which money is owed, and a line that pays some of it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from mediation_desk.domain.money import yuan
from mediation_desk.domain.payments.statements.lines import Line
from mediation_desk.services.desk import Desk
from mediation_desk.services.settlement import settling
from tests.services.papers_desk import WORKERS, accepted, asked, terms
from tests.services.test_history import SIGNED

DAY = date(2025, 1, 10)


def signed(desk: Desk) -> UUID:
    """Two workers are owed 6,000.00 each, on one day."""
    case_id = asked(desk, accepted(desk))
    settling.draft(desk, case_id, terms("12000.00", date(2024, 12, 20)))
    settling.sign(desk, case_id, SIGNED)
    return case_id


def line(row: int = 2, amount: str = "6000.00", name: str = WORKERS[0], mark: str = "") -> Line:
    return Line(row, DAY, yuan(amount), True, name, fingerprint=mark or f"{row:064x}")
