"""Sums: what all claims come to on one version, and what that leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from mediation_desk.domain.money import Money, total
from mediation_desk.domain.sorting.sorting import ClaimWorth, Sorting
from mediation_desk.domain.sorting.valuation import Worth


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
    return _alike([worth.applicant for worth in _worths(sorting, worker)])


def found_sum(sorting: Sorting, worker: UUID | None = None) -> VersionSum:
    """On the findings and what is agreed."""
    return _alike([worth.found for worth in _worths(sorting, worker)])


def respondents_sum(sorting: Sorting, worker: UUID | None = None) -> VersionSum:
    """On the respondents' version; from the lowest to the highest where they differ."""
    worths = list(_worths(sorting, worker))
    if not any(worth.each for worth in worths):
        return _alike([worth.respondent for worth in worths])
    each = [(party, _amount(worth.of(party) for worth in worths)) for party in sorting.respondents]
    known = [amount for _, amount in each if amount is not None]
    open_ = [[one for one in (worth.each.values() or (worth.respondent,)) if one.amount is None]
             for worth in worths]
    return VersionSum(min(known, default=None), max(known, default=None), sum(map(bool, open_)),
                      sum(any(one.unsaid for one in ones) for ones in open_), tuple(each))


def _worths(sorting: Sorting, worker: UUID | None) -> Iterable[ClaimWorth]:
    rows = [sorting.worths[worker]] if worker else sorting.worths.values()
    return (worth for row in rows for worth in row.values())


def _alike(worths: Sequence[Worth]) -> VersionSum:
    amount = _amount(worths)
    return VersionSum(amount, amount, sum(worth.amount is None for worth in worths),
                      sum(worth.unsaid for worth in worths))


def _amount(worths: Iterable[Worth]) -> Money | None:
    known = [worth.amount for worth in worths if worth.amount is not None]
    return total(known) if known else None
