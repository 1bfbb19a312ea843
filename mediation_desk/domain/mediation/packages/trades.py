"""Trades: deals outside a bottom line as it was told that yet leave neither side worse, time for amount.

Logrolling (Raiffa, The Art and Science of Negotiation, 1982, ch. 10): a side that minds waiting more gives up
amount for an earlier payment; one that minds it less waits for more.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import NamedTuple

from mediation_desk.domain.calendar import add_months
from mediation_desk.domain.mediation.covering import SideLine
from mediation_desk.domain.mediation.full_zone import Dimension, FullZone, Verdict
from mediation_desk.domain.mediation.packages.balance import (
    Priced,
    Weighed,
    least_worth,
    most_cost,
    possible,
    priced,
    weighed,
)
from mediation_desk.domain.mediation.packages.layout import Table, deal_of
from mediation_desk.domain.mediation.packages.limits import Asked, Limits
from mediation_desk.domain.mediation.packages.package import Deal, marks
from mediation_desk.domain.mediation.packages.shapes import shapes
from mediation_desk.domain.mediation.worth import factors
from mediation_desk.domain.money import ZERO, Money, total
from mediation_desk.domain.settlement.terms import MOST_INSTALMENTS
from mediation_desk.domain.vocabulary import Side

MOST_TRADES = 2


class Break(NamedTuple):
    """Where a deal lies outside a side's line: by how much, in fen, instalments or days."""

    side: Side
    dimension: Dimension
    by: int


@dataclass(frozen=True)
class Trade:
    """A deal that both sides should prefer to their own bottom line, at the rates and the risk set; what
    of those lines it leaves behind, and what each gains, in worth of today."""

    deal: Deal
    breaks: tuple[Break, ...]
    workers_gain: Money
    respondents_gain: Money


def trades(asked: Asked, table: Table) -> tuple[Trade, ...]:
    """Where the lines do not meet though both amounts are known: what terms would bridge the gap.

    None without a rate or a risk: then waiting costs nobody anything, and there is nothing to trade.
    """
    zone = table.zone
    least, most = zone.applicants.amount, zone.respondents.amount
    if zone.verdict is not Verdict.GAP or least is None or most is None or not table.how.weighs_time:
        return ()
    bounds = _bounds(asked, table, max(least, most) * 2)
    floor = _floor(_told(bounds, zone.applicants), table, least)
    roof = _roof(_told(bounds, zone.respondents), table, most)
    if floor is None or roof is None or bounds.low > bounds.high:
        return ()
    found = weighed(_priced(bounds, table, bounds.low, bounds.high), floor, roof)
    return _best([(one, one.best_nash()) for one in found], bounds, zone)


def _bounds(asked: Asked, table: Table, widest: Money) -> Limits:
    """The law's range and undisputed wages still bind; the lines' own terms do not."""
    sure = table.law.undisputed or {}
    floors = tuple(sure.get(worker, ZERO) for worker in asked.workers)
    return Limits(low=max(total(floors), table.law.low or ZERO, Money(1)),
                  high=min(widest, table.law.high) if table.law.high is not None else widest,
                  asked=asked, floors=floors, firsts=tuple(ZERO for _ in floors), most=asked.most)


# -- what each side's own line comes to ----------------------------------------------------


def _told(bounds: Limits, line: SideLine) -> Limits:
    """The ways of paying that a side itself said would do. What it did not say is read against the trade:
    workers then meant all at once, respondents as slowly as is looked at."""
    fewest = line.fewest or 1
    most = min(line.most or max(bounds.most, fewest), MOST_INSTALMENTS)
    first_on, last_on = bounds.asked.first_on, line.last_on
    if line.side is Side.APPLICANT:
        if last_on is None and line.most is None:
            most, last_on = fewest, add_months(first_on, fewest - 1)
        return replace(bounds, fewest=fewest, most=most, latest=last_on, first_low=line.first_share or ZERO)
    if last_on is None and line.fewest is None:
        fewest, last_on = most, add_months(first_on, most - 1)
    return replace(bounds, fewest=fewest, most=most, earliest=last_on, first_high=line.first_share)


def _floor(own: Limits, table: Table, least: Money) -> Fraction | None:
    found = _priced(own, table, least, least)
    return least_worth(found, least.fen) if found else None


def _roof(own: Limits, table: Table, most: Money) -> Fraction | None:
    found = _priced(own, table, most, most)
    return most_cost(found, most.fen) if found else None


def _priced(bounds: Limits, table: Table, low: Money, high: Money) -> list[Priced]:
    workers, company = (factors(table.today, table.how, side) for side in Side)
    made = shapes(bounds, range(bounds.fewest, bounds.most + 1))
    first_high = None if bounds.first_high is None else bounds.first_high.fen
    return priced(possible(made, low.fen, high.fen, bounds.first_low.fen, first_high), workers, company)


# -- the trades ----------------------------------------------------------------------------


def _best(found: Iterable[tuple[Weighed, int]], bounds: Limits, zone: FullZone) -> tuple[Trade, ...]:
    """The largest products of gains, each with another number of instalments."""
    good = sorted((pair for pair in found if pair[0].least(pair[1]) >= 0),
                  key=lambda pair: -pair[0].nash(pair[1]))
    made: dict[int, Trade] = {}
    for one, amount in good:
        deal = deal_of(bounds, one.shape, Money(amount))
        if deal is not None and len(deal.days) not in made and len(made) < MOST_TRADES:
            ours, theirs = one.gains(amount)
            made[len(deal.days)] = Trade(deal, breaks(deal, zone), Money.rounded(ours), Money.rounded(theirs))
    return tuple(made.values())


def breaks(deal: Deal, zone: FullZone) -> tuple[Break, ...]:
    """Where a deal lies outside the lines as they were told."""
    return tuple(Break(side, dimension, abs(apart)) for side in Side
                 for dimension, apart in _outside(deal, zone, side))


def _outside(deal: Deal, zone: FullZone, side: Side) -> Sequence[tuple[Dimension, int]]:
    """Workers mean amount and first share at least, the others at most; respondents the other way round."""
    at_least = {Dimension.AMOUNT, Dimension.FIRST_SHARE}
    found = []
    for dimension, mark in marks(zone, side):
        apart = deal.value(dimension) - mark
        low_wanted = (dimension in at_least) == (side is Side.APPLICANT)
        if (apart < 0) if low_wanted else (apart > 0):
            found.append((dimension, apart))
    return found
