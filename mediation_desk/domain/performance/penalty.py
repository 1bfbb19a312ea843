"""The penalty that was agreed for a default: owed once the days of grace of any instalment are over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mediation_desk.domain.money import ZERO, Money
from mediation_desk.domain.performance.lateness import grace_until
from mediation_desk.domain.performance.ledger import Payment, ledger
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.vocabulary import DefaultClause


def penalty_owed(agreement: Agreement, payments: Sequence[Payment], on: date) -> Money:
    """The agreed penalty from the day on which an instalment has been unpaid, or was paid, later than its
    days of grace; nothing before that day, or where none is agreed (Civil Code, art. 585).

    It is owed besides the instalments and once only: paying the instalment afterwards does not undo it.
    """
    if agreement.default_clause is not DefaultClause.PENALTY or agreement.penalty is None:
        return ZERO
    standings = ledger(agreement, payments, on).instalments
    broken = any((one.settled_on or on) > grace_until(one.due_on, agreement.grace_days) for one in standings)
    return agreement.penalty if broken else ZERO
