"""Cases that were taken in from another office: from which, and what they are called there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import select

from mediation_desk.domain.travel.elsewhere import Received
from mediation_desk.store.tables.cases import homecomings
from mediation_desk.store.work.work import Work

_FROM = "from"


def as_told(office: str, number: str) -> str:
    """What the row of a homecoming keeps of it."""
    return json.dumps({_FROM: {"office": office, "number": number}}, ensure_ascii=False)


def office_of(decisions: str) -> str:
    """The office of which such a row tells; empty for what came home from a laptop, or back."""
    return str(json.loads(decisions).get(_FROM, {}).get("office", ""))


def received(work: Work, case_id: UUID | None = None) -> Iterator[Received]:
    """Every case that was taken in and not given up again, the latest coming last; or that one alone."""
    found = select(homecomings.c.case_id, homecomings.c.laptop_id, homecomings.c.bag_id,
                   homecomings.c.decisions).where(
        homecomings.c.removed_at.is_(None), homecomings.c.decisions.startswith(f'{{"{_FROM}"'))
    if case_id is not None:
        found = found.where(homecomings.c.case_id == case_id)
    for row in work.connection.execute(found.order_by(homecomings.c.brought_at, homecomings.c.id)):
        told = json.loads(row.decisions)[_FROM]
        yield Received(row.case_id, row.laptop_id, row.bag_id, told["office"], told["number"])
