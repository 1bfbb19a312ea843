"""Reads resources/law/: holiday years, statutory figures, the names of the laws cited."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, TypeVar

import msgspec

from mediation_desk.domain.calculators.citations import Citation
from mediation_desk.domain.calendar import HolidayYear, WorkCalendar, by_regulation
from mediation_desk.domain.figures import Figure, FigureKind, Figures, Per, tabled
from mediation_desk.domain.money import Money
from mediation_desk.domain.words import N_, DeskError, say
from mediation_desk.library.shipped import shipped

Filled = Annotated[str, msgspec.Meta(min_length=1)]
_Sheet = TypeVar("_Sheet")


class _Strict(msgspec.Struct, forbid_unknown_fields=True):
    """A record that refuses keys it does not know: a slip of the keyboard is told, not ignored."""


class _Year(_Strict):
    year: Annotated[int, msgspec.Meta(ge=1949, le=2199)]
    notice: Filled
    statutory: list[date]
    rest_days: list[date]
    make_up_workdays: list[date]


class _Fixed(_Strict):
    year: Annotated[int, msgspec.Meta(ge=1949, le=2199)]
    statutory: list[date]


class _Holidays(_Strict):
    year: list[_Year]


class _ShippedHolidays(_Holidays):
    unannounced: list[_Fixed] = []


class _Place(_Strict):
    key: Annotated[str, msgspec.Meta(pattern=r"^\d{6}$")]
    name: Filled


class _FigureEntry(_Strict):
    kind: FigureKind
    place: Annotated[str, msgspec.Meta(pattern=r"^\d{6}$")]
    amount: Annotated[str, msgspec.Meta(pattern=r"^\d+\.\d{2}$")]
    source: Filled
    since: date
    until: date | None = None
    per: Per = Per.MONTH
    months: list[Annotated[int, msgspec.Meta(ge=1, le=12)]] = []


class _FigureFile(_Strict):
    place: list[_Place] = []
    figure: list[_FigureEntry] = []


class _Law(_Strict):
    zh: Filled
    en: Filled
    sections: bool = False


class _Laws(_Strict):
    law: dict[str, _Law]


@dataclass(frozen=True)
class CitationBook:
    """The names of the laws, and how an article of one is written out in either language."""

    laws: Mapping[str, _Law]

    def zh(self, citation: Citation) -> str:
        """《中华人民共和国劳动合同法》第八十二条第一款"""
        known = self.laws[citation.law]
        if known.sections:
            return f"{known.zh}第{chinese_number(citation.article)}部分"
        paragraph = f"第{chinese_number(citation.paragraph)}款" if citation.paragraph else ""
        return f"{known.zh}第{chinese_number(citation.article)}条{paragraph}"

    def en(self, citation: Citation) -> str:
        """Labour Contract Law, art. 82(1)"""
        known = self.laws[citation.law]
        if known.sections:
            return f"{known.en}, part {citation.article}"
        paragraph = f"({citation.paragraph})" if citation.paragraph else ""
        return f"{known.en}, art. {citation.article}{paragraph}"

    def written(self, citations: Sequence[Citation], language: str) -> str:
        """Several citations in one line; ``language`` as the desk names it (``zh_CN``, ``en``)."""
        if language.startswith("zh"):
            return "；".join(map(self.zh, citations))
        return "; ".join(map(self.en, citations))


def shipped_calendar(path: Path | None = None) -> WorkCalendar:
    """The holiday years of a file, of the shipped one unless told."""
    path = path or shipped("resources", "law", "holidays.toml")
    sheet = _typed(_read(path), _ShippedHolidays, path.name)
    coming = {entry.year: _fixed(entry, path.name) for entry in sheet.unannounced}
    return WorkCalendar(coming | {entry.year: _year(entry, path.name) for entry in sheet.year})


def parse_holiday_year(text: str, *, name: str = "holidays.toml") -> HolidayYear:
    """One holiday year that an office imports: the text of a file with exactly one ``[[year]]``."""
    sheet = _typed(text, _Holidays, name)
    if len(sheet.year) != 1:
        raise DeskError(N_("{file}: it should hold one year of holidays, not {count}."), file=name,
                        count=len(sheet.year))
    return _year(sheet.year[0], name)


def shipped_figures(path: Path | None = None) -> Figures:
    """The figures of a file, of the shipped one unless told."""
    path = path or shipped("resources", "law", "figures.toml")
    return parse_figures(_read(path), name=path.name)


def parse_figures(text: str, *, name: str = "figures.toml") -> Figures:
    """Figures from text, such as the office's own table."""
    sheet = _typed(text, _FigureFile, name)
    names = {place.key: place.name for place in sheet.place}
    return Figures(names, tabled((entry.kind, entry.place, _figure(entry, name))
                                 for entry in sheet.figure))


