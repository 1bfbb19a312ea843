"""Days as a text tells them, from the day on which it is read; hours of the order by their labels."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from mediation_desk.domain.intake.spotting.spots import About
from mediation_desk.library.spotting import shipped_spotter

TODAY = date(2026, 3, 18)


def days(text: str) -> list[str]:
    return [str(one.value) for one in shipped_spotter().read(text, TODAY) if one.about is About.DAYS]


@pytest.mark.parametrize(("text", "wanted"), [
    ("于2025年9月1日入职", ["2025-09-01"]), ("在2025/9/1离职", ["2025-09-01"]),
    ("2025年11月至2026年1月的工资", ["2025-11-01/2026-01-31"]),
    ("去年12月没发", ["2025-12-01/2025-12-31"]), ("今年1月、2月没发", ["2026-01-01/2026-01-31",
                                                           "2026-02-01/2026-02-28"]),
    ("上个月被罚", ["2026-02-01/2026-02-28"]), ("上个月18号退车", ["2026-02-18"]),
    ("12月份没发", ["2025-12-01/2025-12-31"]), ("2月15日被辞退", ["2026-02-15"]),
    ("4-6月工资", ["2025-04-01/2025-06-30"]), ("2026年1-2月工资", ["2026-01-01/2026-02-28"]),
    ("2025年12月至今未发", ["2025-12-01/2026-03-18"]), ("昨天来过", ["2026-03-17"]),
    ("二〇二五年五月二十五日签的", ["2025-05-25"]),
    ("2025年10月1日至2026年2月15日期间", ["2025-10-01/2026-02-15"]),
    ("自2025年12月起拖欠,截至2026年2月共欠", ["2025-12-01/2026-02-28"])])
def test_days_are_told_from_the_day_of_reading(text: str, wanted: list[str]) -> None:
    assert days(text) == wanted


@pytest.mark.parametrize("text", [
    "1998年4月2日出生", "请处理\n2026年3月1日", "2026年3月18日来访", "2025年13月1日", "3个月",
    "登记日期:2026-03-01"])
def test_a_birth_a_dateline_today_and_no_day_are_none(text: str) -> None:
    assert days(text) == []


def test_the_hours_of_the_order_have_labels_and_an_answer_is_asked_for_before_a_day() -> None:
    text = "来电时间:2026-03-17 09:45:12\n办理期限:2026年3月25日17时\n"
    found = {one.about: one.value for one in shipped_spotter().read(text, TODAY)}
    assert found[About.ARRIVED] == datetime(2026, 3, 17, 9, 45)
    assert found[About.DUE] == datetime(2026, 3, 25, 17)
    (due,) = [one.value for one in shipped_spotter().read("请于4月2日前反馈结果。", TODAY)
              if one.about is About.DUE]
    assert due == datetime(2026, 4, 2)
