"""Undisputed wages: what every side's own version gives, and so no matter for bargaining."""

from __future__ import annotations

from uuid import UUID

from mediation_desk.domain.calculators.claim import Limitation
from mediation_desk.domain.calculators.claims import CLAIMS
from mediation_desk.domain.money import ZERO, Money, total
from mediation_desk.domain.sorting.parts import ClaimWorth
from mediation_desk.domain.sorting.sorting import Sorting


def undisputed(sorting: Sorting) -> dict[UUID, Money]:
    """By worker: of each claim for pay for work the lowest that any side's version comes to.

    Nothing is undisputed of a claim on which a side has not spoken, or which cannot be computed.
    """
    return {worker: total(_sure(worth) for claim, worth in worths.items()
                          if CLAIMS[claim].limitation is Limitation.WAGES)
            for worker, worths in sorting.worths.items()}


def _sure(worth: ClaimWorth) -> Money:
    amounts = [one.amount for one in worth.versions if one.amount is not None and not one.unsaid]
    return min(amounts) if len(amounts) == len(worth.versions) else ZERO
