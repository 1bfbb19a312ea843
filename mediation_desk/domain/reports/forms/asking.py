"""Which counts a form needs: few grouped ones, however many cells it has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from mediation_desk.domain.reports.forms.dimensions import both, facts_of
from mediation_desk.domain.reports.forms.form import (
    ASKED,
    MOMENT_OF,
    Column,
    Count,
    Days,
    Form,
    Moment,
    Row,
    Table,
    Where,
)
from mediation_desk.domain.reports.period import DAY, Period

Place = tuple[str, str, str]  # table, row, column

_OWN = frozenset({"outcome", "collective", "flag", "days"})
_TOTALLED = (frozenset({"source"}), frozenset({"kind_of_work"}), frozenset[str]())
_COUNTED = frozenset({Moment.OPEN_START, Moment.OPEN_END, *ASKED})


@dataclass(frozen=True)
class Ask:
    """One grouped count. ``names``: the facts to tell apart by; ``totals``: the day's totals tell it, else
    every case is counted."""

    moment: Moment
    window: Period
    names: tuple[str, ...]
    totals: bool


@dataclass(frozen=True)
class _Need:
    place: Place
    moment: Moment
    window: Period
    names: frozenset[str]
    totals: bool

    @property
    def bucket(self) -> tuple[object, ...]:
        """Needs of one bucket are met by one count."""
        if self.totals:
            return self.moment, self.window, True, self.names - _OWN, "days" in self.names
        return self.moment, self.window, False, "company" in self.names, "days" in self.names


def window(table: Table, period: Period) -> Period:
    """The days that a table counts."""
    if not table.days:
        return period
    return Period(period.until - timedelta(days=table.days - 1), period.until)


def asks(form: Form, period: Period) -> dict[Place, Ask]:
    """The count that tells each cell which is counted."""
    needs = list(_needs(form, period))
    names: dict[tuple[object, ...], set[str]] = {}
    for need in needs:
        names.setdefault(need.bucket, set()).update(need.names)
    return {need.place: Ask(need.moment, need.window, tuple(sorted(names[need.bucket])), need.totals)
            for need in needs}


def _needs(form: Form, period: Period) -> Iterator[_Need]:
    for table in form.tables:
        days = window(table, period)
        for row in table.rows:
            for column in table.columns:
                if row.told is None and isinstance(column.told, Count | Days):
                    yield _need((table.id, row.id, column.id), row, column, days)


def _need(place: Place, row: Row, column: Column, days: Period) -> _Need:
    told = column.told
    assert isinstance(told, Count | Days)
    names = facts_of([name for name, _ in condition(row, told)]) | facts_of(
        [row.by.dimension] if row.by else [])
    if isinstance(told, Days):
        return _Need(place, MOMENT_OF[told.span], days, names | {"days"}, _is_totalled(names))
    return _Need(place, told.moment, days, names, told.moment not in _COUNTED and _is_totalled(names))


def condition(row: Row, told: Count | Days) -> Where:
    """What cases must be like to be counted there."""
    return both(row.where, told.where)


def _is_totalled(names: frozenset[str]) -> bool:
    return names - _OWN in _TOTALLED


def day_of(ask: Ask) -> date:
    """The day at whose end cases are open that are counted as open."""
    return ask.window.since - DAY if ask.moment is Moment.OPEN_START else ask.window.until
