"""Which totals tell what is asked, and how it is read out of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, select, union_all

from mediation_desk.domain.reports.period import Narrow
from mediation_desk.domain.reports.totals import MEASURES, Dim, Event, Grain, whole_months
from mediation_desk.store.tables.reports import day_totals

_OWN = frozenset({"day", "outcome", "collective", "flag", "days"})  # what a total is told apart by


@dataclass(frozen=True)
class Kept:
    """The dimension whose totals tell what is asked, and the values that it is narrowed to; none: all."""

    dim: Dim
    values: Sequence[str] = ()


def kept_for(narrow: Narrow, by: Sequence[str]) -> Kept | None:
    """What is kept of all cases that tells these apart; None: they must be counted."""
    narrowed = {name: values for name, values in narrow.facts.items() if values}
    told = (narrowed.keys() | set(by)) - _OWN
    if len(told) > 1 or not told <= set(Dim):
        return None
    dim = Dim(*(told or {Dim.ALL}))
    return Kept(dim, [str(one) for one in narrowed.get(dim.value, ())])


def summed(kept: Kept, event: Event, since: date | None, until: date, by: Sequence[str]) -> Select[Any]:
    """The totals of the period by these, whole months where there are any."""
    if "day" in by:
        return _joined([_rows(kept, event, Grain.DAY, since, until, by)], by)
    return _joined([_rows(kept, event, grain, first, last, by)
                    for grain, first, last in whole_months(since, until)], by)


def _rows(kept: Kept, event: Event, grain: Grain, since: date | None, until: date, by: Sequence[str]
          ) -> Select[Any]:
    where: list[ColumnElement[bool]] = [
        day_totals.c.grain == grain.value, day_totals.c.dim == kept.dim.value,
        day_totals.c.event == event.value, *between(day_totals.c.day, since, until)]
    if kept.values:
        where.append(day_totals.c.value.in_(kept.values))
    named = (day_totals.c["value" if name == kept.dim.value else name] for name in by)
    return select(*named, *(day_totals.c[name] for name in MEASURES)).where(*where)


def _joined(parts: Sequence[Select[Any]], by: Sequence[str]) -> Select[Any]:
    told = union_all(*parts).subquery()
    columns, measures = list(told.c)[:len(by)], list(told.c)[len(by):]
    return select(*columns, *map(func.sum, measures)).group_by(*columns)


def between(column: ColumnElement[Any], since: date | None, until: date) -> list[ColumnElement[bool]]:
    """The condition for a day of the period; ``since`` None: ever until then."""
    return [column <= until] if since is None else [and_(column >= since, column <= until)]
