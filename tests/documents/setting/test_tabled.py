"""A table of a form has its widths, totals and caption, or is signed line by line, or becomes bars."""

from __future__ import annotations

from mediation_desk.documents.template.blocks import Align, Bar, Chart, SignaturePlace, Table, plain_text
from tests.documents.setting.slips import one


def test_a_table_has_its_caption_widths_sides_and_totals() -> None:
    table = one(":: table widths=1,2.5 totals=1 size=10.5 分配表\n\n"
                "| 姓名 | 金额 |\n|:--|--:|\n| 甲 | 1 |\n| 合计 | 1 |")
    assert isinstance(table, Table)
    assert [(column.align, column.share) for column in table.columns] == [(Align.LEFT, 1), (Align.RIGHT, 2.5)]
    assert (table.totals, table.caption, table.size) == (1, "分配表", 10.5)
    assert [[plain_text(cell) for cell in row] for row in (*table.header, *table.rows)] == [
        ["姓名", "金额"], ["甲", "1"], ["合计", "1"]]


def test_in_a_list_that_each_signs_the_last_cell_says_as_what_and_another_who() -> None:
    table = one(":: table totals=1 sign=1\n\n"
                "| 姓名 | 金额 | 签名 |\n|:--|--:|:--|\n| 甲 | 1 | 申请人一 |\n| 合计 | 1 | |")
    assert isinstance(table, Table)
    assert table.places == (SignaturePlace("申请人一", "甲", fingerprint=True),)
    assert [[plain_text(cell) for cell in row] for row in table.rows] == [["甲", "1", ""], ["合计", "1", ""]]


def test_a_chart_is_a_table_of_label_figure_and_length() -> None:
    assert one(":: chart 各月收案\n\n"
               "| 月 | 件 | 长 |\n|---|---|---|\n| 一月 | 12 | 400 |\n| 二月 | 99 | 1000 |") == Chart(
        (Bar("一月", "12", 0.4), Bar("二月", "99", 1.0)), "各月收案")
