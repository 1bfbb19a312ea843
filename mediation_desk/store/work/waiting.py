"""Matters that wait to be registered, and cases that came today and are not decided."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, false, func, select

from mediation_desk.domain.intake.waiting import WaitingMatter
from mediation_desk.domain.summary import CaseRow
from mediation_desk.domain.vocabulary import Status
from mediation_desk.store.reading.lists import CASE_FIELDS, as_case_row
from mediation_desk.store.tables.cases import cases, orders
from mediation_desk.store.tables.desk import case_rows, waiting_matters
from mediation_desk.store.work.work import Work


def standing(work: Work) -> Sequence[WaitingMatter]:
    """Those that were neither registered nor dropped, the longest waiting first."""
    return work.chosen(_standing().order_by(waiting_matters.c.came_at, waiting_matters.c.id))


def held(work: Work, matter_id: UUID) -> WaitingMatter | None:
    """One of them, held until the unit of work ends, so that of two who register it one does; None where it
    waits no more."""
    found = work.chosen(_standing().where(waiting_matters.c.id == matter_id).with_for_update())
    return next(iter(found), None)


def _standing() -> Select[Any]:
    return select(WaitingMatter).where(waiting_matters.c.removed_at.is_(None),
                                       waiting_matters.c.registered_as.is_(None))


def undecided(work: Work, received_on: date) -> list[tuple[CaseRow, datetime, datetime | None]]:
    """The cases received on that day that are neither accepted nor refused, as far as they may be seen: each
    with the instant at which it was registered, and the hour at which its order came."""
    came = (select(func.min(orders.c.arrived_at)).where(orders.c.case_id == case_rows.c.case_id,
                                                        orders.c.removed_at.is_(None)).scalar_subquery())
    query: Select[Any] = (
        select(*(case_rows.c[name] for name in CASE_FIELDS), cases.c.created_at, came.label("came"))
        .join(cases, cases.c.id == case_rows.c.case_id)
        .where(case_rows.c.received_on == received_on, case_rows.c.removed == false(),
               case_rows.c.status == Status.OPEN, case_rows.c.accepted_on.is_(None), work.lists.sees())
        .order_by(case_rows.c.seq))
    return [(as_case_row(row), row.created_at, row.came) for row in work.connection.execute(query)]
