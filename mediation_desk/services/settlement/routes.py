"""The routes after signing, for a case as it stands: what decides is read from its agreement and ledger."""

from __future__ import annotations

from mediation_desk.domain.calendar import WorkCalendar
from mediation_desk.domain.case import Case
from mediation_desk.domain.performance.ledger import Ledger
from mediation_desk.domain.settlement.routes import Advice, Settled, routes


def advice(case: Case, book: Ledger, calendar: WorkCalendar, *, people_mediation: bool) -> tuple[Advice, ...]:
    """All routes of a signed agreement on the ledger's day. ``people_mediation``: whether a court confirms
    what this office's agreements say. Raises DeskError while nothing is signed."""
    agreement = case.signed_agreement
    assert agreement.signed_on is not None
    following = book.next_due
    settled = Settled(
        claims=frozenset(claim.claim for claim in case.claims), pays=bool(agreement.total),
        signed_on=agreement.signed_on, due_on=following.due_on if following else None,
        grace_days=agreement.grace_days, people_mediation=people_mediation)
    return routes(settled, calendar, book.on)
