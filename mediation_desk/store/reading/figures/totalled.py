"""Which totals tell what is asked, and how it is read out of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, select, union_all

from mediation_desk.domain.reports.period import Narrow
from mediation_desk.domain.reports.totals import BETWEEN, MEASURES, Dim, Event, Grain, whole_months
from mediation_desk.store.tables.reports import day_totals

_OWN = frozenset({"day", "outcome", "collective", "flag", "days"})  # what a total is told apart by
_DIM_OF: Mapping[frozenset[str], Dim] = MappingProxyType({frozenset(dim.names): dim for dim in Dim})


@dataclass(frozen=True)
class Kept:
    """The dimension whose totals tell what is asked, and the values that it is narrowed to; none: all."""

    dim: Dim
    values: Sequence[str] = ()

    @property
    def by_days(self) -> bool:
        """Whether days are kept of it, or months alone."""
        return Grain.DAY in self.dim.grains


def kept_for(narrow: Narrow, by: Sequence[str]) -> Kept | None:
    """What is kept of all cases that tells these apart; None: they must be counted."""
    if narrow.mediators:
        return None
    narrowed: Mapping[str, Sequence[object]] = {
        "source": narrow.sources, "kind_of_work": narrow.kinds, "cause": narrow.causes,
        "claim": narrow.claims, "platform": narrow.platforms, "station": narrow.stations,
        "site_id": narrow.sites}
    asked = {name for name in by if name not in _OWN}
    dim = _DIM_OF.get(frozenset(asked | {name for name, values in narrowed.items() if values}))
    if dim is None:
        return None
    kept = Kept(dim, [BETWEEN.join(map(str, one)) for one in product(*(narrowed[name] for name in dim.names))
                      if one])
    if kept.by_days:
        return kept
    told = not (asked or "day" in by) and all(all(narrowed[name]) for name in dim.names)
    return kept if told else None


def summed(kept: Kept, event: Event, since: date | None, until: date, by: Sequence[str],
           counted: Callable[[date | None, date], Select[Any]]) -> Select[Any]:
    """The totals of the period by these, whole months where there are any; ``counted``: tells of single days
    what the totals do not."""
    if kept.by_days and "day" in by:
        return _joined([_rows(kept, event, Grain.DAY, since, until, by)], by)
    parts = [counted(first, last) if grain is Grain.DAY and not kept.by_days else
             _rows(kept, event, grain, first, last, by)
             for grain, first, last in whole_months(since, until)]
    return _joined(parts, by)


def _rows(kept: Kept, event: Event, grain: Grain, since: date | None, until: date, by: Sequence[str]
          ) -> Select[Any]:
    where: list[ColumnElement[bool]] = [
        day_totals.c.grain == grain.value, day_totals.c.dim == kept.dim.value,
        day_totals.c.event == event.value, *between(day_totals.c.day, since, until)]
    if kept.values:
        where.append(day_totals.c.value.in_(kept.values))
    named = (day_totals.c["value" if name in kept.dim.names else name] for name in by)
    return select(*named, *(day_totals.c[name] for name in MEASURES)).where(*where)


def _joined(parts: Sequence[Select[Any]], by: Sequence[str]) -> Select[Any]:
    told = union_all(*parts).subquery()
    columns, measures = list(told.c)[:len(by)], list(told.c)[len(by):]
    return select(*columns, *map(func.sum, measures)).group_by(*columns)


def between(column: ColumnElement[Any], since: date | None, until: date) -> list[ColumnElement[bool]]:
    """The condition for a day of the period; ``since`` None: ever until then."""
    return [column <= until] if since is None else [and_(column >= since, column <= until)]
