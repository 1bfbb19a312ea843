"""The zone over amount, first share, instalments and last payment: overlap, gap, or what is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from mediation_desk.domain.mediation.covering import SideLine
from mediation_desk.domain.mediation.zone import Zone
from mediation_desk.domain.money import Money
from mediation_desk.domain.vocabulary import Side, Term
from mediation_desk.domain.words import N_


class Dimension(Term):
    """What is bargained over."""

    AMOUNT = "amount", N_("Amount")
    FIRST_SHARE = "first_share", N_("First share")
    INSTALMENTS = "instalments", N_("Number of instalments")
    LAST_DATE = "last_date", N_("Last payment")


class Verdict(StrEnum):
    """Whether the lines meet."""

    OVERLAP = "overlap"
    GAP = "gap"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Reach:
    """One dimension: from ``low`` to ``high``, in fen, instalments or days (``date.toordinal``).

    None: nobody set that end. ``missing``: the sides that have not said enough of it.
    """

    dimension: Dimension
    low: int | None
    high: int | None
    missing: frozenset[Side] = frozenset()

    @property
    def verdict(self) -> Verdict:
        """A gap between what was said stays one, whatever else is said later."""
        if self.gap:
            return Verdict.GAP
        return Verdict.UNKNOWN if self.missing else Verdict.OVERLAP

    @property
    def gap(self) -> int:
        """How far the ends lie apart, 0 where they meet or one is open."""
        return max(0, self.low - self.high) if self.low is not None and self.high is not None else 0

    def holds(self, other: Reach) -> bool:
        """Whether everything that the other leaves open is open here too."""
        low = self.low is None or (other.low is not None and self.low <= other.low)
        return low and (self.high is None or (other.high is not None and self.high >= other.high))


@dataclass(frozen=True)
class WorkerReach:
    """One worker: what they want at least, and their part by claim of what the respondents pay at most.

    None: not known. ``own``: the line is theirs, not their part of the whole side's.
    """

    worker: UUID
    least: Money | None
    part: Money | None
    own: bool

    @property
    def verdict(self) -> Verdict:
        """Whether their part reaches their line."""
        if self.least is None or self.part is None:
            return Verdict.UNKNOWN
        return Verdict.OVERLAP if self.least <= self.part else Verdict.GAP

    @property
    def gap(self) -> Money:
        """What their part lacks, zero where nothing does."""
        lacks = self.least is not None and self.part is not None and self.least > self.part
        return self.least - self.part if lacks and self.least and self.part is not None else Money(0)


@dataclass(frozen=True)
class FullZone:
    """The zone over all dimensions, in sum and worker by worker."""

    applicants: SideLine
    respondents: SideLine
    reaches: tuple[Reach, ...]
    workers: tuple[WorkerReach, ...] = ()

    def of(self, dimension: Dimension) -> Reach:
        """One dimension of it."""
        return next(one for one in self.reaches if one.dimension is dimension)

    def line(self, side: Side) -> SideLine:
        """One side's part in it."""
        return self.applicants if side is Side.APPLICANT else self.respondents

    @property
    def verdict(self) -> Verdict:
        """A gap in any dimension is one of the whole; without both amounts nothing is known."""
        if any(one.verdict is Verdict.GAP for one in self.reaches):
            return Verdict.GAP
        return self.of(Dimension.AMOUNT).verdict

    @property
    def amounts(self) -> Zone | None:
        """The zone in amount and instalments, None until both amounts are known."""
        amount, counts = self.of(Dimension.AMOUNT), self.of(Dimension.INSTALMENTS)
        if amount.low is None or amount.high is None:
            return None
        return Zone(Money(amount.low), Money(amount.high), counts.low or 1, counts.high)

    def holds(self, other: FullZone) -> bool:
        """Whether every deal that the other lets through is let through here."""
        return all(mine.holds(theirs) for mine, theirs in zip(self.reaches, other.reaches, strict=True))


def full_zone(applicants: SideLine, respondents: SideLine) -> FullZone:
    """Both sides' lines laid over each other."""
    sides = (applicants, respondents)
    reaches = (
        Reach(Dimension.AMOUNT, _fen(applicants.amount), _fen(respondents.amount),
              _silent(sides, lambda one: one.amount is not None)),
        Reach(Dimension.FIRST_SHARE, _fen(applicants.first_share), _fen(respondents.first_share),
              _silent(sides, lambda one: one.first_share_said)),
        Reach(Dimension.INSTALMENTS,
              max((one.fewest for one in sides if one.fewest is not None), default=None),
              min((one.most for one in sides if one.most is not None), default=None),
              _silent(sides, lambda one: one.most is not None or one.fewest is not None)),
        Reach(Dimension.LAST_DATE, _day(respondents.last_on), _day(applicants.last_on),
              _silent(sides, lambda one: one.last_on is not None)))
    return FullZone(applicants, respondents, reaches, _workers(applicants, respondents))


def _workers(applicants: SideLine, respondents: SideLine) -> tuple[WorkerReach, ...]:
    people, most = applicants.members, respondents.amount
    parts = most.split(applicants.weights) if most is not None and people else [None] * len(people)
    return tuple(WorkerReach(one.id, one.amount, part, one.own)
                 for one, part in zip(people, parts, strict=True))


def _silent(sides: Iterable[SideLine], said: Callable[[SideLine], bool]) -> frozenset[Side]:
    return frozenset(one.side for one in sides if not said(one))


def _fen(amount: Money | None) -> int | None:
    return None if amount is None else amount.fen


def _day(day: date | None) -> int | None:
    return None if day is None else day.toordinal()
