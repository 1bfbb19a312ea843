"""Days and hours in a text: 2026年3月1日, 今年3月, 上个月18号, 2025年11月至2026年1月, 2026-03-18 09:45."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from mediation_desk.domain.intake.spotting.folded import any_of
from mediation_desk.domain.intake.spotting.numerals import SMALL, number
from mediation_desk.domain.intake.spotting.page import OURS, Page
from mediation_desk.domain.intake.spotting.rules import Rules
from mediation_desk.domain.intake.spotting.spots import About, Days, Spot, Sure

_N = rf"(?:\d{{1,2}}|[{SMALL}]{{1,3}})"
_YEAR = rf"(?P<year>(?:19|20)\d\d|[{SMALL}]{{4}}|今|本|去|前)"
_DAY = re.compile(
    rf"(?<![\d-]){_YEAR}\s*[年./-]\s*(?P<month>{_N})(?:\s*(?P<part>[月./-])(?:份|\s*(?P<day>{_N})(?:\s*[日号]|(?!\d))|(?!\d))?)?"
    rf"|(?<![\d年./-])(?P<month2>{_N})\s*月(?:份|\s*(?P<day2>{_N})\s*[日号])?"
    rf"|(?P<ago>上上个?|上个?|本|这个)月(?:份|\s*(?P<day3>{_N})\s*[日号])?"
    r"|(?P<near>大前天|前天|昨天|昨日|前日)")
_TIME = re.compile(r"\s*(?:T|上午|下午|晚上|中午)?\s*(?P<hour>\d{1,2})(?:[:时点](?P<minute>\d{1,2})?)"
                   r"(?:[:分]\d{0,2}秒?)?")
_TO = re.compile(r"\s*(?:日|号|份)?\s*(?:至|到|-+|~)\s*")
_BEGUN = re.compile(r"起?[^。;\n\d]{0,14}?(?:截至|截止|到|至)$")
_NOW = re.compile(r"\s*(?:日|号|份)?\s*(?:至今|到现在|至现在|到今天)")
_SPAN = re.compile(rf"(?:{_YEAR}\s*年\s*|(?<![\d年./-]))(?P<one>\d{{1,2}})\s*月?\s*(?:-|至|到|~)\s*"
                   r"(?P<two>\d{1,2})\s*月(?:份|(?!\s*\d{1,2}\s*[日号]))")
_LIST = re.compile(r"\s*(?:日|号|份)?\s*[、和及与,]?\s*")
_BORN = re.compile(r"\s*(?:出)?生(?!效)")
_NEAR = {"昨天": 1, "昨日": 1, "前天": 2, "前日": 2, "大前天": 3}


@dataclass(frozen=True)
class _Said:
    """A day or month as it stands in the text; ``yeared``: with its year, ``day``: to the day."""

    days: Days
    start: int
    end: int
    yeared: bool


class DayTimes:
    """Finds the hours of the order by their labels, and the days of the matter."""

    def __init__(self, rules: Rules) -> None:
        self._due = re.compile(rf"前\s*[^。;\n]{{0,4}}?(?:{any_of(rules.due)})")

    def spots(self, page: Page) -> Iterator[Spot]:
        """The order's hours first, then days one by one, ranges and lists as such."""
        yield from self._hours(page)
        yield from self._matter(page)

    # -- hours of the order --------------------------------------------------------------

    def _hours(self, page: Page) -> Iterator[Spot]:
        for about in (About.ARRIVED, About.DUE):
            told = False
            for stretch in page.labelled(about.value):
                found = _DAY.search(page.plain, stretch.begin, stretch.end)
                days = _days(found, page.today, ahead=about is About.DUE) if found else None
                if found is None or days is None or not page.free(*found.span()):
                    continue
                at, end = _at(page, found, days.first)
                page.take(found.start(), end)
                if not told:
                    told = True
                    yield Spot(about, at, found.start(), end, Sure.SURE)

    # -- days of the matter --------------------------------------------------------------

    def _matter(self, page: Page) -> Iterator[Spot]:
        said = sorted(self._said(page), key=lambda one: one.start)
        at = 0
        while at < len(said):
            one, used = self._joined(page, said, at)
            at += used
            if self._due.match(page.plain, one.end):
                page.take(one.start, one.end)
                due = _days_ahead(one.days, page.today)
                yield Spot(About.DUE, datetime.combine(due, time()), one.start, one.end)
            elif not self._is_dateline(page, one):
                page.take(one.start, one.end)
                yield Spot(About.DAYS, one.days, one.start, one.end, Sure.LIKELY)

    @staticmethod
    def _is_dateline(page: Page, one: _Said) -> bool:
        """Whether it is the day of the letter or of the call itself, a birth, or the office's own."""
        line = page.plain.rfind("\n", 0, one.start) + 1
        end = page.plain.find("\n", one.end)
        around = page.plain[line:one.start] + page.plain[one.end:end if end >= 0 else None]
        alone = not around.strip()
        return bool(alone or one.days.first == one.days.last == page.today or _BORN.match(page.plain, one.end)
                    or page.about(one.start) == OURS)

    def _said(self, page: Page) -> Iterator[_Said]:
        before: _Said | None = None
        spans = [one for found in _SPAN.finditer(page.plain) if page.free(*found.span())
                 if (one := _span(found, page.today))]
        yield from spans
        spanned = bytearray(len(page.plain))
        for one in spans:
            spanned[one.start:one.end] = b"\1" * (one.end - one.start)
        for found in _DAY.finditer(page.plain):
            if not page.free(*found.span()) or 1 in spanned[found.start():found.end()]:
                continue
            days = self._inherited(page, found, before) or _days(found, page.today)
            if days is not None:
                before = _Said(days, found.start(), found.end(), bool(found["year"]) or before is not None)
                yield before

    @staticmethod
    def _inherited(page: Page, found: re.Match[str], before: _Said | None) -> Days | None:
        """A month without its year right behind another has that one's year, or the next in a range."""
        if before is None or found["month2"] is None or not before.yeared:
            return None
        between = page.plain[before.end:found.start()]
        if not (_LIST.fullmatch(between) or _TO.fullmatch(between) or _BEGUN.fullmatch(between)):
            return None
        month = _int(found["month2"])
        year = before.days.last.year + (month < before.days.last.month)
        return _month_days(year, month, found["day2"])

    def _joined(self, page: Page, said: list[_Said], at: int) -> tuple[_Said, int]:
        """A range of two, one that lasts until now, or the one alone; and how many of them it takes."""
        one = said[at]
        if now := _NOW.match(page.plain, one.end):
            return _Said(Days(one.days.first, max(page.today, one.days.first)), one.start, now.end(), True), 1
        if at + 1 < len(said):
            other = said[at + 1]
            between = page.plain[one.end:other.start]
            if (_TO.fullmatch(between) or _BEGUN.fullmatch(between)) and other.days.last >= one.days.first:
                return _Said(Days(one.days.first, other.days.last), one.start, other.end, True), 2
        return one, 1


