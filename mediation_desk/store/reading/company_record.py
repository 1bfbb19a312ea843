"""What the facts beside the cases know of a company's earlier agreements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import Connection, select

from mediation_desk.domain.intake.marks import Mark
from mediation_desk.domain.performance.record import Past
from mediation_desk.domain.text import codes
from mediation_desk.domain.text.findable import findable
from mediation_desk.domain.vocabulary import Role
from mediation_desk.store.reading.known import bears
from mediation_desk.store.tables.cases import parties
from mediation_desk.store.tables.desk import party_marks
from mediation_desk.store.tables.reports import case_facts


def past_agreements(connection: Connection, marked: Iterable[Mark], code: str, but: UUID,
                    mediator: UUID | None) -> Sequence[Past]:
    """The signed agreements of cases against the company that bears these marks, however its name is written,
    without one case. ``code``: its credit code, which decides where both have one; ``mediator``: of whose
    cases alone, None: of all."""
    told = select(case_facts.c.case_id, case_facts.c.company, case_facts.c.outstanding, case_facts.c.kept,
                  case_facts.c.last_due_on, parties.c.name, parties.c.credit_code).select_from(
        party_marks).join(parties, parties.c.id == party_marks.c.party_id).join(
        case_facts, case_facts.c.case_id == party_marks.c.case_id).where(
        bears(marked), case_facts.c.case_id != but, case_facts.c.counted, case_facts.c.signed_on.is_not(None),
        parties.c.role == Role.RESPONDENT, parties.c.removed_at.is_(None))
    if mediator is not None:
        told = told.where(case_facts.c.mediator_id == mediator)
    own = codes.canonical(code)
    return list({row.case_id: Past(row.outstanding, row.kept, row.last_due_on)
                 for row in connection.execute(told)
                 if findable(row.name) == row.company  # whom the case is against first of all
                 and (not own or codes.canonical(row.credit_code) in ("", own))}.values())
