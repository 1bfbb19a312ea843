"""Limitation of a whole case: which claim runs out of time first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mediation_desk.domain.calculators.claims import CLAIMS, Limitation
from mediation_desk.domain.limitation import TimeLeft
from mediation_desk.domain.vocabulary import Outcome
from mediation_desk.services.desk import Desk
from mediation_desk.services.sorting import sorting

_PLACES = {claim: place for place, claim in enumerate(CLAIMS)}
SETTLED = (Outcome.PERFORMED, Outcome.AGREEMENT, Outcome.RECONCILED)


@dataclass(frozen=True)
class NearestLimit:
    """The claim that can be taken to arbitration for the shortest time; ``ends_on`` is its last good day.

    ``days_left`` is 0 on that day and below zero once it has passed; ``rule`` says which law counts;
    ``unannounced`` are years whose holidays may still move the day.
    """

    worker_id: UUID
    claim: str
    rule: Limitation
    ends_on: date
    days_left: int
    unannounced: tuple[int, ...] = ()


def nearest(desk: Desk, case_id: UUID) -> NearestLimit | None:
    """The end of limitation that comes first; one that has passed only where none lies ahead.

    None: no claim is limited yet, or the sides have settled, so that what was claimed is at rest.
    """
    with desk.case_reading(case_id) as (_work, case):
        if not case.claims or case.is_signed or case.outcome in SETTLED:
            return None
        outcome = sorting.sort(case, sorting.sorter(desk, case))
        standings = sorting.limits(desk, case, outcome)
    found = [_limit(worker, claim, standing) for (worker, claim), standing in standings.items()]
    return min((limit for limit in found if limit), key=_order, default=None)


def _limit(worker: UUID, claim: str, standing: TimeLeft) -> NearestLimit | None:
    if standing.ends_on is None or standing.days_left is None:
        return None
    return NearestLimit(worker, claim, CLAIMS[claim].limitation, standing.ends_on, standing.days_left,
                        standing.unannounced)


def _order(limit: NearestLimit) -> tuple[bool, date, int, UUID]:
    """What still runs comes before what has run out; of one day the claims in their usual order."""
    return limit.days_left < 0, limit.ends_on, _PLACES[limit.claim], limit.worker_id
