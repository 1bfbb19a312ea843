"""What the hotline's citizens said of their orders on return visits, as figures count it.

An order counts by the last visit made for it that reached somebody. A case from the hotline of which nobody
noted an order is one order, by its own last visit. Of nearly every case that is what its last visit says,
and nothing besides is kept of it; of the others each order's answers are, as one text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from types import MappingProxyType

from mediation_desk.domain.closing import ReturnVisit
from mediation_desk.domain.intake.orders import WorkOrder
from mediation_desk.domain.vocabulary import Satisfaction, Source

_SIGNS = MappingProxyType({True: "+", False: "-", None: "?"})
_SAID = MappingProxyType({sign: value for value, sign in _SIGNS.items()})


@dataclass(frozen=True)
class Answers:
    """Of one order: on which day somebody was asked, and what they said; None: not asked."""

    visited_on: date
    contacted: bool | None
    solved: bool | None
    satisfied: bool | None


@dataclass(frozen=True)
class LastVisit:
    """What facts tell of a case's last visit, and of its orders where that is something else (``asked``)."""

    source: Source
    visited_on: date | None
    contacted: bool | None
    solved: bool | None
    satisfied: bool | None
    asked: str | None


LAST_VISIT = tuple(one.name for one in fields(LastVisit))
"""The facts that tell it."""


def said(visit: ReturnVisit) -> Answers:
    """What one visit brought."""
    return Answers(visit.visited_on, visit.contacted, visit.solved,
                   visit.satisfaction is Satisfaction.SATISFIED)


def of_orders(source: Source, orders: Sequence[WorkOrder], visits: Sequence[ReturnVisit]) -> list[Answers]:
    """Of each order of the hotline; ``orders`` and ``visits``: those of a case that stand, earliest first."""
    reached = [one for one in visits if one.reached]
    if not orders:
        return [said(reached[-1])] if reached and source is Source.HOTLINE else []
    last = {one.order_id: one for one in reached}
    return [said(last[order.id]) for order in orders
            if order.source is Source.HOTLINE and order.id in last]


def answers(told: LastVisit) -> list[Answers]:
    """What was said of a case's orders."""
    if told.asked is not None:
        return list(read(told.asked))
    if told.visited_on is None or told.source is not Source.HOTLINE:
        return []
    return [Answers(told.visited_on, told.contacted, told.solved, told.satisfied)]


def written(found: Sequence[Answers]) -> str:
    """The answers as one text."""
    return ";".join(f"{one.visited_on}{''.join(_SIGNS[value] for value in _values(one))}" for one in found)


def _values(one: Answers) -> tuple[bool | None, ...]:
    return one.contacted, one.solved, one.satisfied


def read(text: str) -> Iterator[Answers]:
    """What was :func:`written`."""
    for one in filter(None, text.split(";")):
        yield Answers(date.fromisoformat(one[:-3]), *(_SAID[sign] for sign in one[-3:]))
