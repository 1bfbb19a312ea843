"""Can it be paid? What this store knows of a company's earlier agreements, in figures alone."""

from __future__ import annotations

from uuid import UUID

from mediation_desk.domain.intake.marks import marks
from mediation_desk.domain.performance.record import Record, record_of
from mediation_desk.domain.reports.facts import main_company
from mediation_desk.domain.rights import Verb
from mediation_desk.library.companies import shipped_companies
from mediation_desk.services.desk import Desk
from mediation_desk.store.reading.company_record import past_agreements


def record(desk: Desk, case_id: UUID) -> Record:
    """How the earlier agreements of the case's company went: kept, late, broken, still running. Whoever may
    read the figures of all cases is told of all, others of their own; nothing of which cases these are."""
    with desk.case_reading(case_id, whole=False) as (work, case):
        company = main_company(case)
        if company is None or not company.name:
            return Record()
        of_all = desk.may(Verb.READ_FIGURES)
        past = past_agreements(work.connection, marks(company, shipped_companies()), company.credit_code,
                               case_id, None if of_all else desk.who.account_id)
        return record_of(past, desk.today)