def _at(page: Page, found: re.Match[str], day: date) -> tuple[datetime, int]:
    """The hour that stands behind a day, midnight where none does; and where it ends."""
    hour = _TIME.match(page.plain, found.end())
    if hour and int(hour["hour"]) < 24 and int(hour["minute"] or 0) < 60:
        return datetime.combine(day, time(int(hour["hour"]), int(hour["minute"] or 0))), hour.end()
    return datetime.combine(day, time()), found.end()


def _days(found: re.Match[str], today: date, *, ahead: bool = False) -> Days | None:
    if found["near"]:
        day = today - timedelta(days=_NEAR[found["near"]])
        return Days(day, day)
    if found["ago"]:
        back = found["ago"].count("上")
        year, month = divmod(today.year * 12 + today.month - 1 - back, 12)
        return _month_days(year, month + 1, found["day3"])
    if found["month2"]:
        return _nearest(_int(found["month2"]), found["day2"], today, ahead=ahead)
    if found["day"] is None and found["part"] != "月":
        return None
    return _month_days(_year(found["year"], today), _int(found["month"]), found["day"])


def _span(found: re.Match[str], today: date) -> _Said | None:
    """Months in short: 4-6月, 2026年1-4月."""
    one, two = int(found["one"]), int(found["two"])
    year = _year(found["year"], today) if found["year"] else None
    last = _month_days(year, two, None) if year else _nearest(two, None, today, ahead=False)
    first = _month_days(last.first.year - (one > two), one, None) if last else None
    if first is None or last is None:
        return None
    return _Said(Days(first.first, last.last), found.start(), found.end(), year is not None)


def _nearest(month: int, day: str | None, today: date, *, ahead: bool) -> Days | None:
    """The last such month up to today; of what lies ahead the next one."""
    this = _month_days(today.year, month, day)
    if this is None:
        return None
    if ahead:
        return this if this.last >= today else _month_days(today.year + 1, month, day)
    return this if this.first <= today else _month_days(today.year - 1, month, day)


def _days_ahead(days: Days, today: date) -> date:
    """A day told without its year that would lie far back is the next one."""
    back = (today - days.last).days
    return days.last if back < 180 else days.last.replace(year=days.last.year + 1)


def _year(said: str, today: date) -> int:
    words = {"今": 0, "本": 0, "去": -1, "前": -2}
    return today.year + words[said] if said in words else _int(said)


def _int(said: str) -> int:
    return int(said) if said.isdigit() and said.isascii() else int(number(said) or 0)


def _month_days(year: int, month: int, day: str | None) -> Days | None:
    """A month, or a day of it; None where the calendar has none such."""
    try:
        if day is None:
            return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
        return Days(date(year, month, _int(day)), date(year, month, _int(day)))
    except ValueError:
        return None
