"""The list of cases as a workbook, read back."""

import io
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from mediation_desk.documents import case_list
from mediation_desk.documents.case_list import Cell, ListColumn, write_list
from mediation_desk.domain.money import Money, yuan

COLUMNS = [ListColumn("案号", 20), ListColumn("金额", 12), ListColumn("日期", 12), ListColumn("人数", 8)]
DANGEROUS = ("=1+1", "+8613800000000", "-1", "@SUM(A1)", "=HYPERLINK(\"http://x\")", "http://example.invalid",
             "00123")


def book(rows: list[list[Cell]], aside: Path) -> object:
    target = io.BytesIO()
    write_list(target, aside, "案件", COLUMNS, rows)
    return load_workbook(io.BytesIO(target.getvalue()))


def test_amounts_are_numbers_and_days_are_days(tmp_path: Path) -> None:
    sheet = book([["一号", yuan("38700.05"), date(2024, 11, 25), 5]], tmp_path)["案件"]  # type: ignore[index]
    assert [cell.value for cell in sheet[2]] == ["一号", 38700.05, datetime(2024, 11, 25), 5]
    assert sheet["B2"].number_format == "#,##0.00" and sheet["C2"].is_date
    assert sheet.freeze_panes == "B2" and sheet.auto_filter.ref == "A1:D2"
    assert list(tmp_path.iterdir()) == []  # what was written on the way is gone


@pytest.mark.parametrize("text", DANGEROUS)
def test_text_stays_text_whatever_it_begins_with(tmp_path: Path, text: str) -> None:
    cell = book([[text, None, None, None]], tmp_path)["案件"]["A2"]  # type: ignore[index]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_what_is_longer_than_a_cell_says_so(tmp_path: Path) -> None:
    value = book([["长" * 40_000, None, None, None]], tmp_path)["案件"]["A2"].value  # type: ignore[index]
    assert len(value) == case_list.LONGEST and value.endswith("…")


def test_a_full_sheet_is_followed_by_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(case_list, "MOST_ROWS", 2)
    made = book([[str(at), Money(at), None, at] for at in range(5)], tmp_path)
    assert [sheet.max_row - 1 for sheet in made.worksheets] == [2, 2, 1]  # type: ignore[attr-defined]
