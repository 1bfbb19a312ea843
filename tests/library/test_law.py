"""The law tables as shipped, and how bad ones are refused."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import chinese_calendar  # type: ignore[import-untyped]
import holidays as public_holidays
import pytest

from mediation_desk.domain.calculators import citations
from mediation_desk.domain.calculators.citations import Citation
from mediation_desk.domain.calendar import DayKind
from mediation_desk.domain.figures import Per
from mediation_desk.domain.money import yuan
from mediation_desk.domain.words import DeskError
from mediation_desk.library.law import (
    chinese_number,
    parse_figures,
    parse_holiday_year,
    shipped_calendar,
    shipped_citations,
    shipped_figures,
)
from mediation_desk.library.shipped import shipped

CALENDAR = shipped_calendar()
YEARS = (2024, 2025, 2026)
NEXT = """[[year]]
year = 2027
notice = "测试用"
statutory = [2027-01-01]
rest_days = [2027-02-08]
make_up_workdays = [2027-02-14]
"""


def year_of_days(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(n) for n in range((date(year + 1, 1, 1) - first).days)]


@pytest.mark.parametrize(("year", "statutory", "workdays"), [(2024, 11, 251), (2025, 13, 248),
                                                             (2026, 13, 248)])
def test_the_shipped_years_have_the_right_number_of_days(year: int, statutory: int, workdays: int) -> None:
    kinds = [CALENDAR.kind(day) for day in year_of_days(year)]
    assert kinds.count(DayKind.STATUTORY_HOLIDAY) == statutory
    assert kinds.count(DayKind.WORKDAY) == workdays


@pytest.mark.parametrize("year", YEARS)
def test_working_days_agree_with_two_public_libraries_day_by_day(year: int) -> None:
    public = public_holidays.country_holidays("CN", years=year)
    for day in year_of_days(year):
        ours = CALENDAR.is_workday(day)
        assert ours == chinese_calendar.is_workday(day), day
        assert ours == public.is_working_day(day), day


@pytest.mark.parametrize("year", YEARS)
def test_statutory_holidays_agree_with_the_public_library(year: int) -> None:
    """Its days off in lieu (observed) and moved rest days (day off) are not paid at 300 %."""
    public = public_holidays.country_holidays("CN", years=year, language="en_US")
    statutory = {day for day, name in public.items()
                 if "observed" not in name.lower() and "day off" not in name.lower()}
    assert CALENDAR.years[year].statutory == statutory


@pytest.mark.parametrize("year", (2027, 2028, 2029, 2030))
def test_years_not_announced_have_the_statutory_days_that_the_rule_gives(year: int) -> None:
    """The public library reckons the same days by the moon; the rest of the year is nobody's guess."""
    public = public_holidays.country_holidays("CN", years=year, language="en_US")
    statutory = {day for day, name in public.items()
                 if "observed" not in name.lower() and "day off" not in name.lower()}
    known = CALENDAR.of_year(year)
    assert known.statutory == statutory and not known.announced
    assert not known.rest_days and not known.make_up_workdays


def test_an_office_imports_a_further_year() -> None:
    year = parse_holiday_year(NEXT)
    assert (year.year, year.notice) == (2027, "测试用")
    assert year.make_up_workdays == {date(2027, 2, 14)}


@pytest.mark.parametrize(("old", "new", "reason"), [
    ("2027-01-01", "2026-01-01", "another year"),
    ("statutory = [2027-01-01]", "statutory = []", "no statutory holiday"),
    ("[2027-02-08]", "[2027-02-07]", "on a weekend"),
    ("[2027-02-14]", "[2027-02-15]", "not on a weekend"),
    ("[2027-02-08]", "[2027-01-01]", "twice"),
    ("statutory", "holidays", "holidays"),
    ("[2027-01-01]", '["new year"]', "statutory"),
    ('"测试用"', '""', "notice"),
    ("= 2027\n", "= \n", "line 2"),
    ("[[year]]", NEXT + "[[year]]", "one year of holidays"),
])
def test_a_malformed_year_is_refused_with_file_place_and_reason(old: str, new: str, reason: str) -> None:
    with pytest.raises(DeskError) as refused:
        parse_holiday_year(NEXT.replace(old, new, 1), name="holidays-2027.toml")
    assert "holidays-2027.toml" in str(refused.value) and reason in str(refused.value)


