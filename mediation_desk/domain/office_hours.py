"""The hours in which an office works: where a moment counts, and when so many working hours are over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from mediation_desk.domain.calendar import DAY, WorkCalendar

NOTHING = timedelta(0)


@dataclass(frozen=True)
class OfficeHours:
    """The spans of a working day, in order and apart; moments are naive, of the office's own clock."""

    spans: tuple[tuple[time, time], ...]

    @property
    def opens(self) -> time:
        """When the day's work begins."""
        return self.spans[0][0]

    @property
    def closes(self) -> time:
        """When the day's work ends: until then the last day of a period lasts (Civil Code, art. 203)."""
        return self.spans[-1][1]

    def closing(self, day: date) -> datetime:
        """The end of work on a day."""
        return datetime.combine(day, self.closes)

    def counted(self, moment: datetime, calendar: WorkCalendar) -> datetime:
        """The moment itself where the office works then, else the next one at which it does."""
        day = moment.date()
        while True:
            for begins, ends in self._of(day, calendar):
                if moment < ends:
                    return max(moment, begins)
            day += DAY

    def after(self, moment: datetime, worked: timedelta, calendar: WorkCalendar) -> datetime:
        """When so much working time has passed since that moment; never outside working hours."""
        day, left = moment.date(), worked
        while True:
            for begins, ends in self._of(day, calendar):
                begins = max(begins, moment)
                if begins < ends and left <= ends - begins:
                    return begins + left
                left -= max(NOTHING, ends - begins)
            day += DAY

    def between(self, first: datetime, last: datetime, calendar: WorkCalendar) -> timedelta:
        """The working time from one moment to a later one; nothing where it is not later."""
        found, day = NOTHING, first.date()
        while day <= last.date():
            for begins, ends in self._of(day, calendar):
                found += max(NOTHING, min(ends, last) - max(begins, first))
            day += DAY
        return found

    def _of(self, day: date, calendar: WorkCalendar) -> Iterator[tuple[datetime, datetime]]:
        if calendar.is_workday(day):
            for begins, ends in self.spans:
                yield datetime.combine(day, begins), datetime.combine(day, ends)
