"""The period of a report, the two that it is compared with, and what a report is narrowed to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from mediation_desk.domain.vocabulary import KindOfWork, Source, Station
from mediation_desk.domain.words import N_, DeskError

DAY = timedelta(days=1)
FIRST_YEAR = 1900  # before which no case of anybody's was received


@dataclass(frozen=True, order=True)
class Period:
    """Days from ``since`` to ``until``, both counted."""

    since: date
    until: date

    def __post_init__(self) -> None:
        if self.until < self.since:
            raise DeskError(N_("The period ends before it begins."), field="until")
        if self.since.year <= FIRST_YEAR:
            raise DeskError(N_("The period begins too long ago."), field="since")

    @classmethod
    def of_day(cls, day: date) -> Period:
        """That day alone."""
        return cls(day, day)

    @classmethod
    def week_of(cls, day: date) -> Period:
        """Monday to Sunday."""
        monday = day - timedelta(days=day.weekday())
        return cls(monday, monday + timedelta(days=6))

    @classmethod
    def months(cls, year: int, month: int, count: int = 1) -> Period:
        """So many whole months from that one on: 1, 3 for a quarter, 12 for a year."""
        first = date(year, month, 1)
        return cls(first, moved(first, count) - DAY)

    @property
    def whole_months(self) -> int:
        """How many whole months it is; 0 where it is not."""
        ends = self.until + DAY
        if self.since.day != 1 or ends.day != 1:
            return 0
        return (ends.year - self.since.year) * 12 + ends.month - self.since.month

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.until - self.since).days + 1

    def before(self) -> Period:
        """The one just before it: as many whole months, else as many days."""
        months = self.whole_months
        since = moved(self.since, -months) if months else self.since - timedelta(days=self.days)
        return Period(since, self.since - DAY)

    def year_before(self) -> Period:
        """The same a year before; whole months stay whole, and 29 February becomes the 28th."""
        until = self.until + DAY if self.whole_months else self.until
        return Period(moved(self.since, -12), moved(until, -12) - (DAY if self.whole_months else timedelta()))


def moved(day: date, months: int) -> date:
    """The same day so many months on; the month's last where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in range(day.day, 27, -1):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    return date(year, month + 1, day.day)


@dataclass(frozen=True)
class Narrow:
    """Which cases a report counts; empty tuples do not narrow. ``claims``: what a case is mainly about;
    ``sites``: to which it belongs, :data:`.sites.HERE` for those of the office itself."""

    mediators: tuple[UUID, ...] = ()
    sources: tuple[Source, ...] = ()
    kinds: tuple[KindOfWork, ...] = ()
    platforms: tuple[str, ...] = ()
    causes: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    stations: tuple[Station, ...] = ()
    sites: tuple[UUID, ...] = ()

    @property
    def facts(self) -> Mapping[str, Sequence[object]]:
        """The values that are wanted of each of the facts; none: all."""
        return {"mediator_id": self.mediators, "source": self.sources, "kind_of_work": self.kinds,
                "platform": self.platforms, "cause": self.causes, "claim": self.claims,
                "station": self.stations, "site_id": self.sites}

    @property
    def is_wide(self) -> bool:
        """Whether every case counts."""
        return self == Narrow()
