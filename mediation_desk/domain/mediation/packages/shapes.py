"""Shapes of a package: on which days it is paid, and how much of it first; the amount is left open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from mediation_desk.domain.calendar import WorkCalendar, add_months
from mediation_desk.domain.mediation.offers import Offer
from mediation_desk.domain.mediation.packages.limits import Limits
from mediation_desk.domain.money import Money, total
from mediation_desk.domain.settlement.terms import matrix

HALF_MONTH = 15  # days between instalments that follow quickly
PARTS = ((1, 2), (2, 3))  # of the whole that may come first besides an equal part


@dataclass(frozen=True)
class Shape:
    """Days of payment and the first share: ``fixed`` fen, or the ``part`` (p, q) of the whole, rounded up;
    the rest comes in equal instalments."""

    days: tuple[date, ...]
    part: tuple[int, int] = (1, 1)
    fixed: int | None = None

    @property
    def count(self) -> int:
        """How many instalments."""
        return len(self.days)

    def first(self, amount: int) -> int:
        """The first instalment in fen."""
        if self.fixed is not None:
            return self.fixed
        p, q = self.part
        return -(-amount * p // q)

    def amounts(self, amount: Money) -> tuple[Money, ...]:
        """The instalments, adding up exactly."""
        first = self.first(amount.fen)
        rest = Money(amount.fen - first).split([1] * (self.count - 1)) if self.count > 1 else []
        return (Money(first), *rest)

    def span(self, low: int, high: int, first_low: int, first_high: int | None) -> tuple[int, int] | None:
        """The amounts in fen from ``low`` to ``high`` whose first share keeps to its limits and which leave
        a fen at least for every later instalment; None where there are none."""
        least, later = max(1, first_low), self.count - 1
        if self.fixed is not None:
            if self.fixed < least or (first_high is not None and self.fixed > first_high):
                return None
            low = max(low, self.fixed + later)
        else:
            p, q = self.part
            low = max(low, (least - 1) * q // p + 1, -(-later * q // (q - p)) if later else 1)
            high = high if first_high is None else min(high, first_high * q // p)
        return (low, high) if low <= high else None


def spread(first_on: date, last_on: date, count: int, calendar: WorkCalendar,
           latest: date | None = None) -> tuple[date, ...] | None:
    """``count`` working days from ``first_on`` to ``last_on``: monthly where that fits, else evenly; None
    where they would not follow one another, or the last would come after ``latest``.

    A rest day gives way to the next working day; the last one to the one before, where ``latest`` says so.
    """
    if count == 1:
        wanted = [last_on]
    elif last_on == add_months(first_on, count - 1):
        wanted = [add_months(first_on, at) for at in range(count)]
    else:
        apart = (last_on - first_on).days
        wanted = [first_on + timedelta(days=at * apart // (count - 1)) for at in range(count)]
    days = [calendar.next_workday(day) for day in wanted]
    if latest is not None and days[-1] > latest:
        days[-1] = calendar.previous_workday(min(latest, wanted[-1]))
    follows = all(one < other for one, other in pairwise(days))
    return tuple(days) if follows and days[0] >= first_on else None


def shapes(limits: Limits, counts: Sequence[int]) -> Iterator[Shape]:
    """Every shape within the limits, the plainest first: counts in their order, monthly before other
    spacings, equal instalments before others."""
    for count in counts:
        for days in _schedules(limits, count):
            if count == 1:
                yield Shape(days)
                continue
            yield Shape(days, (1, count))
            for part in PARTS:
                if part != (1, count):
                    yield Shape(days, part)
            for fixed in _fixed(limits):
                yield Shape(days, fixed=fixed)


def _schedules(limits: Limits, count: int) -> Iterator[tuple[date, ...]]:
    first, later = limits.asked.first_on, count - 1
    ends = [add_months(first, later), first + timedelta(days=HALF_MONTH * later), limits.latest,
            limits.earliest, add_months(first, count)]
    known: set[tuple[date, ...]] = set()
    for end in ends:
        if end is None or end < first:
            continue
        days = spread(first, end, count, limits.asked.calendar, limits.latest)
        if days and days not in known and _within(limits, days[-1]):
            known.add(days)
            yield days


def _within(limits: Limits, last: date) -> bool:
    return (limits.earliest is None or limits.earliest <= last) and (
        limits.latest is None or last <= limits.latest)


def _fixed(limits: Limits) -> Iterator[int]:
    """First shares that are somebody's limit, whole sides' and single workers'."""
    wanted = {limits.first_low.fen, limits.first_high.fen if limits.first_high is not None else 0}
    if any(one.fen for one in limits.firsts):
        wanted |= {_enough(limits, amount) for amount in (limits.low, limits.high)}
    yield from sorted(wanted - {0})


def _enough(limits: Limits, amount: Money) -> int:
    """The least first share of which every worker gets as much first as they want."""
    shares = limits.shares(amount)
    needed = max((-(-least.fen * amount.fen // share.fen) for least, share in
                  zip(limits.firsts, shares, strict=True) if least.fen and share.fen), default=0)
    wanted = [one.fen for one in limits.firsts]
    for first in range(needed, needed + len(shares) + 1):  # rounding may take a fen from some of them
        cells = matrix(shares, [Money(first), amount - Money(first)])[0] if first <= amount.fen else ()
        if cells and all(cell.fen >= least for cell, least in zip(cells, wanted, strict=True)):
            return first
    return needed


def firsts(shares: Sequence[Money], amounts: Sequence[Money]) -> tuple[Money, ...]:
    """What each worker gets of the first instalment, as the settlement shares it."""
    return matrix(shares, amounts)[0] if total(shares) else tuple(shares)


def payments(offer: Offer, first_on: date, calendar: WorkCalendar) -> tuple[tuple[date, Money], ...]:
    """What an offer would be paid on which days, were it begun on ``first_on``: to its last day where it
    names one, else monthly; its first share first, the rest equally."""
    count, later = offer.instalments, max(0, offer.instalments - 1)
    monthly = add_months(first_on, later)
    days = spread(first_on, max(offer.last_on or monthly, first_on), count, calendar)
    days = days or spread(first_on, monthly, count, calendar)
    assert days is not None  # months apart follow one another
    fixed = offer.first_share.fen if offer.first_share is not None and later else None
    if fixed is not None and not 0 < fixed <= offer.amount.fen - later:
        fixed = None
    shape = Shape(days, (1, count), fixed)
    return tuple(zip(days, shape.amounts(offer.amount), strict=True))
