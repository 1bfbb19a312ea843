"""The ways from a signed agreement as it stands in its ledger: the routes that the first unpaid instalment
decides on."""

from __future__ import annotations

from collections.abc import Iterable

from mediation_desk.domain.calendar import WorkCalendar
from mediation_desk.domain.performance.ledger import Ledger
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.settlement.routes import Advice, Settled, routes
from mediation_desk.domain.words import N_, DeskError


def ways(agreement: Agreement, claims: Iterable[str], book: Ledger, calendar: WorkCalendar, *,
         people_mediation: bool) -> tuple[Advice, ...]:
    """All routes on the ledger's day.

    ``claims``: the kinds of claims that it settles. ``people_mediation``: whether a court confirms what this
    office's agreements say. Raises DeskError while it is not signed.
    """
    if agreement.signed_on is None:
        raise DeskError(N_("There is no signed agreement yet."))
    following = book.next_due
    settled = Settled(
        claims=frozenset(claims), pays=bool(agreement.total), signed_on=agreement.signed_on,
        due_on=following.due_on if following else None, grace_days=agreement.grace_days,
        people_mediation=people_mediation)
    return routes(settled, calendar, book.on)