def test_every_shipped_figure_has_a_source_and_a_named_place() -> None:
    figures = shipped_figures()
    assert figures.table
    for (_, place), entries in figures.table.items():
        assert place in figures.names
        assert all(entry.source and entry.amount for entry in entries)
    beijing = figures.average_wage("110108", date(2019, 8, 30))
    assert beijing is not None and beijing.amount == yuan("10592.00")
    assert figures.average_wage("110108", date(2019, 8, 31)) is None


def test_a_figure_may_be_paid_in_some_months_only() -> None:
    text = ('[[figure]]\nkind = "heat_allowance"\nplace = "630000"\namount = "100.00"\nsince = 2024-01-01\n'
            'months = [6, 7, 8]\nsource = "x"')
    figures = parse_figures(text)
    assert figures.heat_allowance("630100", date(2024, 7, 1)) is not None
    assert figures.heat_allowance("630100", date(2024, 9, 1)) is None
    with pytest.raises(DeskError, match="months"):
        parse_figures(text.replace("[6, 7, 8]", "[13]"))


def test_a_daily_heat_allowance_keeps_its_period() -> None:
    figure = shipped_figures().heat_allowance("350100", date(2027, 7, 1))
    assert figure is not None and figure.per is Per.DAY


@pytest.mark.parametrize(("line", "reason"), [
    ('amount = "12"', "amount"), ('amount = 12.0', "amount"), ('kind = "bonus"', "kind"),
    ('place = "Xining"', "place"), ('since = "2024-13-01"', "since"), ('source = ""', "source"),
    ("until = 2019-01-01", "ends before"), ("remark = 1", "remark")])
def test_a_malformed_figure_is_refused(line: str, reason: str) -> None:
    entry = {"kind": '"minimum_wage"', "place": '"630000"', "amount": '"1880.00"', "since": "2023-02-01",
             "source": '"x"'}
    key, value = line.split(" = ")
    text = "[[figure]]\n" + "\n".join(f"{name} = {told}" for name, told in {**entry, key: value}.items())
    with pytest.raises(DeskError, match=reason):
        parse_figures(text, name="figures.toml")


def test_articles_are_written_in_both_languages() -> None:
    book = shipped_citations()
    article = Citation("contract_law", 82, 1)
    assert book.zh(article) == "《中华人民共和国劳动合同法》第八十二条第一款"
    assert book.en(article) == "Labour Contract Law, art. 82(1)"
    assert book.zh(Citation("contract_law", 40)) == "《中华人民共和国劳动合同法》第四十条"
    assert "第二部分" in book.zh(citations.PAID_DAYS) and "part 2" in book.en(citations.PAID_DAYS)
    assert book.written([article, Citation("labour_law", 44)], "zh_CN").count("；") == 1


@pytest.mark.parametrize(("number", "chinese"), [
    (1, "一"), (10, "十"), (14, "十四"), (20, "二十"), (82, "八十二"), (100, "一百"), (102, "一百零二"),
    (110, "一百一十"), (188, "一百八十八"), (509, "五百零九"), (1000, "一千"), (1009, "一千零九"),
    (1179, "一千一百七十九")])
def test_article_numbers_in_chinese(number: int, chinese: str) -> None:
    assert chinese_number(number) == chinese


def test_a_missing_shipped_file_is_said_with_its_name() -> None:
    assert shipped("resources", "law", "holidays.toml").is_file()
    with pytest.raises(DeskError, match=r"resources/law/nothing\.toml"):
        shipped("resources", "law", "nothing.toml")


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match=r"holidays\.toml"):
        shipped_calendar(tmp_path / "holidays.toml")
    (tmp_path / "figures.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(DeskError, match=r"figures\.toml"):
        shipped_figures(tmp_path / "figures.toml")
