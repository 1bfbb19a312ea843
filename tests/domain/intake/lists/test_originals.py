"""What came is kept sign by sign, known again, and written out under the headings that it had."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.intake.lists.originals import OriginalRow, read, row_of, table, written
from mediation_desk.domain.text.storable import storable

TEXTS = st.text(max_size=8)
ROWS = st.lists(TEXTS, max_size=5).flatmap(
    lambda headings: st.lists(TEXTS, min_size=len(headings), max_size=len(headings)).map(
        lambda cells: OriginalRow(tuple(headings), tuple(cells))))


@given(st.lists(ROWS, max_size=4))
def test_every_row_is_read_as_it_was_written_and_the_store_changes_nothing_of_it(
        rows: list[OriginalRow]) -> None:
    text = written(rows)
    assert storable(text) == text
    assert read(text) == tuple(rows)


@given(st.lists(ROWS, min_size=1, max_size=4))
def test_rows_of_any_headings_make_one_table_in_which_nothing_is_lost(rows: list[OriginalRow]) -> None:
    headings, cells = table(rows)
    for row, laid in zip(rows, cells, strict=True):
        under = list(zip(headings, laid, strict=True))
        for heading in set(row.headings):
            told = [cell for name, cell in zip(row.headings, row.cells, strict=True) if name == heading]
            assert [cell for name, cell in under if name == heading][:len(told)] == told
        assert sum(map(bool, laid)) == sum(map(bool, row.cells))


def test_rows_of_one_list_come_back_under_its_own_headings() -> None:
    rows = [OriginalRow(("编号", "", "编号"), (cell, "", cell)) for cell in ("0012", "=1+1")]
    assert table(rows) == (("编号", "", "编号"), [["0012", "", "0012"], ["=1+1", "", "=1+1"]])


def test_a_row_is_known_again_whatever_the_order_of_its_columns() -> None:
    assert row_of(["甲", "乙"], ["1", "2"]).sha256() == row_of(["乙", "甲", "丙"], ["2", "1"]).sha256()
    assert row_of(["甲", "乙"], ["1", "2"]).sha256() != row_of(["甲", "乙"], ["2", "1"]).sha256()


def test_what_was_typed_or_pasted_holds_no_rows() -> None:
    assert read("") == read("市民来电反映…") == read("[1]") == read('{"a": 1}') == ()
