"""Columns are known by the headings that offices use, beneath whatever stands above them."""

from __future__ import annotations

from mediation_desk.domain.intake.lists.columns import (
    Group,
    Meaning,
    OrderColumns,
    heading_row,
    headings,
    usual,
)
from mediation_desk.domain.vocabulary import Source
from mediation_desk.library.list_columns import shipped_columns

NAMES = shipped_columns()
CITY = ["工单编号", "来电时间", "受理渠道", "来电类别", "姓名", "性别", "来电号码", "联系方式",
        "公司名称", "被反映人", "被反映人电话", "事发地", "详细地址", "问题分类", "紧急程度", "是否保密",
        "是否需要回复", "工单标题", "主要内容", "承办单位", "分派时间", "处理时限", "时限单位",
        "办理截止时间", "是否老户", "旧工单编号", "是否督办", "退回原因", "退回时间", "退回次数",
        "延期天数", "延期截止", "延期原因", "延期次数", "办结时间", "超时标识", "接通",
        "工作人员是否联系市民", "问题是否解决", "首次满意度", "最终满意度", "回访意见"]


def test_every_column_of_a_citys_export_is_known() -> None:
    assert [one for one in CITY if one not in usual(CITY, NAMES).columns] == []


def test_headings_are_found_beneath_a_title_and_what_is_remembered_comes_first() -> None:
    rows = [["十二月工单", "", ""], [], ["编 号：", "投诉人", "何时"], ["12", "马", "2025-01-02"]]
    assert heading_row(rows, [], NAMES) == 2
    assert heading_row([["甲", "乙"], ["丙", "丁"]], [], NAMES) is None
    own = OrderColumns({"何时": Meaning.ARRIVED})
    assert heading_row([["何时", "谁"], *rows], [own], NAMES) == 0
    assert OrderColumns.read(own.text()) == own
    assert OrderColumns.read('{"何时": "arrived", "日后": "unknown"}') == own


def test_a_heading_over_several_columns_stands_before_those_beneath_it() -> None:
    rows = [["十二月工单", "", "", ""], ["编号", "退回", "", ""], ["编号", "原因", "时间", "次数"]]
    groups = [Group(0, 0, 3), Group(1, 1, 3)]
    assert headings(rows, 2, groups) == ("编号", "退回原因", "退回时间", "退回次数")
    assert headings(rows[1:], 1, [Group(0, 0, 3)]) == ("编号", "原因", "时间", "次数")


def test_what_must_be_said_before_anything_can_be_read() -> None:
    nothing = OrderColumns({})
    assert nothing.lacks(Source.HOTLINE) == [Meaning.NAME, Meaning.ARRIVED, Meaning.NUMBER]
    assert nothing.lacks(Source.UNION, day_known=True) == [Meaning.NAME]
    assert usual(CITY, NAMES).lacks(Source.HOTLINE) == []


def test_one_heading_means_one_thing_and_a_meaning_has_one_column() -> None:
    found = usual(["电话", "手机", "联系电话"], NAMES)
    assert found.columns == {"手机": Meaning.CALLER_PHONE, "联系电话": Meaning.CONTACT}


def test_what_stays_in_the_row_alone_is_told() -> None:
    columns = OrderColumns({"姓名": Meaning.NAME, "满意度": Meaning.SATISFIED, "渠道": Meaning.CHANNEL})
    assert columns.in_row == [Meaning.CHANNEL, Meaning.SATISFIED]
