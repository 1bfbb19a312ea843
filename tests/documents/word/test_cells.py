"""Tables whose rows need not have the same columns."""

from itertools import pairwise

from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_desk.documents.word.cells import Cell, Row, Ruled, empty_line, table


def cell(left: float, width: float, ruled: Ruled = Ruled.ALL) -> Cell:
    return Cell(left, width, (empty_line(),), ruled)


@settings(max_examples=30)
@given(st.lists(st.lists(st.integers(20, 200), min_size=1, max_size=6), min_size=1, max_size=5))
def test_every_cell_is_as_wide_as_the_columns_it_spans(rows: list[list[int]]) -> None:
    made = table([Row(tuple(cell(sum(row[:at]), width) for at, width in enumerate(row))) for row in rows])
    columns = [int(one.get(qn("w:w"))) for one in made.find(qn("w:tblGrid"))]
    for row in made.findall(qn("w:tr")):
        at = 0
        for one in row.findall(qn("w:tc")):
            span = int(next((each.get(qn("w:val")) for each in one.iter(qn("w:gridSpan"))), 1))
            assert int(next(one.iter(qn("w:tcW"))).get(qn("w:w"))) == sum(columns[at:at + span])
            at += span
        assert at == len(columns)


def test_what_a_row_leaves_open_is_an_empty_cell_without_lines() -> None:
    made = table([Row((cell(50, 40),)), Row((cell(0, 50), cell(50, 80)))])
    first = made.findall(qn("w:tr"))[0].findall(qn("w:tc"))
    assert [bool(list(one.iter(qn("w:tcBorders")))) for one in first] == [True, False, True]
    assert [int(next(one.iter(qn("w:tcW"))).get(qn("w:w"))) for one in first] == [1000, 800, 800]


def test_edges_that_are_meant_to_be_one_are_one() -> None:
    made = table([Row((cell(0, 33.33), cell(33.33, 66.67))), Row((cell(0, 33.4), cell(33.4, 66.6)))])
    columns = [int(one.get(qn("w:w"))) for one in made.find(qn("w:tblGrid"))]
    assert len(columns) == 2 and all(one > 0 for one, _ in pairwise([*columns, 0]))


def test_a_head_returns_and_no_row_is_parted() -> None:
    made = table([Row((cell(0, 10),), head=True), Row((cell(0, 10),), least=20)], label="分配表")
    rows = made.findall(qn("w:tr"))
    assert [len(list(row.iter(qn("w:tblHeader")))) for row in rows] == [1, 0]
    assert all(len(list(row.iter(qn("w:cantSplit")))) == 1 for row in rows)
    assert next(made.iter(qn("w:tblCaption"))).get(qn("w:val")) == "分配表"
    assert next(made.iter(qn("w:tblLayout"))).get(qn("w:type")) == "fixed"
