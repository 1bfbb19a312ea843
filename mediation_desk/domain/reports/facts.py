"""What figures need of a case, kept beside it in the same transaction, so that no report opens cases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.deadlines import mediation_end
from mediation_desk.domain.money import ZERO, Money
from mediation_desk.domain.people import MASS_CLAIM, Party
from mediation_desk.domain.performance.ledger import Ledger, ledger
from mediation_desk.domain.reports.answers import LAST_VISIT, LastVisit, answers, of_orders, written
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.sites import HERE, chosen
from mediation_desk.domain.text.findable import findable
from mediation_desk.domain.vocabulary import (
    Business,
    KindOfWork,
    Outcome,
    PartyKind,
    Satisfaction,
    Source,
    Station,
    Status,
)


@dataclass(frozen=True, kw_only=True)
class CaseFacts:
    """A case as figures count it; it never depends on today.

    ``counted``: it stands in figures, being neither removed nor voided. ``claim``: what it is mainly about,
    the claim with the largest amount asked for. ``company``: whom it is against, as it is compared.
    ``decided_on``: accepted or refused. ``over``: it was closed after the last day of mediation.
    ``computed``: what the law would give, as it was when the case closed or its agreement was signed; None:
    nothing could be computed. ``paid`` and ``outstanding`` add up to ``agreed``, in every signed agreement.
    ``last_due_on``: of its last instalment; ``kept``: every instalment was paid in time, grace included.
    ``days_*``: from receipt to registration and to the decision, from acceptance to the end; None: one of
    the two days is not there. ``contacted``, ``solved``, ``satisfied``: as the last return visit says;
    None: not asked. ``site_id``: to which site of the office it belongs, :data:`.sites.HERE` to none of them.
    ``asked``: what was said of each of its orders (:mod:`.answers`), None where that is what the last visit
    says.
    """

    case_id: UUID
    counted: bool
    mediator_id: UUID
    source: Source
    kind_of_work: KindOfWork
    cause: str
    claim: str
    platform: str
    company: str
    station: Station
    received_on: date
    registered_on: date | None
    decided_on: date | None
    accepted_on: date | None
    closed_on: date | None
    outcome: Outcome | None
    days_to_registration: int | None
    days_to_decision: int | None
    days_to_end: int | None
    same_day: bool
    over: bool
    people: int
    women: int
    men: int
    collective: bool
    claimed: Money
    computed: Money | None
    agreed: Money
    paid: Money
    outstanding: Money
    signed_on: date | None
    last_due_on: date | None
    kept: bool
    visited_on: date | None
    contacted: bool | None
    solved: bool | None
    satisfied: bool | None
    site_id: UUID = HERE
    asked: str | None = None

    @property
    def last_visit(self) -> LastVisit:
        """What tells of its orders."""
        return LastVisit(*(getattr(self, name) for name in LAST_VISIT))


def facts(case: Case) -> CaseFacts:
    """The case as figures count it."""
    told, found = _facts(case), of_orders(case.source, case.orders, case.visits)
    return told if answers(told.last_visit) == found else replace(told, asked=written(found))


def _facts(case: Case) -> CaseFacts:
    applicants, companies = case.applicants, _companies(case.respondents)
    sexes = Counter(one.sex for one in applicants)
    agreement = case.agreement if case.is_signed else None
    standing = _standing(case, agreement)
    visit = next((one for one in reversed(case.visits) if one.reached), None)
    agreed = agreement.total if agreement else ZERO
    owed = standing.outstanding if standing else ZERO
    waited = _days(case.received_on, case.registered_on)
    decided_on = case.accepted_on or case.refused_on
    return CaseFacts(
        case_id=case.id, counted=case.removed_at is None and case.status is not Status.VOIDED,
        mediator_id=case.mediator_id, source=case.source, kind_of_work=case.kind_of_work, cause=case.cause,
        claim=_main_claim(case), platform=next((one.name for one in companies
                                                if one.business is Business.PLATFORM), ""),
        company=findable(companies[0].name) if companies else "", station=case.station,
        received_on=case.received_on, registered_on=case.registered_on,
        decided_on=decided_on, accepted_on=case.accepted_on, closed_on=case.closed_on, outcome=case.outcome,
        days_to_registration=waited, days_to_decision=_days(case.received_on, decided_on),
        days_to_end=_days(case.accepted_on, case.closed_on), same_day=waited == 0, over=is_over(case),
        people=len(applicants), women=sexes["female"], men=sexes["male"],
        collective=len(applicants) >= MASS_CLAIM, claimed=case.claimed, computed=case.computed,
        agreed=agreed, paid=agreed - owed, outstanding=owed,
        signed_on=case.first_signed_on,
        last_due_on=max((one.due_on for one in standing.instalments), default=None) if standing else None,
        kept=standing is not None and agreement is not None and _is_kept(standing, agreement.grace_days),
        visited_on=visit.visited_on if visit else None, contacted=visit.contacted if visit else None,
        solved=visit.solved if visit else None,
        satisfied=visit.satisfaction is Satisfaction.SATISFIED if visit else None,
        site_id=chosen(case.site_id))


def _days(since: date | None, until: date | None) -> int | None:
    """Calendar days between the two; a day that was written down later than it was counts as none."""
    return max(0, (until - since).days) if since and until else None


def is_over(case: Case) -> bool:
    """Whether mediation took longer than the law gives it: it ended, by an agreement or without one, after
    fifteen days or what both sides had extended them to."""
    ended = min(filter(None, (case.first_signed_on, case.closed_on)), default=None)
    return case.accepted_on is not None and ended is not None and ended > mediation_end(case)


def main_company(case: Case) -> Party | None:
    """Whom the case is against first of all, where that is a company."""
    return next(iter(_companies(case.respondents)), None)


def _companies(respondents: Iterable[Party]) -> list[Party]:
    return [one for one in respondents if one.kind is PartyKind.ORGANISATION]


def _main_claim(case: Case) -> str:
    """The claim with the largest amount over all workers; of equal ones the one named first."""
    asked: dict[str, int] = {}
    for claim in sorted(case.claims, key=lambda one: one.id):
        asked[claim.claim] = asked.get(claim.claim, 0) + (claim.asked or ZERO).fen
    return max(asked, key=lambda name: asked[name], default="")


def _standing(case: Case, agreement: Agreement | None) -> Ledger | None:
    """The agreement as it stands after the last payment."""
    if agreement is None or agreement.signed_on is None:
        return None
    last = max((one.paid_on for one in case.payments), default=agreement.signed_on)
    return ledger(agreement, case.payments, last)


def _is_kept(standing: Ledger, grace_days: int) -> bool:
    return all(one.settled_on is not None and one.settled_on <= one.due_on + timedelta(days=grace_days)
               for one in standing.instalments)
