"""Month by month: what was received and closed, and what stood open at the end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from mediation_desk.domain.reports.period import DAY, Period, moved

LEAST, MOST = 2, 36  # months that a period shows by itself; outside of that, a year is shown


@dataclass(frozen=True)
class Month:
    """What happened on the days of a month that are looked at; ``stock``: open at the end of the last one."""

    days: Period
    received: int
    closed: int
    stock: int


def months_of(period: Period) -> tuple[Period, ...]:
    """The months of the period, its first and last as far as they belong to it; where it is short, or very
    long, the twelve months up to the one in which it ends."""
    first, last = period.since.replace(day=1), period.until.replace(day=1)
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    if not LEAST <= count <= MOST:
        return _whole(moved(last, -11), 12)
    return tuple(Period(max(one.since, period.since), min(one.until, period.until))
                 for one in _whole(first, count))


def _whole(first: date, count: int) -> tuple[Period, ...]:
    return tuple(Period.months(one.year, one.month) for one in (moved(first, at) for at in range(count)))


def by_month(spans: tuple[Period, ...], start: int, received: Mapping[date, int], closed: Mapping[date, int]
             ) -> tuple[Month, ...]:
    """The months one after the other. ``start``: open before the first day; the others: cases by day."""
    found, stock = [], start
    for span in spans:
        got, over = _within(span, received), _within(span, closed)
        stock += got - over
        found.append(Month(span, got, over, stock))
    return tuple(found)


def _within(span: Period, days: Mapping[date, int]) -> int:
    return sum(count for day, count in days.items() if span.since <= day <= span.until)


def before(spans: tuple[Period, ...]) -> date:
    """The last day before the first month."""
    return spans[0].since - DAY
