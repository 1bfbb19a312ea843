"""What is still to be paid, over all cases that a person may see: pages of it, and totals to the fen."""

from __future__ import annotations

from uuid import UUID

from mediation_desk.domain.payments.dues import Due, DueDay, DueFilter, DueTotals
from mediation_desk.domain.rights import Verb
from mediation_desk.services.desk import Desk


def due_day(desk: Desk) -> DueDay:
    """Today as this office looks at it."""
    return DueDay(desk.today, desk.settings.reminder_days, desk.zone)


def page(desk: Desk, wanted: DueFilter, offset: int, limit: int) -> list[Due]:
    """A page of the open instalments."""
    with desk.reading() as work:
        desk.require(Verb.READ_CASE, own_case=True)
        return work.dues.page(due_day(desk), wanted, offset, limit)


def count(desk: Desk, wanted: DueFilter) -> int:
    """How many open instalments the filter leaves."""
    with desk.reading() as work:
        desk.require(Verb.READ_CASE, own_case=True)
        return work.dues.count(due_day(desk), wanted)


def totals(desk: Desk, wanted: DueFilter) -> DueTotals:
    """How many they are and what is owed on them: in all, and by section, whichever is chosen."""
    with desk.reading() as work:
        desk.require(Verb.READ_CASE, own_case=True)
        return work.dues.totals(due_day(desk), wanted)


def of_case(desk: Desk, case_id: UUID) -> list[Due]:
    """The open instalments of one case, the one owed longest first."""
    with desk.reading() as work:
        desk.require(Verb.READ_CASE, own_case=True)
        return work.dues.of_case(due_day(desk), case_id)
