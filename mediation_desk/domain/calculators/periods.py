"""Full months, years of service and parts of months, counted as labour law counts them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from mediation_desk.domain.calendar import DAY, WorkCalendar, month_end

HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Span:
    """Days from ``first`` to ``last``, both counted."""

    first: date
    last: date

    @property
    def whole_month(self) -> bool:
        """Whether this is one calendar month from its first day to its last."""
        return self.first.day == 1 and self.last == month_end(self.first)

    @property
    def days(self) -> int:
        """Calendar days."""
        return (self.last - self.first).days + 1


def after_months(start: date, count: int) -> date:
    """The first day after ``count`` full months (negative: back) that begin with ``start``.

    Begun on 15 March, one month is full on 14 April, so this is 15 April. Where the month has no
    such day the period ends on the month's last day (Civil Code, art. 202), so this is the first
    of the next: begun on 31 January, one month is full on 28 February.
    """
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    try:
        return date(year, month + 1, start.day)
    except ValueError:
        return month_end(date(year, month + 1, 1)) + DAY


def earliest_in_time(claimed: date, calendar: WorkCalendar) -> date:
    """The earliest day whose one-year limitation still runs on ``claimed``.

    It is the year that ``WorkCalendar.period_end`` counts, looked at from its end: what fell due on
    2024-06-15 can be claimed until 2025-06-16, the 15th being a Sunday.
    """
    day = after_months(claimed, -12)
    while calendar.period_end(day - DAY, months=12) >= claimed:
        day -= DAY
    return day


def service_months(first: date, last: date) -> Fraction:
    """Months of pay for that service: one for each full year, one for a rest of six months or more,
    half for a shorter rest (Labour Contract Law, art. 47(1)); zero when ``last`` is before."""
    end = last + DAY
    if end <= first:
        return Fraction()
    full = (end.year - first.year) * 12 + end.month - first.month
    full -= after_months(first, full) > end
    years, months = divmod(full, 12)
    if months >= 6:
        return Fraction(years + 1)
    return years + HALF if months or after_months(first, full) < end else Fraction(years)


@dataclass(frozen=True, slots=True)
class Month:
    """One month of a period, counted from the period's first day; ``whole`` or what is left at its end."""

    span: Span
    whole: bool


def months_from_first_day(span: Span) -> list[Month]:
    """The span cut into months that begin with its own first day: 10 March to 9 April is one. Only the
    last may be a part of one (Judicial Interpretation (II), art. 6); none when the span is empty."""
    months: list[Month] = []
    first = span.first
    while first <= span.last:
        after = after_months(span.first, len(months) + 1)
        months.append(Month(Span(first, min(after - DAY, span.last)), after - DAY <= span.last))
        first = after
    return months


def calendar_months(span: Span) -> Iterator[Span]:
    """The span cut at the ends of calendar months."""
    first = span.first
    while first <= span.last:
        last = min(month_end(first), span.last)
        yield Span(first, last)
        first = last + DAY


def months_and_rests(span: Span) -> tuple[int, list[Span]]:
    """How many whole calendar months the span holds, and what is left before and after them."""
    first, last = span.first, span.last
    if first > last:
        return 0, []
    if (first.year, first.month) == (last.year, last.month):
        return (1, []) if span.whole_month else (0, [span])
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    ends = (Span(first, month_end(first)), Span(last.replace(day=1), last))
    rests = [end for end in ends if not end.whole_month]
    return months - len(rests), rests


def paid_days(span: Span) -> int:
    """Mondays to Fridays, statutory holidays with them: the days that 21.75 a month stands for.

    A make-up workday and the rest day it was swapped for cancel out, so neither changes the
    count; the figure needs no holiday table and is the same in every year.
    """
    weeks, rest = divmod(span.days, 7)
    start = span.first.weekday()
    return weeks * 5 + sum((start + n) % 7 < 5 for n in range(rest))

