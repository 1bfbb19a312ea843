"""Which backups are old enough to go: fewer the further back, and never the newest."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import datetime, timedelta

DAYS, WEEKS, MONTHS = 14, 8, 12


def thinned(instants: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """The instants whose backups may be dropped.

    Kept are all of the last 24 hours (and any that lie in the future: a clock was wrong), the last of
    each day for 14 days, of each week (from Monday) for 8 weeks, of each month for 12 months, and the
    newest in any case. Days are those of the instants' own time zone.
    """
    all_of_them = sorted(set(instants))
    kept = {at for at in all_of_them if now - at < timedelta(hours=24)} | set(all_of_them[-1:])
    for age, bucket in _RULES:
        kept |= _last_of_each(bucket, (at for at in all_of_them if age(now, at)))
    return frozenset(all_of_them) - kept


Age = Callable[[datetime, datetime], bool]
Bucket = Callable[[datetime], Hashable]


def _last_of_each(bucket: Bucket, ascending: Iterable[datetime]) -> set[datetime]:
    return set({bucket(at): at for at in ascending}.values())


def _in_days(now: datetime, at: datetime) -> bool:
    return now - at < timedelta(days=DAYS)


def _in_weeks(now: datetime, at: datetime) -> bool:
    return now - at < timedelta(weeks=WEEKS)


def _in_months(now: datetime, at: datetime) -> bool:
    here = now.astimezone(at.tzinfo)
    return (here.year - at.year) * 12 + here.month - at.month < MONTHS


def _day(at: datetime) -> Hashable:
    return at.date()


def _week(at: datetime) -> Hashable:
    return at.isocalendar()[:2]


def _month(at: datetime) -> Hashable:
    return at.year, at.month


_RULES: tuple[tuple[Age, Bucket], ...] = ((_in_days, _day), (_in_weeks, _week), (_in_months, _month))
