"""What the facts beside the cases know of a company's earlier agreements."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Connection, select

from mediation_desk.domain.performance.record import Past
from mediation_desk.store.tables.reports import case_facts


def past_agreements(connection: Connection, company: str, but: UUID, mediator: UUID | None) -> Sequence[Past]:
    """The signed agreements of the company, as it is compared, without one case; ``mediator``: of whose
    cases alone, None: of all."""
    told = select(case_facts.c.outstanding, case_facts.c.kept, case_facts.c.last_due_on).where(
        case_facts.c.company == company, case_facts.c.case_id != but, case_facts.c.counted,
        case_facts.c.signed_on.is_not(None))
    if mediator is not None:
        told = told.where(case_facts.c.mediator_id == mediator)
    return [Past(row.outstanding, row.kept, row.last_due_on) for row in connection.execute(told)]
