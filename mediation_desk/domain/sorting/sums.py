"""Sums: what all claims come to on one version, and what that leaves out."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from mediation_desk.domain.money import Money
from mediation_desk.domain.sorting.parts import Tally
from mediation_desk.domain.sorting.sorting import Sorting


@dataclass(frozen=True)
class VersionSum:
    """The sum of what could be computed on a version, None where nothing could.

    ``low`` and ``high`` differ where the respondents differ; ``each`` then has every respondent's.
    ``left_out``: how many claims are in no sum; ``unsaid``: on how many of them the side has not
    spoken yet.
    """

    low: Money | None
    high: Money | None
    left_out: int = 0
    unsaid: int = 0
    each: tuple[tuple[UUID, Money | None], ...] = ()

    @property
    def is_range(self) -> bool:
        """Whether the respondents' versions come to different sums."""
        return self.low != self.high

    @property
    def is_unsaid(self) -> bool:
        """Whether there is no sum because the side has said nothing."""
        return self.low is None and self.unsaid > 0 and self.unsaid == self.left_out


def applicants_sum(sorting: Sorting, worker: UUID | None = None) -> VersionSum:
    """On the applicants' version."""
    return _alike(sorting.tally("applicant", worker))


def found_sum(sorting: Sorting, worker: UUID | None = None) -> VersionSum:
    """On the findings and what is agreed."""
    return _alike(sorting.tally("found", worker))


def respondents_sum(sorting: Sorting, worker: UUID | None = None) -> VersionSum:
    """On the respondents' version; from the lowest to the highest where they differ."""
    if not sorting.differs(worker):
        return _alike(sorting.tally("respondent", worker))
    each = [(party, sorting.tally("respondent", worker, party).sum) for party in sorting.respondents]
    known = [amount for _, amount in each if amount is not None]
    open_ = [part.open_to_some for part in sorting.of(worker)]
    return VersionSum(min(known, default=None), max(known, default=None), sum(left for left, _ in open_),
                      sum(unsaid for _, unsaid in open_), tuple(each))


def _alike(tally: Tally) -> VersionSum:
    return VersionSum(tally.sum, tally.sum, tally.left_out, tally.unsaid)
