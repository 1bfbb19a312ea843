"""A workbook is decoded whole or refused whole, whatever was done to its file."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Mapping
from itertools import count
from types import SimpleNamespace

import pytest
from openpyxl import Workbook
from openpyxl.styles import Border, Side

from mediation_desk.domain.words import DeskError
from mediation_desk.library.spreadsheets import workbook as spreadsheet
from mediation_desk.library.spreadsheets.workbook import FilledTable
from tests.services.sorting.books import altered, packed, part, replacing, rewritten

SHEET = "xl/worksheets/sheet1.xml"
NOT_A_WORKBOOK = "not a workbook"


@pytest.fixture
def book() -> Workbook:
    """A small table of two workers."""
    made = Workbook()
    table = made.active
    assert table is not None
    table.title = "T"
    for row in (("No.", "Name", "Wage"), (1, "马晓岚", 4300.5), (2, "韩雨桐", 4300)):
        table.append(row)
    return made


def table_of(data: bytes) -> FilledTable:
    (table,) = spreadsheet.read(data, {"T"}).tables
    return table


def texts(table: FilledTable) -> Mapping[int, Mapping[int, str]]:
    return {number: {at: cell.text for at, cell in row.items()} for number, row in table.rows.items()}


def refused(data: bytes) -> str:
    with pytest.raises(DeskError) as trouble:
        spreadsheet.read(data, {"T"})
    assert trouble.value.field == "workbook"
    return str(trouble.value)


def test_filled_cells_stand_at_their_places(book: Workbook) -> None:
    assert texts(table_of(packed(book))) == {1: {1: "No.", 2: "Name", 3: "Wage"},
                                             2: {1: "1", 2: "马晓岚", 3: "4300.5"},
                                             3: {1: "2", 2: "韩雨桐", 3: "4300"}}


def test_a_further_table_is_named_when_something_stands_in_it(book: Workbook) -> None:
    book.create_sheet("草稿")["B7"] = "想想"
    book.create_sheet("空")
    assert spreadsheet.read(packed(book), {"T"}).others == ("草稿",)


def test_two_thousand_empty_rows_with_borders_are_no_rows(book: Workbook) -> None:
    line = Border(left=Side("thin"), bottom=Side("thin"))
    for row in range(4, 2104):
        for column in range(1, 4):
            book["T"].cell(row, column).border = line
    assert list(table_of(packed(book)).rows) == [1, 2, 3]


def test_more_rows_or_columns_than_any_case_has_are_refused_and_never_left_out(book: Workbook) -> None:
    book["T"].cell(2, 301, "further right than anybody looks")
    assert "too large" in refused(packed(book))
    book["T"].cell(2, 301).value = None
    for row in range(4, 2005):
        book["T"].cell(row, 1, row)
    assert "too large" in refused(packed(book))


# -- merged cells ------------------------------------------------------------------------

def test_cells_merged_under_each_other_all_show_what_they_hold(book: Workbook) -> None:
    book["T"].merge_cells("C2:C3")
    rows = table_of(packed(book)).rows
    assert [(rows[at][3].text, rows[at][3].merged) for at in (2, 3)] == [("4300.5", "C2:C3")] * 2
    assert not any(cell.trouble for row in rows.values() for cell in row.values())


def test_cells_merged_across_columns_are_refused_by_name(book: Workbook) -> None:
    book["T"].merge_cells("B2:C2")
    cell = table_of(packed(book)).rows[2][2]
    assert cell.trouble is not None and "B2:C2" in str(cell.trouble)


def test_a_word_hidden_under_a_merge_is_told_not_overlooked(book: Workbook) -> None:
    data = altered(packed(book), SHEET, replacing(
        b"</sheetData>", b'</sheetData><mergeCells count="1"><mergeCell ref="C2:C3"/></mergeCells>'))
    rows = table_of(data).rows
    assert rows[2][3].trouble is None and rows[2][3].text == "4300.5"
    assert "C2:C3" in str(rows[3][3].trouble)  # 4300 lies under 4300.5


def test_merging_the_same_cells_over_and_over_comes_to_an_end(book: Workbook,
                                                             monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of a few kilobytes may say a hundred thousand times that its whole table is one cell."""
    hours = count(0, 3600)
    merged = b"<mergeCells>" + b'<mergeCell ref="A1:KN900"/>' * 3 + b"</mergeCells>"
    data = altered(packed(book), SHEET, replacing(b"</sheetData>", b"</sheetData>" + merged))
    shared: list[str] = []

    def slowly(_rows: object, cells: str) -> None:
        shared.append(cells)
        monkeypatch.setattr(spreadsheet, "time", SimpleNamespace(monotonic=lambda: next(hours)))

    monkeypatch.setattr(spreadsheet, "_share", slowly)
    monkeypatch.setattr(spreadsheet, "time", SimpleNamespace(monotonic=lambda: -1.0))
    with pytest.raises(DeskError, match="too large"):
        table_of(data)
    assert len(shared) < 3


def test_merged_cells_that_hold_nothing_say_nothing(book: Workbook) -> None:
    book["T"].merge_cells("D2:D3")
    book["T"].merge_cells("E1:F9")
    assert [cell.trouble is None for cell in table_of(packed(book)).rows[2].values()] == [True] * 3


# -- formulas and what could not be computed ---------------------------------------------

def test_a_formula_without_a_stored_result_is_refused(book: Workbook) -> None:
    """openpyxl writes the formula alone, as programs do that compute nothing."""
    book["T"]["C2"] = "=2150*2"
    assert "formula" in str(table_of(packed(book)).rows[2][3].trouble)


