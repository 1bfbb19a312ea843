"""Letting somebody in, as a mediator does who looked at the card and compared the fingerprint."""

from __future__ import annotations

from uuid import UUID

from mediation_desk.services.desk import Desk
from mediation_desk.services.keys import holding, sharing
from mediation_desk.services.keys.recipients import Recipients


def let_in(desk: Desk, case_id: UUID, account_id: UUID) -> None:
    """The holder at the desk lets in whoever waits, with the keys they have now."""
    mark = Recipients(desk).fingerprint(account_id)
    assert mark
    sharing.let_in(desk, case_id, account_id, mark)


def share(desk: Desk, case_id: UUID, account_id: UUID) -> None:
    """Put a colleague on the case and let them in."""
    sharing.add_mediator(desk, case_id, account_id)
    let_in(desk, case_id, account_id)


def holds_key(desk: Desk, case_id: UUID) -> bool:
    """Whether the person at the desk could open what is sealed in the case today."""
    with desk.case_reading(case_id, whole=False) as (work, _case):
        return holding.held_or_none(desk, work, case_id) is not None
