"""Working days, rest days and make-up workdays; periods counted as the law counts them."""

from __future__ import annotations

import calendar as months
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from mediation_desk.domain.words import N_, DeskError

DAY = timedelta(days=1)
_EVERY_YEAR = ((1, 1), (5, 1), (10, 1), (10, 2), (10, 3))
_SINCE_2025 = ((5, 2),)


@dataclass(frozen=True)
class HolidayYear:
    """One year's holiday notice of the State Council.

    ``statutory``: the holidays paid at 300 %; ``rest_days``: weekdays that became days off;
    ``make_up_workdays``: weekend days that became workdays; ``notice``: the notice's number, empty
    while none is at hand and only what the Regulation itself fixes is known.
    """

    year: int
    statutory: frozenset[date]
    rest_days: frozenset[date]
    make_up_workdays: frozenset[date]
    notice: str

    @property
    def announced(self) -> bool:
        """Whether all days of the year are known."""
        return bool(self.notice)


def by_regulation(year: int) -> HolidayYear:
    """The days off that are fixed without any notice: 1 January, 1 May (from 2025 on 2 May too) and
    1 to 3 October (Regulation on Public Holidays, art. 2). Those by the moon and the sun are not
    reckoned here."""
    fixed = _EVERY_YEAR + (_SINCE_2025 if year >= 2025 else ())
    return HolidayYear(year, frozenset(date(year, month, day) for month, day in fixed), frozenset(),
                       frozenset(), "")


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


REST_DAYS: Mapping[str, str] = MappingProxyType({
    RestDayRule.SAME_DAY: N_("The same day"), RestDayRule.NEXT_WORKDAY: N_("The next working day"),
    RestDayRule.PREVIOUS_WORKDAY: N_("The working day before")})
"""What each of them is called."""


@dataclass(frozen=True)
class WorkCalendar:
    """The office's calendar: the holiday years at hand; of others only the fixed days are known."""

    years: Mapping[int, HolidayYear] = field(default_factory=dict)

    def of_year(self, year: int) -> HolidayYear:
        """What is known of a year's holidays: its notice, or the days that the Regulation fixes."""
        return self.years.get(year) or by_regulation(year)

    def knows(self, day: date) -> bool:
        """Whether the holiday notice of that day's year is at hand."""
        return self.of_year(day.year).announced

    def unannounced(self, *days: date) -> tuple[int, ...]:
        """The years among these days whose holiday notice is not at hand, in order.

        A day that was counted there may still move; whoever shows it says so.
        """
        return tuple(sorted({day.year for day in days if not self.knows(day)}))

    def kind(self, day: date) -> DayKind:
        """Workday, rest day or statutory holiday."""
        year = self.of_year(day.year)
        if day in year.statutory:
            return DayKind.STATUTORY_HOLIDAY
        if day in year.make_up_workdays:
            return DayKind.WORKDAY
        if day.weekday() >= 5 or day in year.rest_days:
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

    def period_end(self, start: date, *, months: int = 0, days: int = 0) -> date:
        """The last day on which something can still be done within so long of ``start``.

        The day itself is not counted, months end on its day or the month's last, and a last day
        that is a day off gives way to the next working day (Civil Code, arts. 201 to 203; Civil
        Procedure Law, art. 85).
        """
        return self.next_workday(add_months(start, months) + DAY * days)

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
