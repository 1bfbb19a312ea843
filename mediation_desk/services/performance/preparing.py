"""What follows from a signed agreement, prepared with one press: which papers fit, and each of them made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from uuid import UUID

from mediation_desk.documents.views.enforcing import (
    ArbitrationApplication,
    ConfirmationApplication,
    DemandLetter,
    EnforcementApplication,
    MediationCertificate,
    PaymentOrderApplication,
    ReviewApplication,
)
from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.performance.steps import ALONE, Advised, Step
from mediation_desk.domain.unmasking import Unmasking
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers import making
from mediation_desk.services.papers.default import advised
from mediation_desk.services.papers.finishing import Paper
from mediation_desk.services.papers.told import EnforcementTitle, Told, Wanted

TEMPLATES: Mapping[Step, str] = MappingProxyType({
    Step.DEMAND: DemandLetter.TEMPLATE, Step.PAYMENT_ORDER: PaymentOrderApplication.TEMPLATE,
    Step.ARBITRATION: ArbitrationApplication.TEMPLATE, Step.ENFORCEMENT: EnforcementApplication.TEMPLATE,
    Step.REVIEW: ReviewApplication.TEMPLATE, Step.CONFIRMATION: ConfirmationApplication.TEMPLATE,
    Step.CERTIFICATE: MediationCertificate.TEMPLATE})


@dataclass(frozen=True)
class Prepared:
    """A paper with whole numbers, and that these were asked for."""

    paper: Paper = field(repr=False)
    changes: Changes = field(default_factory=Changes)


def offered(desk: Desk, case_id: UUID) -> tuple[Advised, ...]:
    """Every paper that follows from the signed agreement, whether it fits today and why; DeskError while
    nothing is signed."""
    with desk.case_reading(case_id) as (_work, case):
        return advised(desk, case)


def prepare(desk: Desk, case_id: UUID, step: Step, worker: UUID | None = None,
            title: EnforcementTitle | None = None, seen: Seen | None = None) -> Prepared:
    """One of them, ready to be signed, with whole numbers as whoever takes it needs them; the journal keeps
    who asked for whose. ``worker``: for this one alone; None: for all to whom something is due. ``title``:
    on what it is enforced, as far as somebody entered it.

    DeskError with the reason while it does not fit.
    """
    with desk.case_work(case_id, "prepare_paper", seen) as (work, case):
        wanted = Wanted(worker=worker if step in ALONE else None, title=_entered(title), whole=True)
        paper = making.printed(Told.of(desk, work, case, wanted), TEMPLATES[step])
        for party in _shown(case, wanted.worker):
            work.cases.asked(Unmasking(id=work.new_key(), case_id=case_id, party_id=party,
                                       account_id=desk.who.account_id, at=work.who.now))
        return Prepared(paper, work.commit())


def _entered(title: EnforcementTitle | None) -> EnforcementTitle | None:
    return replace(title, number=title.number.strip()) if title else None


def _shown(case: Case, worker: UUID | None) -> list[UUID]:
    """Whose numbers stand in it: the worker's or the workers', and those of the other side."""
    workers = [worker] if worker else [one.id for one in case.applicants]
    others = {one.id for one in case.parties} - {one.id for one in (*case.applicants, *case.agents,
                                                                  *case.representatives)}
    return workers + sorted(others)