def shipped_citations(path: Path | None = None) -> CitationBook:
    """The names of the laws of a file, of the shipped one unless told."""
    path = path or shipped("resources", "law", "citations.toml")
    return CitationBook(_typed(_read(path), _Laws, path.name).law)


def chinese_number(number: int) -> str:
    """A number from 1 to 1999 as articles are numbered: 八十二, 一百零二, 五百零九, 一千一百七十九."""
    digits = "零一二三四五六七八九"
    units = ((1000, "千"), (100, "百"), (10, "十"))
    text, rest = "", number
    for size, unit in units:
        digit, rest = divmod(rest, size)
        if digit:
            text += digits[digit] + unit
        elif text and rest and not text.endswith("零"):
            text += "零"
    text += digits[rest] if rest else ""
    return text.removeprefix("一") if 10 <= number < 20 else text


def _figure(entry: _FigureEntry, name: str) -> Figure:
    if entry.until and entry.until < entry.since:
        raise _refused(name, f"figure {entry.kind} {entry.place} {entry.since}",
                       N_("it ends before it begins"))
    return Figure(Money.typed(entry.amount), entry.source, entry.since, entry.until, entry.per,
                  tuple(entry.months))


def _year(entry: _Year, name: str) -> HolidayYear:
    """A year whose days are of that year, told once, and of the right days of the week."""
    where = f"year {entry.year}"
    days = [*entry.statutory, *entry.rest_days, *entry.make_up_workdays]
    if not entry.statutory:
        raise _refused(name, where, N_("it has no statutory holiday"))
    for wrong, reason in (
        ([day for day in days if day.year != entry.year], N_("a day is of another year")),
        ([day for day in days if days.count(day) > 1], N_("a day is listed twice")),
        ([day for day in entry.rest_days if day.weekday() >= 5], N_("a moved rest day is on a weekend")),
        ([day for day in entry.make_up_workdays if day.weekday() < 5],
         N_("a make-up workday is not on a weekend")),
    ):
        if wrong:
            raise _refused(name, f"{where}, {wrong[0]}", reason)
    return HolidayYear(entry.year, frozenset(entry.statutory), frozenset(entry.rest_days),
                       frozenset(entry.make_up_workdays), entry.notice)


def _fixed(entry: _Fixed, name: str) -> HolidayYear:
    """A year still without a notice: what the Regulation fixes by date, by the moon and by the sun."""
    days = frozenset(entry.statutory)
    if any(day.year != entry.year for day in days):
        raise _refused(name, f"year {entry.year}", N_("a day is of another year"))
    return HolidayYear(entry.year, days | by_regulation(entry.year).statutory, frozenset(), frozenset(), "")


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as trouble:
        raise DeskError(N_("{file} cannot be read: {reason}"), file=path.name, reason=trouble) from None


def _typed(text: str, sheet: type[_Sheet], name: str) -> _Sheet:
    try:
        return msgspec.convert(tomllib.loads(text), sheet)
    except msgspec.ValidationError as trouble:
        raise DeskError(N_("{file} is not as it should be: {reason}"), file=name,
                        reason=trouble) from None
    except (ValueError, RecursionError) as trouble:
        raise DeskError(N_("{file} is not proper TOML: {reason}"), file=name, reason=trouble) from None


def _refused(name: str, where: str, reason: str) -> DeskError:
    return DeskError(N_("{file}, {where}: {reason}."), file=name, where=where, reason=say(reason))
