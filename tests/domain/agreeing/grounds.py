"""A small agreement for the tests of the checks: two workers, one company, 9,000.00 in two instalments."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from mediation_desk.domain.agreeing.checking.ground import Ground
from mediation_desk.domain.agreeing.checks import Finding, looked_through
from mediation_desk.domain.case import Case
from mediation_desk.domain.keys import new_key
from mediation_desk.domain.money import yuan
from mediation_desk.domain.people import Claim, Party
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.settlement.terms import Terms, TermsDraft, drawn_up, plan
from mediation_desk.domain.vocabulary import PartyKind, Role
from mediation_desk.library.law import shipped_calendar

CASE, FIRST, SECOND, COMPANY = UUID(int=9), UUID(int=1), UUID(int=2), UUID(int=3)
SIGNED, DUE = date(2024, 12, 3), (date(2024, 12, 10), date(2025, 1, 10))
CALENDAR = shipped_calendar()
NOW = datetime(2024, 12, 3, tzinfo=UTC)


def case() -> Case:
    """Everybody is entered as they should be; each worker claims 5,000.00."""
    made = Case(id=CASE, number="1", mediator_id=UUID(int=7), received_on=date(2024, 11, 25), created_at=NOW,
                accepted_on=date(2024, 11, 25))
    made.parties_all = [
        Party(id=FIRST, case_id=CASE, position=0, role=Role.APPLICANT, name="温若晴", id_number="1",
              bank_account="6222000011112222"),
        Party(id=SECOND, case_id=CASE, position=1, role=Role.APPLICANT, name="路知夏", id_number="2",
              bank_account="6222000011113333"),
        Party(id=COMPANY, case_id=CASE, position=2, role=Role.RESPONDENT, name="星湾公司",
              kind=PartyKind.ORGANISATION, credit_code="9", legal_representative="周启明")]
    made.claims_all = [Claim(id=UUID(int=20 + at), case_id=CASE, worker_id=worker, claim="unpaid_wages",
                             asked=yuan("5000")) for at, worker in enumerate((FIRST, SECOND))]
    return made


def agreement(of: Case, total: str = "9000", days: Sequence[date] = DUE, **said: Any) -> Agreement:
    """Terms drawn up for the case."""
    terms = Terms(yuan(total), tuple(days))
    worked = plan(terms, [(worker.id, yuan("5000")) for worker in of.applicants], CALENDAR)
    made = drawn_up(CASE, TermsDraft(terms, **said), worked, lambda: new_key(NOW))
    of.agreements_all = [made]
    return made


def ground(of: Case | None = None, **given: Any) -> Ground:
    """What the checks look at; of an agreement that is as it should be unless something is given."""
    whose = of or case()
    return Ground(whose, whose.agreement or agreement(whose), **{"on": SIGNED, **given})


def found(of: Ground) -> dict[str, str]:
    """What the checks say, by their keys without what they concern."""
    return {one.key.partition(":")[0]: str(one.sentence) for one in looked_through(of)}


def findings(of: Ground, check: str) -> list[Finding]:
    """What one check found."""
    return [one for one in looked_through(of) if one.key.partition(":")[0] == check]
