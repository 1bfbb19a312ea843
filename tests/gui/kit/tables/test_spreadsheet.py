"""Pasted cells are what the spreadsheet showed: its quotes around a cell go, the cell's own stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.gui.kit.tables.spreadsheet import read_cells, write_cells


@pytest.mark.parametrize(("text", "rows"), [
    ("", []), ("\n", [[""]]), ("甲", [["甲"]]), ("甲\n", [["甲"]]), ("甲\n\n", [["甲"], [""]]),
    ("甲\t", [["甲", ""]]), ("\t甲", [["", "甲"]]), ("甲\t乙\r\n丙\t丁\r\n", [["甲", "乙"], ["丙", "丁"]]),
    ("甲\t\n\t乙", [["甲", ""], ["", "乙"]]),
])
def test_tabs_part_cells_and_breaks_part_rows(text: str, rows: list[list[str]]) -> None:
    assert read_cells(text) == rows


@pytest.mark.parametrize("cell", [
    '"美团"专送骑手', '"美团"', '"甲"和"乙"', '骑手"美团"', '"', '""', '5"', '"待查', '"甲" "乙"', '\'"x"\''])
def test_a_cells_own_quotes_stay(cell: str) -> None:
    """Excel puts such cells on the clipboard as they are, alone or among others."""
    assert read_cells(cell) == [[cell]]
    assert read_cells(f"{cell}\t4300\n乙\t4300\n") == [[cell, "4300"], ["乙", "4300"]]
    assert read_cells(f"甲\t{cell}\n乙\t4300\n") == [["甲", cell], ["乙", "4300"]]


@pytest.mark.parametrize(("written", "cell"), [
    ('"第一行\n第二行"', "第一行\n第二行"), ('"他说""好""\n就走了"', '他说"好"\n就走了'),
    ('"甲\t乙"', "甲\t乙"), ('"他说""好"""', '他说"好"'), ('"""美团""\n骑手"', '"美团"\n骑手')])
def test_the_quotes_that_a_cell_needs_are_the_spreadsheets(written: str, cell: str) -> None:
    assert read_cells(written) == [[cell]]
    assert read_cells(f"甲\t{written}\t乙\n") == [["甲", cell, "乙"]]
    assert read_cells(f"{written}\t4300\n乙\t4300\n") == [[cell, "4300"], ["乙", "4300"]]


def test_an_amount_in_quotes_is_an_amount() -> None:
    assert read_cells('"4,300.00"\t"-1,200"\t"4300"') == [["4,300.00", "-1,200", '"4300"']]


def test_cells_that_open_with_a_lone_quote_join_no_rows() -> None:
    """Ditto marks, inches, quotations that end in another cell: the cells make a block as they are."""
    assert read_cells('"待查\t5000\n马晓岚\t4300') == [['"待查', "5000"], ["马晓岚", "4300"]]
    assert read_cells('"甲\t1\n"乙\t2') == [['"甲', "1"], ['"乙', "2"]]
    assert read_cells('"甲\t1\n乙"\t2') == [['"甲', "1"], ['乙"', "2"]]
    assert read_cells('"\t甲\n"\t乙\n"\t丙') == [['"', "甲"], ['"', "乙"], ['"', "丙"]]
    assert read_cells('"\t"\t甲') == [['"', '"', "甲"]]
    assert read_cells('甲\t"乙\n丙\t"丁\n') == [["甲", '"乙'], ["丙", '"丁']]


Rows = list[list[str]]


def blocks(cells: st.SearchStrategy[str], *, narrowest: int, lowest: int) -> st.SearchStrategy[Rows]:
    """Blocks of cells: rows of one length."""
    return st.integers(narrowest, 5).flatmap(lambda width: st.lists(
        st.lists(cells, min_size=width, max_size=width), min_size=lowest, max_size=6))


WORDS = st.text("甲乙 a", min_size=1, max_size=4)
OWN_QUOTES = ("{0}", "", '"{0}"', '"{0}"{0}', '{0}"{0}')


def written(*forms: str) -> st.SearchStrategy[Rows]:
    """Blocks of cells of these forms, with a word in each."""
    return blocks(st.builds(str.format, st.sampled_from(forms), WORDS), narrowest=2, lowest=2)


@given(written(*OWN_QUOTES, '"{0}') | written(*OWN_QUOTES, '{0}"'))
def test_a_block_of_plain_cells_keeps_its_rows_whatever_quotes_open_its_cells(rows: Rows) -> None:
    """As Excel writes them, without any quotes of its own. (A quotation that opens in one cell and ends in
    another of the next row can be a cell of two lines as well; then whatever makes a block is taken.)"""
    assert read_cells("\n".join("\t".join(row) for row in rows) + "\n") == rows


@given(blocks(st.text('"甲a \t\n', max_size=6) | st.text(st.characters(
    exclude_characters="\r\0", exclude_categories=["Cs"])), narrowest=1, lowest=1))
def test_what_is_copied_is_pasted_again_as_it_was(rows: Rows) -> None:
    """A spreadsheet ends its last line with a break, so a last row of nothing at all cannot be told."""
    assert read_cells(write_cells([*rows, ["end"]])) == [*rows, ["end"]]


@pytest.mark.parametrize("cell", ["=1+1", "=cmd|'/c calc'!A1", "+1+1", "-2+3", "@SUM(A1)", " =1+1", "'=1+1",
                                  "＝1+1", "\u200f=1+1", "\t=1+1"])
def test_no_cell_that_is_copied_out_starts_a_formula(cell: str) -> None:
    assert write_cells([[cell]]).lstrip('"').startswith("'")
    assert read_cells(write_cells([[cell]])) == [[cell]]


@pytest.mark.parametrize("cell", ["-100.00", "+5", "-1,234.50", "王建国", "3-4", "-"])
def test_amounts_and_words_are_copied_out_as_they_are(cell: str) -> None:
    assert write_cells([[cell]]) == cell
