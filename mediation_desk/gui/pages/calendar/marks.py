"""How each kind of entry is told apart and told in words: an icon and a word, never a colour alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType

from mediation_desk.domain.agenda import INSTALMENT, REFERRAL, SERVICE
from mediation_desk.domain.calendar import DayKind, WorkCalendar
from mediation_desk.domain.planning.clashes import ClashKind
from mediation_desk.domain.planning.entries import CalendarEntry, EntryKind, Span
from mediation_desk.domain.vocabulary import SessionState, Station
from mediation_desk.domain.words import N_
from mediation_desk.gui.kit.words import tr, words
from mediation_desk.gui.pages.titles import case_title
from mediation_desk.gui.pages.today.page import (
    STATION_OF,
    WEEKDAYS,
    answers_words,
    awaited_words,
    order_words,
)
from mediation_desk.services.calendar.clashing import Told

PICTURES: Mapping[EntryKind, str] = MappingProxyType({
    EntryKind.SESSION: "chats-circle", EntryKind.PERIOD: "hourglass-medium", EntryKind.INSTALMENT: "money",
    EntryKind.VISIT: "phone-call", EntryKind.SERVICE: "envelope-simple",
    EntryKind.ORDER: "phone-incoming", EntryKind.REFERRAL: "arrow-bend-up-right"})
BUSY = "lock-simple"


@dataclass(frozen=True)
class Mark:
    """An icon and the colour of its meaning."""

    picture: str
    meaning: str


def mark(entry: CalendarEntry, today: date) -> Mark:
    """Sessions in the colour of what can be done, what is late in red, all else quiet."""
    if entry.busy:
        return Mark(BUSY, "muted")
    if entry.is_late(today):
        return Mark(PICTURES[entry.kind], "overdue")
    lively = entry.kind is EntryKind.SESSION and not entry.called_off
    return Mark(PICTURES[entry.kind], "accent" if lively else "muted")


def short(entry: CalendarEntry) -> str:
    """One line in a day of the month: the hour, and whose it is."""
    at = entry.starts_at or entry.ends_by
    hour = f"{at:%H:%M} " if at else ""
    return hour + (tr("Busy: {name}", name=entry.mediator) if entry.busy else whose(entry))


def whose(entry: CalendarEntry) -> str:
    """The case by its sides; of a colleague's hour who is busy."""
    return case_title(entry.case) if entry.case else tr("Busy: {name}", name=entry.mediator)


def what(entry: CalendarEntry) -> str:
    """What it is, in words."""
    if entry.kind is EntryKind.PERIOD and entry.clock:
        return tr(entry.clock.label)
    if entry.kind is EntryKind.INSTALMENT:
        return tr("Instalment {number}: {amount}", number=entry.number, amount=entry.amount)
    if entry.kind is EntryKind.SERVICE:
        return awaited_words(entry.number)
    if entry.order is not None:
        return order_words(entry.order, entry.ends_by)
    if entry.kind is EntryKind.REFERRAL:
        return answers_words(entry.number)
    if entry.occasion is not None:
        return tr("Return visit to be made: {occasion}", occasion=tr(entry.occasion.label))
    if entry.kind is EntryKind.VISIT or entry.busy or entry.mode is None:
        return tr(entry.kind.label)
    told = tr("{form}, {mode}", form=tr(entry.form.label) if entry.form else "", mode=tr(entry.mode.label))
    return f"{told} · {tr(entry.side.label)}" if entry.side else told


def hours(entry: CalendarEntry) -> str:
    """From when until when; that the end is assumed is said."""
    if entry.starts_at is None or entry.until is None:
        return ""
    until = f"{entry.until:%H:%M}"
    return tr("{since} to {until} (end assumed)" if entry.assumed else "{since} to {until}",
              since=f"{entry.starts_at:%H:%M}", until=until)


def where(entry: CalendarEntry) -> str:
    """Where and how; of what is no session what it is."""
    return " · ".join(filter(None, (entry.place, "" if entry.busy else what(entry))))


def by_whom(entry: CalendarEntry) -> str:
    """The mediator, the case's number, and how far a session is that is no longer only planned."""
    if entry.case is None:
        return ""
    state = entry.state if entry.state not in (None, SessionState.PLANNED) else None
    told = (tr(state.label) if state else "", entry.mediator, entry.case.number)
    return " · ".join(filter(None, told))


def spoken(entry: CalendarEntry, today: date) -> str:
    """All of it, as it is read aloud."""
    late = tr("Overdue") if entry.is_late(today) else ""
    told = (tr(entry.kind.label), late, hours(entry), whose(entry), where(entry), by_whom(entry))
    return " · ".join(filter(None, told))


def station_of(entry: CalendarEntry) -> str:
    """The page at which the case opens."""
    if entry.kind is EntryKind.SESSION:
        return Station.MEDIATION
    if entry.kind is EntryKind.VISIT:
        return Station.CLOSING
    if entry.kind is EntryKind.SERVICE:
        return STATION_OF[SERVICE]
    if entry.order is not None:
        return STATION_OF[entry.order]
    if entry.kind is EntryKind.REFERRAL:
        return STATION_OF[REFERRAL]
    return STATION_OF[entry.clock or INSTALMENT]


def weekday(day: date) -> str:
    """What the day is called in its week."""
    return tr(WEEKDAYS[day.weekday()])


def day_words(day: date, calendar: WorkCalendar) -> str:
    """What is different about a day: a rest day, a holiday, or a workday on a weekend; "" for a plain one."""
    kind = calendar.kind(day)
    if kind is DayKind.STATUTORY_HOLIDAY:
        return tr("Holiday")
    if kind is DayKind.REST_DAY:
        return tr("Rest day")
    return tr("Make-up workday") if day.weekday() >= 5 else ""


def period_words(span: Span, since: date, until: date, day: date) -> str:
    """What is in view: a day, the days of a week, or a month."""
    said = words()
    if span is Span.DAY:
        return tr("{day}, {weekday}", day=said.day(day), weekday=weekday(day))
    if span is Span.WEEK:
        return tr("{since} to {until}", since=said.day(since), until=said.day(until))
    if said.chinese:
        return f"{day.year}年{day.month}月"
    return said.day(day.replace(day=1)).removeprefix("1 ")


def moved_words(entry: CalendarEntry, to: datetime) -> str:
    """Which session goes where."""
    return tr("{whose}: {to} instead of {since}", whose=whose(entry), to=to, since=entry.starts_at)


_TAKEN = {ClashKind.MEDIATOR: N_("{what} has another session then"),
          ClashKind.ROOM: N_("{what} is taken then"),
          ClashKind.PARTY: N_("{what} sits at another table then")}


def clash_words(found: Iterable[Told]) -> str:
    """What would be in two places at once, each with its hours and, where it may be told, the case."""
    return tr("; ").join(_one(told) for told in found)


def _one(told: Told) -> str:
    clash = told.clash
    said = tr(_TAKEN[clash.kind], what=clash.what or told.mediator)
    where = (tr("{since} to {until}", since=f"{clash.starts_at:%H:%M}", until=f"{clash.until:%H:%M}"),
             clash.case_number, tr("an end is assumed") if clash.assumed else "")
    return tr("{said} ({where})", said=said, where=[one for one in where if one])
