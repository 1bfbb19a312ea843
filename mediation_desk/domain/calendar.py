"""Working days, rest days and make-up workdays; periods counted as the law counts them."""

from __future__ import annotations

import calendar as months
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from mediation_desk.domain.words import N_, DeskError

DAY = timedelta(days=1)


@dataclass(frozen=True)
class HolidayYear:
    """One year's holiday notice of the State Council.

    ``statutory``: the holidays paid at 300 %; ``rest_days``: weekdays that became days off;
    ``make_up_workdays``: weekend days that became workdays; ``notice``: the notice's number.
    """

    year: int
    statutory: frozenset[date]
    rest_days: frozenset[date]
    make_up_workdays: frozenset[date]
    notice: str


class DayKind(StrEnum):
    """What a day counts as when work on it is paid."""

    WORKDAY = "workday"
    REST_DAY = "rest_day"
    STATUTORY_HOLIDAY = "statutory_holiday"


class RestDayRule(StrEnum):
    """Where an instalment that falls on a rest day goes."""

    SAME_DAY = "same_day"
    NEXT_WORKDAY = "next_workday"
    PREVIOUS_WORKDAY = "previous_workday"


@dataclass(frozen=True)
class WorkCalendar:
    """The office's calendar: the holiday years it knows; other years count weekends only."""

    years: Mapping[int, HolidayYear] = field(default_factory=dict)

    def knows(self, day: date) -> bool:
        """Whether the holiday notice of that day's year is at hand."""
        return day.year in self.years

    def kind(self, day: date) -> DayKind:
        """Workday, rest day or statutory holiday."""
        year = self.years.get(day.year)
        if year and day in year.statutory:
            return DayKind.STATUTORY_HOLIDAY
        if year and day in year.make_up_workdays:
            return DayKind.WORKDAY
        if day.weekday() >= 5 or (year and day in year.rest_days):
            return DayKind.REST_DAY
        return DayKind.WORKDAY

    def is_workday(self, day: date) -> bool:
        """Whether offices and banks work on that day."""
        return self.kind(day) is DayKind.WORKDAY

    def after_workdays(self, start: date, count: int) -> date:
        """The last day of a period of ``count`` working days; the first day counted is the
        first working day after ``start`` (Civil Code, art. 201)."""
        day = start
        for _ in range(count):
            day = self.next_workday(day + DAY)
        return day

    def next_workday(self, day: date) -> date:
        """That day, or the first working day after it."""
        while not self.is_workday(day):
            day += DAY
        return day

    def previous_workday(self, day: date) -> date:
        """That day, or the last working day before it."""
        while not self.is_workday(day):
            day -= DAY
        return day

    def placed(self, day: date, rule: RestDayRule) -> date:
        """The day, moved off a rest day as the rule says."""
        if rule is RestDayRule.NEXT_WORKDAY:
            return self.next_workday(day)
        if rule is RestDayRule.PREVIOUS_WORKDAY:
            return self.previous_workday(day)
        return day

    def workdays_between(self, first: date, last: date) -> int:
        """Working days from ``first`` to ``last``, both counted; 0 when last is before first."""
        return sum(self.is_workday(first + DAY * n) for n in range((last - first).days + 1))


def add_months(day: date, count: int) -> date:
    """The same day ``count`` months on, or the month's last day where it has no such day."""
    ahead = day.year * 12 + day.month - 1 + count
    year, month = divmod(ahead, 12)
    if not date.min.year <= year <= date.max.year:
        raise DeskError(N_("That date is too far away."))
    return date(year, month + 1, min(day.day, months.monthrange(year, month + 1)[1]))


def month_end(day: date) -> date:
    """The last day of that day's month."""
    return day.replace(day=months.monthrange(day.year, day.month)[1])
