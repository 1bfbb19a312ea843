"""Laying packages out: three to five balanced deals inside every limit, none where none exists."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from mediation_desk.domain.mediation.full_zone import FullZone
from mediation_desk.domain.mediation.offers import Offer
from mediation_desk.domain.mediation.packages.balance import (
    Weighed,
    least_worth,
    most_cost,
    possible,
    priced,
    weighed,
    worth_line,
)
from mediation_desk.domain.mediation.packages.limits import Law, Limits, NoRoom, holds
from mediation_desk.domain.mediation.packages.package import Balance, Deal, Package, distances, warnings
from mediation_desk.domain.mediation.packages.shapes import Shape, firsts, shapes
from mediation_desk.domain.mediation.worth import Assessment, Factors, factors
from mediation_desk.domain.money import Money
from mediation_desk.domain.vocabulary import Side
from mediation_desk.domain.words import N_, say

FEWEST, MOST_SHOWN = 3, 5
PROBE = Decimal(2)  # percent a month lost, to tell the safest where no risk is set

NONE_FITS = N_("No schedule keeps to every limit in first share, instalments and last payment.")


@dataclass(frozen=True)
class Table:
    """What lies on the table: the zone, the law's range, the last offer of each side, rates and risk."""

    zone: FullZone
    law: Law
    last: tuple[Offer, ...]
    how: Assessment
    today: date


Chosen = tuple[Balance, Weighed, int]


def packages(limits: Limits, table: Table) -> tuple[Package, ...] | NoRoom:
    """The packages, each with everything that it is best at; NoRoom where no deal keeps to all limits."""
    found = lay(limits, table)
    if not found:
        return NoRoom((say(NONE_FITS),))
    best: dict[Deal, tuple[list[Balance], Weighed, int]] = {}
    for kind, one, amount in _chosen(found, table):
        _put(best, limits, kind, one, amount)
    for one in sorted(found, key=lambda one: -one.nash(one.best_nash())):
        if len(best) >= FEWEST:
            break
        if all(one.shape.days != deal.days for deal in best):
            _put(best, limits, Balance.OTHER, one, one.best_nash())
    if not best:
        _any(best, found, limits)
    made = tuple(_package(deal, kinds, one, amount, table) for deal, (kinds, one, amount) in best.items())
    return made[:MOST_SHOWN] or NoRoom((say(NONE_FITS),))


def lay(limits: Limits, table: Table) -> list[Weighed]:
    """Every shape that leaves an amount within the limits, weighed; the plainest first.

    A side's own line counts as its amount paid in the way among these that suits it worst: so far it said
    it would go, and nothing within the limits can leave it worse.
    """
    counts = sorted(range(limits.fewest, limits.most + 1), key=lambda count: (_off(count, table), count))
    workers, company = (factors(table.today, table.how, side) for side in Side)
    fitting = possible(shapes(limits, counts), limits.low.fen, limits.high.fen, limits.first_low.fen,
                       None if limits.first_high is None else limits.first_high.fen)
    least, most = table.zone.applicants.amount, table.zone.respondents.amount
    assert least is not None and most is not None
    if not (found := priced(fitting, workers, company)):
        return []
    return weighed(found, least_worth(found, least.fen), most_cost(found, most.fen))


def _off(count: int, table: Table) -> Fraction:
    """How far a number of instalments is from what the sides offered last."""
    told = [offer.instalments for offer in table.last]
    return abs(count - Fraction(sum(told), len(told))) if told else Fraction(0)


# -- what each kind prefers ----------------------------------------------------------------


def _chosen(found: Sequence[Weighed], table: Table) -> Iterator[Chosen]:
    by_nash = max(found, key=lambda one: one.nash(one.best_nash()))
    yield Balance.NASH, by_nash, by_nash.best_nash()
    by_least = max(found, key=lambda one: one.least(one.best_least()))
    yield Balance.LEAST, by_least, by_least.best_least()
    quick = min(found, key=lambda one: (one.shape.days[-1], one.shape.count))
    yield Balance.QUICK, quick, quick.best_nash()
    safe = max(found, key=_kept(table))
    yield Balance.SAFE, safe, safe.best_nash()
    if table.last:
        target = Money(sum(offer.amount.fen for offer in table.last) // len(table.last)).fen
        near = min(found, key=lambda one: _apart(one, target, table))
        yield Balance.NEAR, near, min(max(target, near.low), near.high)


def _kept(table: Table) -> Callable[[Weighed], Fraction]:
    """The share of a deal that is paid even when every month some of what is owed is lost."""
    lost = Factors(table.today, lost=table.how.default_share or PROBE)

    def kept(one: Weighed) -> Fraction:
        amount = one.best_nash()
        return worth_line(one.shape, lost).of(amount) / amount

    return kept


def _apart(one: Weighed, target: int, table: Table) -> tuple[Fraction, ...]:
    """How far from the last offers: in amount first, then instalments, first share, last day."""
    amount = min(max(target, one.low), one.high)
    first = [Fraction((offer.first_share or offer.amount.split([1] * offer.instalments)[0]).fen,
                      offer.amount.fen) for offer in table.last]
    days = [offer.last_on.toordinal() for offer in table.last if offer.last_on is not None]
    share = Fraction(one.shape.first(amount), amount) - sum(first, Fraction(0)) / len(first)
    late = one.shape.days[-1].toordinal() - Fraction(sum(days), len(days)) if days else Fraction(0)
    return Fraction(abs(amount - target)), _off(one.shape.count, table), abs(share), abs(late)


# -- making them ---------------------------------------------------------------------------


def _put(best: dict[Deal, tuple[list[Balance], Weighed, int]], limits: Limits, kind: Balance, one: Weighed,
         amount: int) -> None:
    """Keep a deal, or its further merit; one that oversteps a single worker's limit is left out."""
    deal = deal_of(limits, one.shape, Money(amount))
    if deal is None:
        return
    if deal in best:
        best[deal][0].append(kind)
    else:
        best[deal] = ([kind], one, amount)


def _any(best: dict[Deal, tuple[list[Balance], Weighed, int]], found: Sequence[Weighed],
         limits: Limits) -> None:
    """Where all that is best oversteps a single worker's limit: the ends and the middle of every shape."""
    for one in found:
        for amount in dict.fromkeys(((one.low + one.high) // 2, one.low, one.high)):
            _put(best, limits, Balance.OTHER, one, amount)
            if len(best) >= FEWEST:
                return


def deal_of(limits: Limits, shape: Shape, amount: Money) -> Deal | None:
    """The deal that a shape makes of an amount; None where it oversteps a limit."""
    amounts, shares = shape.amounts(amount), limits.shares(amount)
    if not holds(limits, amounts, shape.days, shares, firsts(shares, amounts)):
        return None
    return Deal(shape.days, amounts, limits.asked.workers, tuple(shares))


def _package(deal: Deal, kinds: Sequence[Balance], one: Weighed, amount: int, table: Table) -> Package:
    ours, theirs = one.gains(amount)
    made = Package(deal, tuple(kinds), Money.rounded(ours), Money.rounded(theirs))
    return replace(made, distances=distances(deal, table.zone, table.law, table.last),
                   warnings=warnings(dict(zip(deal.workers, deal.shares, strict=True)), table.law))
