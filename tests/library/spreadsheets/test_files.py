"""Lists that others made are read sign by sign; what is none is refused in words."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from mediation_desk.documents.separated import write_rows
from mediation_desk.documents.workbook import new_book
from mediation_desk.domain.words import DeskError
from mediation_desk.library.spreadsheets.files import Bounds, Sheet, Span, read_file

BOUNDS = Bounds("longer than {most} rows", "larger than {most} MB", "too large inside")
CELLS = st.text(st.one_of(st.sampled_from("=+-@'\",;|\t\n\r 0123工单马，“”😀\u200b"),
                          st.characters(exclude_categories=("Cs", "Co", "Cn"))), max_size=12)
TABLES = st.integers(1, 5).flatmap(
    lambda wide: st.lists(st.lists(CELLS, min_size=wide, max_size=wide), min_size=1, max_size=6))


def read(folder: Path, data: bytes) -> Sheet:
    path = folder / "list"
    path.write_bytes(data)
    [sheet] = read_file(path, BOUNDS)
    return sheet


def whole(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Without the last rows that hold nothing, all as wide as the widest."""
    kept = [list(row) for row in rows]
    while kept and not any(map(str.strip, kept[-1])):
        kept.pop()
    return kept


def padded(sheet: Sheet, wide: int) -> list[list[str]]:
    return [[*row, *[""] * (wide - len(row))] for row in sheet.rows]


@settings(max_examples=200, deadline=None)
@given(TABLES)
def test_a_list_written_as_csv_is_read_sign_by_sign(tmp_path_factory: pytest.TempPathFactory,
                                                    table: list[list[str]]) -> None:
    wanted, target = whole(table), io.BytesIO()
    if not wanted:
        return
    write_rows(target, wanted, quoted=True)
    assert padded(read(tmp_path_factory.getbasetemp(), target.getvalue()), len(table[0])) == wanted


@settings(max_examples=60, deadline=None)
@given(TABLES)
def test_a_list_written_as_a_workbook_is_read_sign_by_sign(tmp_path_factory: pytest.TempPathFactory,
                                                           table: list[list[str]]) -> None:
    folder, target = tmp_path_factory.getbasetemp(), io.BytesIO()
    wanted = [*table, ["end"] * len(table[0])]
    with new_book(target, folder) as book:
        made = book.add_worksheet("清单")
        for row, cells in enumerate(wanted):
            for column, text in enumerate(cells):
                made.write_string(row, column, text)
    assert padded(read(folder, target.getvalue()), len(table[0])) == wanted


def test_numbers_days_and_hours_of_a_workbook_keep_what_they_say(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["编号", "电话", "时间", "补零", "很长"])
    sheet.append([250102093000, 13897120001, datetime(2025, 1, 2, 9, 30), 42, 1.2e17])
    sheet["D2"].number_format = "000000"
    path = tmp_path / "清单.xlsx"
    book.save(path)
    [read] = read_file(path, BOUNDS)
    assert read.rows[1] == ("250102093000", "13897120001", "2025-01-02 09:30:00", "000042",
                            "120000000000000000")


def test_a_number_whose_end_the_spreadsheet_lost_says_so_at_its_place(tmp_path: Path) -> None:
    book = Workbook()
    assert book.active is not None
    book.active.append(["编号"])
    book.active.append([250102093000123456])
    path = tmp_path / "清单.xlsx"
    book.save(path)
    data = path.read_bytes()
    [read] = read_file(path, BOUNDS)
    assert data and (not read.troubles or "15 digits" in str(read.troubles[(1, 0)]))


def test_cells_merged_side_by_side_are_told_with_their_row(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["十二月工单"])
    sheet.append(["编号", "退回"])
    sheet.append(["", "原因", "时间"])
    sheet.append(["0012", "不属实", ""])
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("B2:C2")
    sheet.merge_cells("A2:A3")
    path = tmp_path / "清单.xlsx"
    book.save(path)
    [read] = read_file(path, BOUNDS)
    assert read.rows == (("十二月工单", "", ""), ("编号", "退回", ""), ("编号", "原因", "时间"),
                         ("0012", "不属实", ""))
    assert read.spans == (Span(0, 0, 2), Span(1, 1, 2))


@pytest.mark.parametrize(("text", "rows"), [
    ("a;b\n1,5;2\n1,6;3\n", (("a", "b"), ("1,5", "2"), ("1,6", "3"))),
    ('"x;y;z"\n"1;2;3"\n', (("x;y;z",), ("1;2;3",))),
    ('a\tb\n"1\n2"\t=1+1\n', (("a", "b"), ("1\n2", "=1+1"))),
    ("a,b\n'=1+1,'90后\n", (("a", "b"), ("=1+1", "'90后")))])
def test_what_parts_the_cells_is_told_outside_quotation_marks(tmp_path: Path, text: str,
                                                              rows: tuple[tuple[str, ...], ...]) -> None:
    assert read(tmp_path, text.encode()).rows == rows


def test_gb_18030_is_read_with_the_characters_of_today(tmp_path: Path) -> None:
    assert read(tmp_path, "姓名,号\n\ue863某,0012\n".encode("gb18030")).rows[1] == ("䶮某", "0012")


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_list_whose_encoding_changes_half_way_is_refused_by_row_and_not_read_as_other_words(
        tmp_path: Path, mark: str) -> None:
    told = f"{mark}姓名,内容\n马晓岚,工资\n".encode() + "冶玛措,押金\n".encode("gb18030") + b"\n"
    with pytest.raises(DeskError, match="Row 3 of this file is not in UTF-8"):
        read(tmp_path, told)
    even = f"{mark}姓名,内容\n晓岚,工资\n".encode() + b"\xd6\xd0,x\n"
    assert mark or even.decode("gb18030"), "which GB 18030 reads as other words"
    with pytest.raises(DeskError, match="Row 3"):
        read(tmp_path, even)


def test_what_is_no_list_is_refused_beside_the_file(tmp_path: Path) -> None:
    for data, said in ((b"\xd0\xcf\x11\xe0", "old kind"), (b"", "nothing"), (b" \n ,\n", "nothing")):
        with pytest.raises(DeskError, match=said) as told:
            read(tmp_path, data)
        assert told.value.field == "file"
