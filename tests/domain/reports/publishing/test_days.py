"""Days in what is published, to the month."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.reports.publishing import days


@pytest.mark.parametrize(("text", "told"), [
    ("2024年11月25日至30日", "2024年11月"),
    ("2024-11-25 09:30到场", "2024年11月到场"),
    ("2024/1/5", "2024年1月"),
    ("11月5日、8日", "11月"),
    ("十一月二十五日", "十一月"),
    ("十一月25日", "十一月"),
    ("11月二十五号", "11月"),
    ("一周内5日", "一周内5日"),
    ("2024年10月", "2024年10月"),
    ("10日内付清", "10日内付清"),
])
def test_a_day_is_told_by_its_month(text: str, told: str) -> None:
    assert days.in_text(text) == told


@given(st.dates(date(1960, 1, 1), date(2039, 12, 31)), st.sampled_from(["{0.year}年{0.month}月{0.day}日",
       "{0.year}-{0.month:02d}-{0.day:02d}", "{0.year}.{0.month}.{0.day}", "{0.year}/{0.month}/{0.day}"]))
def test_no_day_is_left_of_any_date(day: date, writing: str) -> None:
    assert days.in_text(f"于{writing.format(day)}签字") == f"于{day.year}年{day.month}月签字"
