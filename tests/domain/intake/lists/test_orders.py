"""A row is read as an order, value by value, or told with why it is none."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from mediation_desk.domain.intake.lists.columns import usual
from mediation_desk.domain.intake.lists.orders import ListOf, ReadOrder, Unread, read_orders
from mediation_desk.domain.intake.orders import OrderStepKind
from mediation_desk.domain.vocabulary import Source
from mediation_desk.domain.words import DeskError
from mediation_desk.library.law import shipped_calendar
from mediation_desk.library.list_columns import shipped_columns

NOW = datetime(2025, 1, 20, 9)


def read(headings: list[str], cells: list[str], source: Source = Source.UNION, *, day: date | None = None,
         troubles: dict[tuple[int, int], DeskError] | None = None) -> ReadOrder | Unread:
    columns = usual(headings, shipped_columns())
    told = ListOf([headings, cells], 0, tuple(headings), columns, source, day, troubles or {})
    [one] = read_orders(told, NOW, shipped_calendar())
    return one


def order(headings: list[str], cells: list[str], day: date | None = None) -> ReadOrder:
    one = read(headings, cells, day=day)
    assert isinstance(one, ReadOrder), one
    return one


def test_numbers_and_phones_stay_what_they_were() -> None:
    one = order(["工单编号", "姓名", "来电号码", "联系方式", "来电时间"],
                ['="000123456789012345"', "阿依古丽•买买提", "138 9712 0001", "13897120001/0971-8230155",
                 "2025/1/2 9:05"])
    assert (one.number, one.caller, one.phone) == (
        "000123456789012345", "阿依古丽·买买提", "13897120001/0971-8230155")
    assert one.arrived_at == datetime(2025, 1, 2, 9, 5) and one.row == 2


def test_what_is_written_for_nothing_is_nothing() -> None:
    one = order(["姓名", "电话", "公司名称", "来电时间"], ["匿名", "13897120001", "无", "2025-01-02"])
    assert (one.caller, one.respondents) == ("", ())


@pytest.mark.parametrize(("limit", "unit", "until"), [
    ("5", "工作日", datetime(2025, 1, 9, 23, 59)), ("5个工作日", "", datetime(2025, 1, 9, 23, 59)),
    ("5", "自然日", datetime(2025, 1, 7, 23, 59)), ("24", "小时", datetime(2025, 1, 3, 9, 0)),
    ("5", "", None)])
def test_the_time_allowed_counts_from_when_it_was_assigned(limit: str, unit: str,
                                                           until: datetime | None) -> None:
    """From Thursday 2 January 2025 five working days end on Thursday the 9th."""
    one = order(["姓名", "来电时间", "分派时间", "处理时限", "时限单位"],
                ["马", "2025-01-01", "2025-01-02 09:00", limit, unit])
    assert one.given_until == until


def test_the_end_that_the_order_names_prevails_and_a_later_extension_over_it() -> None:
    one = order(["姓名", "来电时间", "处理时限", "办理截止时间", "延期截止", "延期时间", "延期原因"],
                ["马", "2025-01-02", "5个工作日", "2025-01-10", "2025-01-24 "
                                                           "18:00", "2025-01-09 15:00", "公司未回复"])
    assert one.given_until == datetime(2025, 1, 24, 18)
    [step] = one.steps
    assert (step.kind, step.at, step.until, step.reason) == (
        OrderStepKind.EXTENDED, datetime(2025, 1, 9, 15), datetime(2025, 1, 24, 18), "公司未回复")


def test_a_day_for_all_serves_where_no_column_says_one() -> None:
    assert order(["姓名"], ["马"], day=date(2025, 1, 3)).arrived_at == datetime(2025, 1, 3)
    one = read(["姓名"], ["马"])
    assert isinstance(one, Unread) and str(one.why) == "There is no day in this row."


def test_a_cell_that_cannot_be_relied_on_refuses_its_row_where_it_means_something() -> None:
    lost = DeskError("The end of this number is lost.")
    headings, cells = ["编号", "姓名", "来电时间", "备注"], ["1.2E+17", "马", "2025-01-02", "x"]
    refused = read(headings, cells, troubles={(1, 0): lost})
    assert isinstance(refused, Unread) and refused.why is lost
    assert isinstance(read(headings, cells, troubles={(1, 3): lost}), ReadOrder)


def test_steps_that_the_list_tells_come_along() -> None:
    one = order(["姓名", "来电时间", "签收时间", "退回时间", "退回原因", "办结时间"],
                ["马", "2025-01-02", "2025-01-02 10:00", "2025-01-03", "不属本辖区", ""])
    assert [(step.kind, step.reason) for step in one.steps] == [
        (OrderStepKind.SIGNED_IN, ""), (OrderStepKind.RETURNED, "不属本辖区")]


def test_sex_and_flags_are_read_in_the_words_that_lists_use() -> None:
    one = order(["姓名", "性别", "是否保密", "是否需要回复", "是否督办", "来电时间"],
                ["马", "女士", "保密", "不需要", "√", "2025-01-02"])
    assert (one.sex, one.confidential, one.reply_wanted, one.supervised) == ("female", True, False, True)


def test_nothing_came_after_this_hour() -> None:
    assert isinstance(read(["姓名", "来电时间"], ["马", "2025-01-20 09:00:00"]), ReadOrder)
    late = read(["姓名", "来电时间"], ["马", "2025-01-20 09:00:01"])
    assert isinstance(late, Unread) and "future" in str(late.why)
