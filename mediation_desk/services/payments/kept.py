"""Kept or not: what became of the office's agreements, and of each mediator's for that mediator alone."""

from __future__ import annotations

from uuid import UUID

from mediation_desk.domain.payments.kept import KeptLine, kept_lines
from mediation_desk.domain.rights import Verb
from mediation_desk.services.desk import Desk


def kept_or_not(desk: Desk, mediator: UUID | None = None, site: UUID | None = None) -> tuple[KeptLine, ...]:
    """A line for each kind of terms. Whoever sees every case is told of the office, or of one mediator;
    everybody else of their own cases, whomever they ask for. ``site``: of its cases alone."""
    with desk.reading() as work:
        desk.require(Verb.READ_FIGURES, own_case=True)
        return kept_lines(work.kept_or_not.performed(desk.today, _whose(desk, mediator), site))


def in_short(desk: Desk, site: UUID | None = None) -> KeptLine:
    """The same in one line, of the office or of one's own cases."""
    with desk.reading() as work:
        desk.require(Verb.READ_FIGURES, own_case=True)
        return work.kept_or_not.in_short(desk.today, _whose(desk, None), site)


def _whose(desk: Desk, mediator: UUID | None) -> UUID | None:
    return mediator if desk.may(Verb.LIST_ALL_CASES) else desk.who.account_id
