"""Due days by a rule: once a month on its day, or every so many days or weeks."""

from __future__ import annotations

from datetime import date

from dateutil.rrule import DAILY, MONTHLY, rrule

MOST_DAYS = 366  # between two instalments


def monthly(first: date, count: int) -> tuple[date, ...]:
    """``count`` days, one a month from ``first``, on its day of the month or the month's last day."""
    days = range(28, first.day + 1) if first.day > 28 else (first.day,)
    dates = rrule(MONTHLY, dtstart=first, count=count, bymonthday=tuple(days), bysetpos=-1)
    return tuple(moment.date() for moment in dates)


def every(first: date, count: int, days: int) -> tuple[date, ...]:
    """``count`` days from ``first``, each so many days after the one before."""
    return tuple(moment.date() for moment in rrule(DAILY, dtstart=first, count=count, interval=days))
