"""Limitation of a whole case: which claim runs out of time first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mediation_desk.domain.calculators.claims import CLAIMS, Limitation
from mediation_desk.domain.case import Case
from mediation_desk.domain.limitation import TimeLeft
from mediation_desk.domain.sorting.sorting import Sorting
from mediation_desk.domain.vocabulary import Outcome
from mediation_desk.services.desk import Desk
from mediation_desk.services.sorting import sorting

SETTLED = (Outcome.PERFORMED, Outcome.AGREEMENT, Outcome.RECONCILED)


@dataclass(frozen=True)
class NearestLimit:
    """The claim that can be taken to arbitration for the shortest time; ``ends_on`` is its last good day.

    ``days_left`` is 0 on that day and below zero once it has passed; ``rule`` says which law counts.
    """

    worker_id: UUID
    claim: str
    rule: Limitation
    ends_on: date
    days_left: int


def nearest(desk: Desk, case: Case, outcome: Sorting) -> NearestLimit | None:
    """The end of limitation that comes first; one that has passed only where none lies ahead.

    Of claims that end on one day the first of the vocabulary is named, for the first of the workers.
    None: no claim is limited yet, or the sides have settled, so that what was claimed is at rest.
    """
    if not case.claims or case.is_signed or case.outcome in SETTLED:
        return None
    standings = sorting.limits(desk, case, outcome)
    found = (_limit(worker.id, claim, standings.get((worker.id, claim)))
             for claim in CLAIMS for worker in case.applicants)
    return min(filter(None, found), key=_order, default=None)


def _limit(worker: UUID, claim: str, standing: TimeLeft | None) -> NearestLimit | None:
    if standing is None or standing.ends_on is None or standing.days_left is None:
        return None
    return NearestLimit(worker, claim, CLAIMS[claim].limitation, standing.ends_on, standing.days_left)


def _order(limit: NearestLimit) -> tuple[bool, date]:
    """What still runs comes before what has run out."""
    return limit.days_left < 0, limit.ends_on
