"""What becomes of the claims against the case: what stays when terms are drafted anew, what must be said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from mediation_desk.domain.calculators.claims import CLAIMS
from mediation_desk.domain.case import Case
from mediation_desk.domain.money import ZERO, Money
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.settlement.claim_terms import Handled, Handling, Place
from mediation_desk.domain.settlement.handling import checked, shared_anew
from mediation_desk.domain.settlement.terms import Plan, TermsDraft
from mediation_desk.domain.vocabulary import ClaimHandling, DefaultClause
from mediation_desk.domain.words import N_, DeskError


def asked_by_place(case: Case) -> Mapping[Place, Money | None]:
    """Every claim of the applicants, worker by worker, each worker's in the order of the vocabulary."""
    workers = {worker.id: at for at, worker in enumerate(case.applicants)}
    places = {name: at for at, name in enumerate(CLAIMS)}
    made = sorted((one for one in case.claims if one.worker_id in workers),
                  key=lambda one: (workers[one.worker_id], places.get(one.claim, len(places))))
    return {(one.worker_id, one.claim): one.asked for one in made}


def handled_of(agreement: Agreement) -> Handled:
    """What a kept agreement makes of the claims."""
    return Handled(tuple(Handling(one.worker_id, one.claim, one.handling, one.amount, one.in_kind, one.by,
                                  one.note) for one in agreement.claim_terms), agreement.tax)


def paid_kinds(case: Case, agreement: Agreement) -> frozenset[str]:
    """The kinds of claims for which money is paid: of a worker of whom nothing is said, all that are made."""
    spoken = {one.worker_id for one in agreement.claim_terms}
    return frozenset([*(one.claim for one in agreement.claim_terms if one.handling is ClaimHandling.PAID),
                      *(one.claim for one in case.claims if one.worker_id not in spoken)])


def handled_on(case: Case, wanted: TermsDraft, worked: Plan) -> TermsDraft:
    """The terms with what becomes of the claims, and with the penalty, taken over from those that stand
    where they say nothing of it. Of other shares what is paid for each claim keeps its proportion.

    Raises DeskError beside its field for what cannot be, and for a claim that is made no more.
    """
    kept = case.agreement
    shares = dict(zip(worked.workers, worked.shares, strict=True))
    handled = wanted.handled
    if handled is None:
        handled = shared_anew(handled_of(kept), shares) if kept else Handled()
    names = {worker.id: worker.name for worker in case.applicants}
    return replace(wanted, handled=checked(handled, shares, asked_by_place(case), names),
                   penalty=_penalty(wanted, kept))


def _penalty(wanted: TermsDraft, kept: Agreement | None) -> Money | None:
    """The penalty of the clause that needs one; another clause has none."""
    if wanted.default_clause is not DefaultClause.PENALTY:
        if wanted.penalty is not None:
            raise DeskError(N_("A penalty is agreed only with the consequence that names one."),
                            field="penalty")
        return None
    penalty = wanted.penalty if wanted.penalty is not None or kept is None else kept.penalty
    if penalty is None or penalty <= ZERO:
        raise DeskError(N_("Enter the penalty that is agreed: more than nothing."), field="penalty")
    return penalty
