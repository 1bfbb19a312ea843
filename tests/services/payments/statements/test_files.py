"""Files as banks make them: UTF-8, GB 18030, UTF-16, workbooks; what is none is refused in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from mediation_desk.domain.words import DeskError
from mediation_desk.services.payments.statements.files import BOUNDS, read_file
from mediation_desk.store.pace import Stopped

TEXT = "交易日期,金额,对方户名\r\n20250110,\"1,234.50\",䶮某\r\n"
ROWS = (("交易日期", "金额", "对方户名"), ("20250110", "1,234.50", "䶮某"))


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_csv_in_every_coding_that_banks_use(tmp_path: Path, coding: str) -> None:
    path = tmp_path / "流水.csv"
    path.write_bytes(TEXT.encode(coding))
    assert read_file(path)[0].rows == ROWS


@pytest.mark.parametrize("coding", ["utf-8", "gb18030", "utf-16"])
def test_private_signs_of_old_systems_are_read_as_their_characters(tmp_path: Path, coding: str) -> None:
    """FE59 and FE9F of GB 18030: Python's codec gives the first a private place; others both."""
    path = tmp_path / "流水.csv"
    path.write_bytes("户名,金额\n\ue81e\ue863,1\n".encode(coding, "strict"))
    assert read_file(path)[0].rows[1] == ("\u9fb4䶮", "1")


def test_tabs_part_cells_and_what_marks_them_as_text_is_taken_off(tmp_path: Path) -> None:
    path = tmp_path / "流水.txt"
    path.write_text('日期\t金额\t账号\n20250110\t1,234.50\t="6222001"\n20250111\t2.00\t\'6222002\t\n',
                    "utf-8")
    assert read_file(path)[0].rows[1:] == (("20250110", "1,234.50", "6222001"),
                                           ("20250111", "2.00", "6222002", ""))


def test_a_quotation_mark_that_is_never_closed_swallows_no_rows(tmp_path: Path) -> None:
    path = tmp_path / "流水.csv"
    path.write_text('日期,金额,户名,摘要\n20250110,1,"甲,工资\n20250111,2,乙,工资\n20250112,3,"丙",工资\n',
                    "utf-8")
    with pytest.raises(DeskError, match="cannot be read"):
        read_file(path)
    path.write_text('日期,金额,户名,摘要\n20250110,1,"甲",工资"甲"\n20250111,2,乙,"工资\n一月"\n', "utf-8")
    assert [row[3] for row in read_file(path)[0].rows] == ["摘要", '工资"甲"', "工资\n一月"]


def test_a_workbook_keeps_the_rows_numbers_and_its_days(tmp_path: Path) -> None:
    book, path = Workbook(), tmp_path / "流水.xlsx"
    sheet = book.active
    assert sheet is not None
    sheet.append(["户名：湟水速运有限公司"])
    sheet.append([])
    sheet.append(["交易日期", "金额", "时间"])
    sheet.append([date(2025, 1, 10), 1234.5, datetime(2025, 1, 10, 9, 30)])
    book.create_sheet("空表")
    book.save(path)
    assert [one.rows for one in read_file(path)] == [(
        ("户名：湟水速运有限公司", "", ""), (), ("交易日期", "金额", "时间"),
        ("2025-01-10", "1234.5", "2025-01-10 09:30:00"))]


@pytest.mark.parametrize(("content", "said"), [
    (b"\xd0\xcf\x11\xe0rest", "old kind"), (b"PK\x03\x04 xl/vbaProject.bin", "macros"),
    (b"PK\x03\x04 broken", "not a workbook"), (b"", "nothing in this file"),
    (b"\x81\x00\xff\xfe\xfd", "neither")])
def test_what_is_no_statement_is_refused_in_words(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "x"
    path.write_bytes(content)
    with pytest.raises(DeskError, match=said) as told:
        read_file(path)
    assert told.value.field == "file"


def test_a_file_too_long_or_too_large_is_refused_and_one_can_stop(tmp_path: Path) -> None:
    path = tmp_path / "流水.csv"
    path.write_text("日期,金额\n" + "20250110,1\n" * 30, "utf-8")
    with pytest.raises(Stopped):
        read_file(path, cancelled=lambda: True)
    with pytest.raises(DeskError, match="longer than 20 rows"):
        read_file(path, replace(BOUNDS, rows=20))
    with pytest.raises(DeskError, match="larger than"):
        read_file(path, replace(BOUNDS, bytes=10))
    with pytest.raises(DeskError, match="cannot be read"):
        read_file(tmp_path / "none")


def test_a_row_of_more_columns_than_any_bank_writes_is_refused_and_empty_ones_are_not(tmp_path: Path) -> None:
    file = tmp_path / "wide.csv"
    file.write_text("日期,金额" + "," * 300 + "\n", "utf-8")
    assert len(read_file(file)[0].rows) == 1
    file.write_text("日期,金额" + "," * 300 + "备注\n", "utf-8")
    with pytest.raises(DeskError, match="more than 200 columns"):
        read_file(file)
