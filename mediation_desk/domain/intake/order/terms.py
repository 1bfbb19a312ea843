"""What counts for one order: by when it is signed in, answered, finished, and may be extended or returned."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from typing import Any

from mediation_desk.domain.calendar import WorkCalendar
from mediation_desk.domain.office_hours import OfficeHours
from mediation_desk.domain.vocabulary import Term
from mediation_desk.domain.words import N_


class Unit(Term):
    """What a period is counted in."""

    HOURS = "hours", N_("hours")
    WORKING_HOURS = "working_hours", N_("working hours")
    NATURAL_DAYS = "natural_days", N_("natural days")
    WORKING_DAYS = "working_days", N_("working days")


class OrderClockKind(Term):
    """The three clocks of a work order; their values are kinds of the agenda."""

    SIGN_IN = "order_sign_in", N_("Sign in the work order")
    CONTACT = "order_contact", N_("Contact the citizen")
    FINISH = "order_finish", N_("Finish the work order")


UNITS: Mapping[str, Unit] = MappingProxyType({one.value: one for one in Unit})
_CLOCKS: Mapping[str, OrderClockKind] = MappingProxyType({one.value: one for one in OrderClockKind})


@dataclass(frozen=True)
class Period:
    """So many of a unit; none: the same day. ``whence``: the paper that says so, or ``local``: the office's
    to set, for no rule of the whole country does."""

    within: int
    unit: Unit
    whence: str = ""


LOCAL = "local"
LAST = datetime.combine(date.max, time(23, 59, 59))
"""No period ends after it."""
FIRST = datetime.combine(date.min, time())
"""No reminder comes before it."""
LONGEST = 400
"""No period has more of its unit."""


@dataclass(frozen=True)
class Extending:
    """How often, and how far beyond its end, the time to finish can be extended. ``cut_off``: the hour by
    which that is asked for, on the last day itself or on the working day before it."""

    most: Period
    times: int
    cut_off: time
    day_before: bool = False


@dataclass(frozen=True)
class Forewarning:
    """So long before a clock ends, somebody is reminded of it."""

    of: OrderClockKind
    before: Period


@dataclass(frozen=True)
class OrderTerms:
    """What counts for one order, as it stood when the order was taken in: a table that is changed later moves
    no order that is under way, and another office counts as the sender did.

    ``from_opening``: an order that comes outside office hours counts as having come when the office opens
    next; ``off_days``: natural days that end on a day off end on it, and do not move to the next working day.
    """

    hours: OfficeHours
    periods: Mapping[OrderClockKind, Period]
    from_opening: bool = True
    off_days: bool = False
    giving_back: Period | None = None
    extending: Extending | None = None
    warnings: tuple[Forewarning, ...] = ()

    # -- counting --------------------------------------------------------------------------

    def begins(self, arrived_at: datetime, calendar: WorkCalendar) -> datetime:
        """The moment from which an order's periods run."""
        return self.hours.counted(arrived_at, calendar) if self.from_opening else arrived_at

    def end(self, begins: datetime, period: Period, calendar: WorkCalendar) -> datetime:
        """When a period ends that runs from that moment.

        The day itself is not counted, and the last one ends when the office closes (Civil Code, arts. 201 to
        203). Hours run on from the moment; working hours only while the office works. What would end after
        the year 9999, by which senders say that an order has no end, ends with it.
        """
        try:
            return self._end(begins, period, calendar)
        except OverflowError:
            return LAST

    def _end(self, begins: datetime, period: Period, calendar: WorkCalendar) -> datetime:
        match period.unit:
            case Unit.HOURS:
                return begins + timedelta(hours=period.within)
            case Unit.WORKING_HOURS:
                return self.hours.after(begins, timedelta(hours=period.within), calendar)
            case Unit.WORKING_DAYS:
                return self._closing(begins, calendar.after_workdays(begins.date(), period.within), calendar)
            case _:
                day = begins.date() + timedelta(days=period.within)
                if self.off_days and period.within:
                    return self.hours.closing(day)
                return self._closing(begins, calendar.next_workday(day), calendar)

    def _closing(self, begins: datetime, day: date, calendar: WorkCalendar) -> datetime:
        """The close of work on that day, moved to a working day; never before the period began."""
        last = self.hours.closing(calendar.next_workday(day))
        if last >= begins:
            return last
        return self.hours.closing(calendar.next_workday(begins.date() + timedelta(days=1)))

    def before(self, due_at: datetime, period: Period, calendar: WorkCalendar) -> datetime:
        """So long before an end: working days at the opening of the day, everything else to the hour."""
        try:
            return self._before(due_at, period, calendar)
        except OverflowError:
            return FIRST

    def _before(self, due_at: datetime, period: Period, calendar: WorkCalendar) -> datetime:
        if period.unit is Unit.WORKING_DAYS:
            day = due_at.date()
            for _ in range(period.within):
                day = calendar.previous_workday(day - timedelta(days=1))
            return datetime.combine(day, self.hours.opens)
        if period.unit is Unit.NATURAL_DAYS:
            return datetime.combine(due_at.date() - timedelta(days=period.within), self.hours.opens)
        return due_at - timedelta(hours=period.within)

    # -- as it is kept with the order --------------------------------------------------------

    def kept(self) -> str:
        """One line of text that :meth:`read` understands."""
        told: dict[str, Any] = {
            "hours": [f"{begins:%H:%M}-{ends:%H:%M}" for begins, ends in self.hours.spans],
            **{str(kind): _told(period) for kind, period in self.periods.items()}}
        if not self.from_opening:
            told["from_opening"] = False
        if self.off_days:
            told["off_days"] = True
        if self.giving_back:
            told["return"] = _told(self.giving_back)
        if self.extending:
            one = self.extending
            told["extend"] = [*_told(one.most), one.times, f"{one.cut_off:%H:%M}", one.day_before]
        if self.warnings:
            told["warn"] = [[str(one.of), *_told(one.before)] for one in self.warnings]
        return json.dumps(told, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def read(cls, text: str) -> OrderTerms | None:
        """What was kept; None for nothing, and for what no program of this house wrote."""
        try:
            return cls._read(json.loads(text)) if text else None
        except (ValueError, TypeError, KeyError, IndexError, AttributeError):
            return None

    @classmethod
    def _read(cls, told: Mapping[str, Any]) -> OrderTerms:
        back, more = told.get("return"), told.get("extend")
        return cls(
            office_hours(told["hours"]),
            {kind: _period(told[kind]) for kind in OrderClockKind if kind in told},
            told.get("from_opening", True), told.get("off_days", False), _period(back) if back else None,
            Extending(_period(more[:3]), int(more[3]), time.fromisoformat(more[4]), bool(more[5]))
            if more else None,
            tuple(Forewarning(_CLOCKS[one[0]], _period(one[1:])) for one in told.get("warn", ())))


def office_hours(told: Sequence[str]) -> OfficeHours:
    """The hours of a working day; ValueError where there are none, or where they do not follow each other."""
    spans = tuple(hours_span(one) for one in told)
    ends = [moment for span in spans for moment in span]
    if not ends or ends != sorted(set(ends)):
        raise ValueError(told)
    return OfficeHours(spans)


def hours_span(text: str) -> tuple[time, time]:
    """``09:00-12:00``; ValueError for anything else."""
    begins, _, ends = text.partition("-")
    if len(begins) != len(ends) or len(ends) != len("12:00"):
        raise ValueError(text)
    return time.fromisoformat(begins), time.fromisoformat(ends)


def _told(period: Period) -> list[Any]:
    return [period.within, str(period.unit), period.whence]


def _period(told: Sequence[Any]) -> Period:
    within = int(told[0])
    if not 0 <= within <= LONGEST:  # written by a stranger
        raise ValueError(told)
    return Period(within, UNITS[told[1]], str(told[2]))
