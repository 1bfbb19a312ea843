"""Response, solution and satisfaction of an order: what its last return visit says, and the mark it makes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mediation_desk.domain.closing import ReturnVisit
from mediation_desk.domain.intake.order.tables import Weights
from mediation_desk.domain.intake.orders import WorkOrder
from mediation_desk.domain.vocabulary import Satisfaction


@dataclass(frozen=True)
class Rates:
    """What was said of one order; None: not asked. ``visits``: how many calls were made for it, ``reached``:
    how many of them somebody answered."""

    response: bool | None = None
    solved: bool | None = None
    satisfied: bool | None = None
    visits: int = 0
    reached: int = 0


def of_order(order: WorkOrder, visits: Iterable[ReturnVisit]) -> list[ReturnVisit]:
    """The return visits that were made for an order, earliest first."""
    made = (one for one in visits if one.order_id == order.id)
    return sorted(made, key=lambda one: (one.visited_on, one.id))


def rates_of(order: WorkOrder, visits: Iterable[ReturnVisit]) -> Rates:
    """As the last visit that reached somebody says: a call that nobody answered says nothing."""
    made = of_order(order, visits)
    reached = [one for one in made if one.reached]
    if not reached:
        return Rates(visits=len(made))
    last = reached[-1]
    return Rates(last.contacted, last.solved, last.satisfaction is Satisfaction.SATISFIED, len(made),
                 len(reached))


def mark(rates: Rates, weights: Weights) -> int | None:
    """The weighted mark in hundredths of a percent, of what was asked; None where nothing was."""
    told = [(weight, answer) for weight, answer in (
        (weights.response, rates.response), (weights.solved, rates.solved),
        (weights.satisfied, rates.satisfied)) if answer is not None]
    whole = sum(weight for weight, _answer in told)
    if not whole:
        return None
    return (sum(weight for weight, answer in told if answer) * 20_000 + whole) // (2 * whole)


def weighted(shares: tuple[tuple[int, int], tuple[int, int], tuple[int, int]], weights: Weights
             ) -> int | None:
    """The weighted rate of many orders in hundredths of a percent: each rate of those asked, by its weight.
    ``shares``: yes and asked of response, solution and satisfaction; None where one was never asked."""
    if not all(asked for _yes, asked in shares):
        return None
    bottom = 1
    for _yes, asked in shares:
        bottom *= asked
    top = sum(weight * yes * (bottom // asked) for weight, (yes, asked) in zip(
        (weights.response, weights.solved, weights.satisfied), shares, strict=True))
    whole = bottom * (weights.response + weights.solved + weights.satisfied)
    return (top * 20_000 + whole) // (2 * whole) if whole else None
