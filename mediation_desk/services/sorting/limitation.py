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


def nearest(desk: Desk, case: Case, outcome: Sorting) -> NearestLimit | None:
    """The end of limitation that comes first; one that has passed only where none lies ahead.

    Of claims that end on one day the first of the vocabulary is named, for the first of the workers.
    None: no claim is limited yet, or the sides have settled, so that what was claimed is at rest.
    """
    if not case.is_claimed or case.is_signed or case.outcome in SETTLED:
        return None
    workers = {worker: place for place, worker in enumerate(outcome.workers)}
    running = [(_order(standing), _PLACES[claim], workers[worker], worker, claim, standing)
               for (worker, claim), standing in sorting.limits(desk, case, outcome).items()
               if standing.ends_on is not None]
    return _limit(*min(running)[3:]) if running else None


def _order(standing: TimeLeft) -> tuple[bool, date]:
    """What still runs comes before what has run out."""
    return standing.expired, standing.ends_on or standing.on


def _limit(worker: UUID, claim: str, standing: TimeLeft) -> NearestLimit:
    return NearestLimit(worker, claim, CLAIMS[claim].limitation, standing.ends_on or standing.on,
                        standing.days_left or 0, standing.unannounced)
