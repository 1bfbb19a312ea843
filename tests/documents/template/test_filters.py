"""The filters that templates write amounts, days and lists with."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import assume, given
from hypothesis import strategies as st

from mediation_desk.documents.template import filters
from mediation_desk.domain.money import yuan

days = st.dates(date(1900, 1, 1), date(2200, 1, 1))


def test_an_amount_in_figures_capitals_and_both() -> None:
    amount = yuan("30264.00")
    assert filters.yuan(amount) == "30,264.00元"
    assert filters.figures(amount) == "30,264.00"
    assert filters.in_capitals(amount) == "人民币叁万零贰佰陆拾肆元整"
    assert filters.both(amount) == "30,264.00元（人民币叁万零贰佰陆拾肆元整）"


@pytest.mark.parametrize("name", ["yuan", "figures", "capitals", "both"])
@pytest.mark.parametrize("bare", [30264, 30264.0, "30264.00", None])
def test_a_bare_number_is_never_printed_as_money(name: str, bare: object) -> None:
    with pytest.raises(TypeError, match="not an amount"):
        filters.FILTERS[name](bare)


def test_a_day_in_words_in_short_and_in_the_week() -> None:
    day = date(2024, 12, 3)
    assert filters.cndate(day) == "2024年12月3日"
    assert filters.shortdate(day) == "2024-12-03"
    assert filters.weekday(day) == "星期二"
    assert filters.days_after(day, 15) == date(2024, 12, 18)


@given(born=days, on=days)
def test_an_age_is_what_the_calendar_library_counts(born: date, on: date) -> None:
    assume(born <= on and (born.month, born.day) != (2, 29))
    assert filters.age(born, on) == relativedelta(on, born).years


def test_who_was_born_on_a_leap_day_is_a_year_older_the_day_after_in_other_years() -> None:
    assert filters.age(date(2000, 2, 29), date(2018, 2, 28)) == 17
    assert filters.age(date(2000, 2, 29), date(2018, 3, 1)) == 18


@given(days)
def test_seven_days_on_is_the_same_day_of_the_week(day: date) -> None:
    assert filters.weekday(day) == filters.weekday(day + timedelta(days=7))
    assert filters.weekday(day) != filters.weekday(day + timedelta(days=1))


@pytest.mark.parametrize(("number", "words"), [
    (1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (99, "九十九"),
    (0, "0"), (100, "100"), (-3, "-3")])
def test_small_numbers_are_written_in_chinese(number: int, words: str) -> None:
    assert filters.cnnumber(number) == words


@given(st.text(alphabet="甲乙。；，. \n", max_size=12))
def test_a_text_is_stopped_exactly_once(text: str) -> None:
    stopped = filters.stopped(text)
    assert stopped.endswith("。") and not stopped.endswith("。。")
    assert filters.bare(stopped) == filters.bare(text)


def test_lists_and_ticks() -> None:
    assert filters.listed(["甲", "乙", 3]) == "甲、乙、3"
    assert (filters.yes_no(True), filters.yes_no(False)) == ("是", "否")
    assert (filters.ticked(True), filters.ticked(False)) == ("■", "□")


@pytest.mark.parametrize(("number", "words"), [(1, "一"), (2, "两"), (3, "三"), (12, "十二"), (120, "120")])
def test_two_of_a_kind_are_counted_as_one_speaks(number: int, words: str) -> None:
    assert f"一式{filters.counted(number)}份" == f"一式{words}份"
