"""Days, as people write them in Chinese and English offices; today is Monday, 20 January 2025."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain import dates
from mediation_desk.domain.words import DeskError

TODAY = date(2025, 1, 20)
DAY = date(2024, 11, 25)  # a Monday too
days = st.dates(date(dates.FIRST_YEAR, 1, 1), date(dates.LAST_YEAR, 12, 31))


@pytest.mark.parametrize("typed", [
    "2024-11-25", "2024.11.25", "2024/11/25", "2024。11。25", "2024 11 25", "2024、11、25", "2024，11，25",
    "2024_11_25", "2024–11—25", "20241125", "2024年11月25日", "2024年11月25号", "2024 年 11 月 25 日",
    "２０２４年１１月２５日", "２０２４．１１．２５", "2024/11/25 0:00", "2024-11-25 00:00:00",
    "2024-11-25T00:00:00", "2024-11-25 00:00:00.000", "2024\u200b-11-25", " 2024-11-25 ", "2024.11.25.",
    "二〇二四年十一月二十五日", "二○二四年十一月廿五日", "2024年11月25日（星期一）", "2024-11-25 周一",
    "2024-11-25 Mon", "2024/11/25 星期一 0:00", "25/11/2024", "11/25/2024", "25.11.2024", "25 Nov 2024",
    "25 November 2024", "25th of November 2024", "Nov 25, 2024", "Nov. 25 2024", "2024 Nov 25",
    "25-Nov-2024", "25-Nov-24", "25NOV2024"])
def test_a_whole_day_is_read_however_it_is_written(typed: str) -> None:
    assert dates.read(typed, today=TODAY) == DAY


@pytest.mark.parametrize(("typed", "day"), [
    ("11月25日", DAY), ("11.25", DAY), ("11/25", DAY), ("11-25", DAY), ("11 25", DAY), ("１１．２５", DAY),
    ("十一月二十五日", DAY), ("Nov 25", DAY), ("25 Nov", DAY), ("去年11月25日", DAY), ("24年11月25日", DAY),
    ("24.11.25", DAY), ("今年1月2日", date(2025, 1, 2)), ("1月20日", TODAY), ("1.21", date(2024, 1, 21)),
    ("今天", TODAY), ("today", TODAY), ("昨天", date(2025, 1, 19)), ("Yesterday", date(2025, 1, 19)),
    ("前天", date(2025, 1, 18)), ("明天", date(2025, 1, 21)), ("2.29", date(2024, 2, 29)),
    ("85.3.2", date(1985, 3, 2)), ("", None), ("  ", None)])
def test_what_is_left_out_is_told_from_the_day_at_the_office(typed: str, day: date | None) -> None:
    assert dates.read(typed, today=TODAY) == day


@pytest.mark.parametrize(("typed", "back", "ahead", "near"), [
    ("3.1", date(2024, 3, 1), date(2025, 3, 1), date(2025, 3, 1)),
    ("12.31", date(2024, 12, 31), date(2025, 12, 31), date(2024, 12, 31)),
    ("1.20", TODAY, TODAY, TODAY), ("2.29", date(2024, 2, 29), date(2028, 2, 29), date(2024, 2, 29))])
def test_the_year_is_told_from_where_the_field_looks(typed: str, back: date, ahead: date, near: date) -> None:
    assert dates.read(typed, today=TODAY) == back
    assert dates.read(typed, today=TODAY, look="ahead") == ahead
    assert dates.read(typed, today=TODAY, look="near") == near


@pytest.mark.parametrize(("typed", "says"), [
    ("2024-02-30", "no such day"), ("2月30日", "no such day"), ("2024.13.1", "no such day"),
    ("25.13", "no such day"), ("1850-01-01", "between 1900 and 2199"),
    ("3024-01-01", "between 1900 and 2199"), ("0000-01-01", "between 1900 and 2199"), ("2024-11", "no day"),
    ("2024年11月", "no day"), ("2024-11-25 14:30", "time of day"), ("2024年11月25日9时", "time of day"),
    ("2024-11-25 周二", "day of the week"), ("3/4/2024", "2024-03-04 or 2024-04-03"),
    ("25.11.24", "2025-11-24 or 2024-11-25"), ("abc", "not a date"), ("45621", "not a date"),
    ("2024-11-251", "not a date"), ("下周", "not a date"), ("1.2.3", "four digits")])
def test_what_cannot_be_read_is_refused_in_words_that_say_why(typed: str, says: str) -> None:
    with pytest.raises(DeskError, match=says) as refused:
        dates.read(typed, field="received_on", today=TODAY)
    assert refused.value.field == "received_on"


@pytest.mark.parametrize("typed", ["11月25日", "11.24", "今天", "去年11月25日", "24.11.25", "25-Nov-24"])
def test_without_a_day_at_the_office_no_year_is_guessed(typed: str) -> None:
    with pytest.raises(DeskError, match="four digits"):
        dates.read(typed)


@given(days)
def test_every_day_reads_back_as_it_is_shown(day: date) -> None:
    assert dates.read(dates.show(day)) == day


@given(days, st.sampled_from(["-", ".", "/", "。", " ", "、", "，", "－", "．"]))
def test_every_sign_between_its_parts_is_the_same(day: date, sign: str) -> None:
    assert dates.read(sign.join(map(str, (day.year, day.month, day.day)))) == day


@given(days, days)
def test_a_day_without_its_year_is_the_last_one_there_was(today: date, day: date) -> None:
    """By looking: day after day back from today, until one bears that month and day."""
    looked = today
    while (looked.month, looked.day) != (day.month, day.day):
        looked -= timedelta(days=1)
    assert dates.read(f"{day.month}月{day.day}日", today=today) == looked


def test_a_text_is_completed_only_where_that_makes_a_day_of_it() -> None:
    assert dates.completed("11月25日", TODAY) == "2024-11-25"
    assert dates.completed("约定不明", TODAY) == "约定不明"
    assert dates.completed("", TODAY) == ""