def formula(result: bytes, kind: bytes = b"") -> bytes:
    """A cell as spreadsheet programs write it."""
    return b'<c r="C2"' + kind + b'><f>2150*2</f>' + result + b"</c>"


@pytest.mark.parametrize(("cell", "text"), [
    (formula(b"<v>4300</v>"), "4300"), (formula(b"<v>\xe6\x98\xaf</v>", b' t="str"'), "是"),
    (formula(b"<v></v>", b' t="str"'), "")])
def test_a_formula_with_its_result_is_read(book: Workbook, cell: bytes, text: str) -> None:
    book["T"]["C2"] = "=2150*2"
    data = packed(book)
    data = altered(data, SHEET, lambda content: content.replace(
        content[content.index(b'<c r="C2"'):content.index(b"</c>", content.index(b'<c r="C2"')) + 4], cell))
    row = table_of(data).rows[2]
    assert row[3].text == text if text else 3 not in row


def test_the_nought_of_a_program_that_computed_nothing_is_no_result(book: Workbook) -> None:
    """Such programs write 0 and ask the next one to compute everything on loading."""
    import xlsxwriter  # type: ignore[import-untyped]

    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as made:
        made.add_worksheet("T").write_formula("A1", "=2150*2")
    assert "formula" in str(table_of(file.getvalue()).rows[1][1].trouble)


def test_an_error_of_the_spreadsheet_is_nobodys_word(book: Workbook) -> None:
    book["T"]["C2"] = "#DIV/0!"
    assert "#DIV/0!" in str(table_of(packed(book)).rows[2][3].trouble)


def test_a_number_that_is_no_day_though_it_is_formatted_as_one(book: Workbook) -> None:
    book["T"]["C2"] = 99999999
    book["T"]["C2"].number_format = "yyyy-mm-dd"
    assert "99999999" in str(table_of(packed(book)).rows[2][3].trouble)


def test_a_card_number_whose_end_the_spreadsheet_lost(book: Workbook) -> None:
    book["T"]["C2"], book["T"]["C3"] = 6.21700123456789e18, 6.217e18
    rows = table_of(packed(book)).rows
    assert "15 digits" in str(rows[2][3].trouble)
    assert (rows[3][3].text, rows[3][3].trouble) == ("6217000000000000000", None)


# -- damaged files -----------------------------------------------------------------------

@pytest.mark.parametrize("data", [b"", b"not a workbook", b"PK\x05\x06" + bytes(18), b"PK\x03\x04" * 40])
def test_a_file_that_is_none(data: bytes) -> None:
    assert NOT_A_WORKBOOK in refused(data)


def test_cut_short_anywhere_it_is_no_workbook(book: Workbook) -> None:
    data = packed(book)
    for end in range(0, len(data) - 1, max(1, len(data) // 150)):
        assert NOT_A_WORKBOOK in refused(data[:end])


def test_one_byte_flipped_anywhere_is_noticed_or_changes_nothing(book: Workbook) -> None:
    """Every byte of the closing directory, and three hundred others, each with one bit turned."""
    data, whole = packed(book), table_of(packed(book))
    chance = random.Random(20241125)
    places = {*chance.sample(range(len(data)), 300), *range(len(data) - 400, len(data))}
    for place in places:
        flipped = bytearray(data)
        flipped[place] ^= 1 << chance.randrange(8)
        try:
            table = table_of(bytes(flipped))
        except DeskError as trouble:
            assert trouble.field == "workbook"
        else:
            assert table == whole, f"byte {place}"


def test_a_sheet_cut_short_inside_a_sound_file(book: Workbook) -> None:
    data = packed(book)
    sheet = part(data, SHEET)
    for end in range(0, len(sheet) - 1, 7):
        assert NOT_A_WORKBOOK in refused(rewritten(data, SHEET, sheet[:end]))


@pytest.mark.parametrize("name", [SHEET, "xl/workbook.xml", "xl/styles.xml",
                                  "[Content_Types].xml", "xl/_rels/workbook.xml.rels"])
def test_a_byte_flipped_inside_a_sound_file_never_breaks_the_reader(book: Workbook, name: str) -> None:
    """What is still a workbook may say something else; what is none is refused in words."""
    data, chance = packed(book), random.Random(name)
    content = part(data, name)
    for place in chance.sample(range(len(content)), min(60, len(content))):
        turned = content[:place] + bytes([content[place] ^ 1 << chance.randrange(7)]) + content[place + 1:]
        try:
            spreadsheet.read(rewritten(data, name, turned), {"T"})
        except DeskError as trouble:
            assert trouble.field == "workbook"


def test_a_table_that_is_listed_but_not_there(book: Workbook) -> None:
    data, file = packed(book), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            if name != SHEET:
                new.writestr(name, old.read(name))
    assert NOT_A_WORKBOOK in refused(file.getvalue())


def test_a_cell_that_stands_twice(book: Workbook) -> None:
    data = altered(packed(book), SHEET, replacing(b'r="C3"', b'r="B3"'))
    assert NOT_A_WORKBOOK in refused(data)


def test_a_packed_bomb_is_refused_before_it_is_unpacked() -> None:
    file = io.BytesIO()
    with (zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as bomb,
          bomb.open("xl/workbook.xml", "w") as content):
        for _ in range(201):
            content.write(bytes(1024 * 1024))
    assert "too large" in refused(file.getvalue())
