"""Days as people write them: the one reader for fields, pastes, workbooks, element answers and facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from mediation_desk.domain.text.plain import dashed, plain
from mediation_desk.domain.words import N_, DeskError

Look = Literal["back", "ahead", "near"]
"""Which day is meant where the year is left out: the last one, the next one, or the nearer of both."""

FIRST_YEAR, LAST_YEAR = 1900, 2199
PLAUSIBLE = 15  # years: further back nobody means the last of three short numbers as the year

_NEAR: Mapping[str, int] = {
    "今天": 0, "今日": 0, "today": 0, "昨天": -1, "昨日": -1, "yesterday": -1, "前天": -2, "前日": -2,
    "day before yesterday": -2, "the day before yesterday": -2, "大前天": -3, "明天": 1, "明日": 1,
    "tomorrow": 1, "后天": 2, "day after tomorrow": 2, "the day after tomorrow": 2, "大后天": 3}
_YEARS: Mapping[str, int] = {"今年": 0, "本年": 0, "去年": -1, "前年": -2, "明年": 1, "后年": 2}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
          r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?")
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_GAP = r"[-\s./,]*"
_NAMED = tuple(re.compile(form) for form in (
    rf"{_DAY}{_GAP}(?:of )?{_MONTH}(?:{_GAP}(?P<year>\d{{4}}|(?<=\W)\d{{2}}))?",
    rf"{_MONTH}{_GAP}{_DAY}(?:[-\s./,]+(?P<year>\d{{4}}|\d{{2}}))?",
    rf"(?P<year>\d{{4}}){_GAP}{_MONTH}{_GAP}{_DAY}"))
_SIGN = r"\s*[-./,、。·年月_\s]\s*"
_THREE = re.compile(rf"(\d{{1,4}})({_SIGN})(\d{{1,2}}){_SIGN}(\d{{1,4}})\s*[日号]?")
_TWO = re.compile(rf"(\d{{1,4}})({_SIGN})(\d{{1,2}})\s*([日号月]?)")
_SOLID = re.compile(r"(\d{4})(\d{2})(\d{2})")
_MIDNIGHT = re.compile(r"(?:t|\s+)0?0:00(?::00(?:\.0+)?)?(?:z|\+00:00)?$")
_TIME = re.compile(r"(?:t|\s+|(?<=[日号]))\d{1,2}[:时点]\d{0,2}.*$")
_WEEKDAY = re.compile(r"[\s,]*\(?(?:(?:星期|周|礼拜)([一二三四五六日天])|"
                      r"\b(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?)\)?[\s,]*")
_NUMERAL = re.compile("[〇○零一二三四五六七八九十廿卅]+(?=[年月日号]|$)")
_DIGITS: Mapping[str, str] = {sign: str(at) for at, sign in enumerate("零一二三四五六七八九")} | {
    "〇": "0", "○": "0"}
_TENS: Mapping[str, int] = {"廿": 20, "卅": 30}


@dataclass(frozen=True)
class _Reader:
    """Reads one text. ``today`` is None where no year can be told from the context."""

    text: str
    field: str | None
    today: date | None
    look: Look

    def read(self) -> date | None:
        """The day, None for nothing; anything else is refused in words that say what is wrong."""
        written = dashed(plain(self.text)).casefold()
        if not written:
            return None
        if written in _NEAR:
            return self._today() + timedelta(days=_NEAR[written])
        whole, weekday = _without_weekday(self._without_time(written))
        bare = self._spelt(whole.rstrip(" .。,"))
        day = self._named(bare) or self._solid(bare) or self._three(bare) or self._two(bare)
        if day is None:
            raise self._refused(N_("“{text}” is not a date, such as 2024-09-01."))
        if weekday is not None and day.weekday() != weekday:
            raise self._refused(N_("“{text}”: that day falls on another day of the week."))
        return day

    # -- what stands around the day --------------------------------------------------------

    def _without_time(self, written: str) -> str:
        bare = _MIDNIGHT.sub("", written)
        if _TIME.search(bare):
            raise self._refused(N_("“{text}” also holds a time of day; write the day alone."))
        return bare

    def _spelt(self, written: str) -> str:
        """Chinese numerals as digits, and this year or last year by its number."""
        for word, years in _YEARS.items():
            if written.startswith(word):
                return f"{self._today().year + years}年{_NUMERAL.sub(_digits, written[len(word):])}"
        return _NUMERAL.sub(_digits, written)

    # -- how the day is written ------------------------------------------------------------

    def _named(self, bare: str) -> date | None:
        found = next((one for form in _NAMED if (one := form.fullmatch(bare))), None)
        if found is None:
            return None
        month, day, year = _MONTHS.index(found["month"][:3]) + 1, int(found["day"]), found["year"]
        if year is None:
            return self._nearest(month, day)
        return self._day(self._century(year) if len(year) == 2 else int(year), month, day)

    def _solid(self, bare: str) -> date | None:
        found = _SOLID.fullmatch(bare)
        return self._day(*map(int, found.groups())) if found else None

    def _three(self, bare: str) -> date | None:
        found = _THREE.fullmatch(bare)
        if found is None or 3 in (len(found[1]), len(found[4])):
            return None
        first, middle, last = int(found[1]), int(found[3]), int(found[4])
        if len(found[1]) == 4:
            return self._day(first, middle, last) if len(found[4]) < 3 else None
        if len(found[4]) == 4:
            return self._year_last(first, middle, last)
        return self._short(found[1], middle, found[4], said="年" in found[2])

    def _two(self, bare: str) -> date | None:
        found = _TWO.fullmatch(bare)
        if found is None or len(found[1]) == 3:
            return None
        if len(found[1]) == 4 or "年" in found[2] or found[4] == "月":
            raise self._refused(N_("“{text}” has no day; write it whole, such as 2024-09-01."))
        return self._nearest(int(found[1]), int(found[3]))

    # -- which day that is -------------------------------------------------------------------

    def _year_last(self, first: int, second: int, year: int) -> date:
        """25/11/2024 and 11/25/2024 are plain; 3/4/2024 may be either and is asked about."""
        if first > 12 or second > 12 or first == second:
            return self._day(year, *((second, first) if first > 12 else (first, second)))
        raise self._either(self._day(year, first, second), self._day(year, second, first))

    def _short(self, first: str, month: int, last: str, *, said: bool) -> date:
        """A year of two digits stands first, as Chinese writes it; asked about where it may stand last."""
        day = self._day(self._century(first), month, int(last))
        other = None if said or len(last) != 2 else _valid(self._century(last), month, int(first))
        today = self._today()
        if other and other != day and today.year - PLAUSIBLE <= other.year and other <= today:
            raise self._either(day, other)
        return day

    def _century(self, year: str) -> int:
        """The year that two digits mean: in this century, unless that lies more than ten years ahead."""
        if len(year) != 2:
            raise self._refused(N_("“{text}”: write the year with four digits, such as 2024-09-01."))
        near = 2000 + int(year)
        return near if near <= self._today().year + 10 else near - 100

    def _nearest(self, month: int, day: int) -> date:
        """The last such day up to today, or the next from today on, or the nearer of the two."""
        today = self._today()
        if not _valid(2000, month, day):  # a leap year has them all
            raise self._refused(N_("There is no such day as “{text}”."))
        around = [found for years in range(-8, 9) if (found := _valid(today.year + years, month, day))]
        last, coming = max(d for d in around if d <= today), min(d for d in around if d >= today)
        if self.look == "near":
            return last if today - last <= coming - today else coming
        return coming if self.look == "ahead" else last

    def _day(self, year: int, month: int, day: int) -> date:
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise self._refused(N_("“{text}”: the year must lie between {first} and {last}."),
                                first=FIRST_YEAR, last=LAST_YEAR)
        found = _valid(year, month, day)
        if found is None:
            raise self._refused(N_("There is no such day as “{text}”."))
        return found

    def _today(self) -> date:
        if self.today is None:
            raise self._refused(N_("“{text}”: write the year with four digits, such as 2024-09-01."))
        return self.today

    # -- what is wrong -----------------------------------------------------------------------

    def _either(self, one: date, other: date) -> DeskError:
        return self._refused(N_("“{text}” may be {one} or {other}; write the year first, with four digits."),
                             one=show(one), other=show(other))

    def _refused(self, sentence: str, **particulars: object) -> DeskError:
        return DeskError(sentence, field=self.field, text=plain(self.text), **particulars)


def read(text: str, *, field: str | None = None, today: date | None = None,
         look: Look = "back") -> date | None:
    """The day that a text means, None for nothing typed; anything else is a DeskError.

    Read are ``2024-9-1`` with any sign between its parts, ``20240901``, ``2024年9月1日``, ``1 Sept 2024``
    and Chinese numerals, all in full width too, with the midnight that spreadsheets add. With ``today``
    a day without its year is told from ``look``, and 今天, 昨天, 去年 are known.
    """
    return _Reader(text, field, today, look).read()


def show(day: date | None) -> str:
    """``2024-09-01``, the same in both languages, so that columns of dates line up."""
    return day.isoformat() if day else ""


def completed(text: str, today: date, look: Look = "back") -> str:
    """A text with its year told from the context; one that is whole, or no date, stays as it is."""
    try:
        day = read(text, today=today, look=look)
    except DeskError:
        return text
    return show(day) if day else text


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _without_weekday(written: str) -> tuple[str, int | None]:
    """The text without its day of the week, and which that is, from Monday as 0."""
    found = _WEEKDAY.search(written)
    if found is None:
        return written, None
    sign, name = found.groups()
    at = "一二三四五六日".index(sign.replace("天", "日")) if sign else _DAYS.index(name[:3])
    return _WEEKDAY.sub(" ", written, count=1).strip(), at


_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _digits(found: re.Match[str]) -> str:
    """A Chinese numeral: by tens where it counts them, else sign by sign (二〇二四)."""
    return "".join(_numbers(found.group()))


def _numbers(numeral: str) -> Iterator[str]:
    if not any(sign in "十廿卅" for sign in numeral):
        yield from (_DIGITS[sign] for sign in numeral)
        return
    tens, _, ones = numeral.replace("廿", "二十").replace("卅", "三十").partition("十")
    yield str(int(_DIGITS.get(tens, "1")) * 10 + int(_DIGITS.get(ones, "0")))
