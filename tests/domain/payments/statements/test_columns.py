"""Columns are known by the headings that banks use, in whatever width and with whatever unit."""

from __future__ import annotations

import pytest

from mediation_desk.domain.payments.statements.columns import (
    Layout,
    Meaning,
    Whose,
    heading_row,
    holder_of,
    usual,
)

BIG_BANK = ["交易日期", "借方发生额（元）", "贷方发生额（元）", "余额", "对方户名", "对方账号", "摘要",
            "附言", "交易流水号"]
MARKED = ["交易时间", "交易金额", "借贷标志", "对方户名", "对方账号", "用途"]
BOTH_SIDES = ["付款日期", "付款人名称", "付款人账号", "收款人名称", "收款人账号", "金额（元）", "用途"]


def test_the_columns_of_a_bank_with_two_columns_of_amounts() -> None:
    found = usual(BIG_BANK, Whose.PAYER).places(BIG_BANK)
    assert found == {Meaning.DAY: [0], Meaning.OUT: [1], Meaning.IN: [2], Meaning.NAME: [4],
                     Meaning.ACCOUNT: [5], Meaning.REFERENCE: [6, 7], Meaning.SERIAL: [8]}


def test_one_column_of_amounts_with_its_mark() -> None:
    assert set(usual(MARKED, Whose.WORKER).columns.values()) == {
        Meaning.DAY, Meaning.AMOUNT, Meaning.MARK, Meaning.NAME, Meaning.ACCOUNT, Meaning.REFERENCE}


@pytest.mark.parametrize(("whose", "name"), [(Whose.PAYER, "收款人名称"), (Whose.WORKER, "付款人名称")])
def test_where_both_sides_are_named_the_other_one_counts(whose: Whose, name: str) -> None:
    assert usual(BOTH_SIDES, whose).columns[name] is Meaning.NAME


def test_headings_are_found_beneath_what_stands_above_them_with_the_account_holder() -> None:
    rows = [["账户明细"], ["户名", "湟水速运有限公司", "账号", "6222"], [], BIG_BANK, ["20250110", "1.00"]]
    assert heading_row(rows) == 3 and holder_of(rows, 3) == "湟水速运有限公司"
    assert holder_of([["户名：湟水速运有限公司"]], 1) == "湟水速运有限公司" and holder_of([["明细"]], 1) == ""
    assert heading_row([["甲", "乙"], ["1", "2"]]) is None


def test_a_layout_is_kept_as_text_and_found_again_by_its_headings() -> None:
    own = Layout({"何时": Meaning.DAY, "付了": Meaning.OUT, "给谁": Meaning.NAME})
    again = Layout.read(own.text())
    assert again == own and again.fits(["给 谁", "何时", "付了（元）", "余额"]) and not again.fits(["何时"])
    assert heading_row([["甲"], ["何时", "付了", "给谁"]], [own]) == 1
    assert Layout.read('{"何时": "day", "日后": "unknown"}').columns == {"何时": Meaning.DAY}


def test_what_must_be_said_before_anything_can_be_read() -> None:
    assert Layout({}).lacks(Whose.PAYER) == [Meaning.DAY, Meaning.OUT]
    assert usual(BIG_BANK, Whose.WORKER).lacks(Whose.WORKER) == []
    assert Layout({"日期": Meaning.DAY, "支出": Meaning.OUT}).lacks(Whose.WORKER) == [Meaning.IN]
