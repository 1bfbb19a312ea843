"""A schedule copied from a spreadsheet: what is wrong names its row."""

from __future__ import annotations

from datetime import date

import pytest

from mediation_desk.domain.money import yuan
from mediation_desk.domain.settlement.pasted import read_schedule
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
