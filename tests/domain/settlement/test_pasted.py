"""A schedule copied from a spreadsheet: what is wrong names its row."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from mediation_desk.domain.money import yuan
from mediation_desk.domain.settlement.pasted import ClaimWords, read_handling, read_schedule
from mediation_desk.domain.vocabulary import ClaimHandling, InKind
from mediation_desk.domain.words import DeskError

TODAY = date(2024, 12, 3)


def test_headings_and_empty_rows_are_passed_over() -> None:
    rows = [["日期", "金额"], ["2024-12-10", "15,132.00", "备注"], ["", ""], ["2025年1月10日", "15132"]]
    assert read_schedule(rows, TODAY) == [(date(2024, 12, 10), yuan("15132")),
                                          (date(2025, 1, 10), yuan("15132"))]


@pytest.mark.parametrize(("rows", "said"), [
    ([["2024-12-10", "100"], ["2024-12-32", "100"]], "Row 2"), ([["2024-12-10", "百元1"]], "Row 1"),
    ([["2024-12-10"]], "Row 1 needs"), ([["2024-12-10", "0"]], "Row 1 needs"),
    ([["第1期", ""], ["2024-12-10", "100"]], "Row 1 needs"),
    ([["日期", "金额"], ["2024-12-10", "100"], ["2024-12-10", "100"]], "Row 3: 2024-12-10 is no later"),
    ([], "Copy a column"), ([["日期", "金额"]], "Copy a column")])
def test_what_cannot_be_read_names_its_row(rows: list[list[str]], said: str) -> None:
    with pytest.raises(DeskError, match=said) as refused:
        read_schedule(rows, TODAY)
    assert refused.value.field == "schedule"


WORDS = ClaimWords({("温若晴", "欠付工资"): (UUID(int=1), "unpaid_wages")}, {"支付": ClaimHandling.PAID,
                   "以其他方式履行": ClaimHandling.REPLACED}, {"交付材料": InKind.DOCUMENTS})


def test_claims_are_read_row_by_row_below_their_headings() -> None:
    rows = [["劳动者", "请求", "处理", "金额"], ["温若晴", "欠付工资", "支付", "4,300.00"], [""],
            ["温若晴", "欠付工资", "以其他方式履行", "", "交付材料", "2024-12-20", "考勤"]]
    first, second = read_handling(rows, WORDS, TODAY)
    assert (first.handling, first.amount) == (ClaimHandling.PAID, yuan("4300"))
    assert (second.in_kind, second.by, second.note) == (InKind.DOCUMENTS, date(2024, 12, 20), "考勤")


@pytest.mark.parametrize("row", [["路知夏", "欠付工资", "支付", "1"], ["温若晴", "欠付工资", "也许", "1"],
                                 ["温若晴", "欠付工资", "支付", "一元"],
                                 ["温若晴", "欠付工资", "支付", "1", "交付房子"]])
def test_a_row_that_cannot_be_read_is_named(row: list[str]) -> None:
    with pytest.raises(DeskError, match="Row 2") as refused:
        read_handling([["温若晴", "欠付工资", "支付", "1"], row], WORDS, TODAY)
    assert refused.value.field == "claim_terms"


def test_nothing_copied_is_said() -> None:
    with pytest.raises(DeskError, match="Copy columns"):
        read_handling([["劳动者", "请求", "处理"]], WORDS, TODAY)
