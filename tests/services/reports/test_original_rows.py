"""What came by a list goes out again as it came: every heading, every cell, sign by sign."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mediation_desk.domain.intake.lists.columns import OrderColumns, usual
from mediation_desk.domain.intake.lists.orders import ListOf
from mediation_desk.domain.listing import CaseFilter
from mediation_desk.domain.vocabulary import Source
from mediation_desk.domain.words import DeskError
from mediation_desk.library.list_columns import shipped_columns
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake.lists import reading as lists
from mediation_desk.services.intake.lists.importing import take
from mediation_desk.services.reports.original_rows import ListFile, export
from tests.offices import Office
from tests.order_lists import HEADINGS, list_of, order, rows

SIGNS = st.one_of(st.sampled_from("=+-@'\",;|\t\n\r 0123工单马，“”😀\u200b\x00"),
                  st.characters(exclude_categories=("Cs", "Co", "Cn")))
CELLS = st.text(SIGNS, max_size=8)
SHEETS = st.integers(0, 4).flatmap(lambda more: st.tuples(
    st.lists(CELLS, min_size=more, max_size=more),
    st.lists(st.lists(CELLS, min_size=more, max_size=more), min_size=1, max_size=3)))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sheet=SHEETS, kind=st.sampled_from(ListFile))
def test_import_then_export_of_any_sheet_keeps_every_value(
        office: Office, tmp_path: Path, sheet: tuple[list[str], list[list[str]]], kind: ListFile) -> None:
    """Any headings and any cells beside the few by which a row is an order."""
    desk, (more, cells) = office.first, sheet
    if "\x00" in "".join((*more, *map("".join, cells))) and kind is ListFile.XLSX:
        kind = ListFile.CSV  # no workbook holds that sign
    headings = ["姓名", "来电时间", *more]
    serial = _counted(desk)
    table = [headings, *([f"马{serial}-{at}", "2025-01-02", *row] for at, row in enumerate(cells))]
    columns = OrderColumns(usual(headings[:2], shipped_columns()).columns)
    told = ListOf(table, 0, tuple(headings), columns, Source.UNION)
    taken = take(desk, told, {})
    path = tmp_path / f"{serial}{kind.value}"
    assert export(desk, taken.changes.cases, str(path), kind).rows == len(cells)
    [read] = lists.read_file(path)
    wide = len(headings)
    assert [[*row, *[""] * (wide - len(row))] for row in read.rows] == table


def _counted(desk: Desk) -> int:
    with desk.reading() as work:
        return work.lists.count(CaseFilter())


def test_lists_of_other_headings_make_one_table_and_everybody_is_noted(office: Office,
                                                                       tmp_path: Path) -> None:
    desk = office.first
    first = take(desk, list_of(rows(1)), {}).changes
    second = take(desk, list_of([[*HEADINGS, "街道"], [*order(1), "城东"]]), {}).changes
    path = tmp_path / "out.csv"
    made = export(desk, first.cases | second.cases, str(path), ListFile.CSV)
    told = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
    assert told[0] == [*HEADINGS, "街道"] and [row[-1] for row in told[1:]] == ["", "城东"]
    assert made.changes.cases == first.cases | second.cases
    for case_id in made.changes.cases:
        assert reading.case(desk, case_id).events[0].verb == "unmask"


def test_nothing_goes_out_where_nothing_came_by_a_list_or_the_place_is_taken(
        office: Office, tmp_path: Path) -> None:
    desk = office.first
    with pytest.raises(DeskError, match="came by a list") as refused:
        export(desk, [], str(tmp_path / "out.csv"), ListFile.CSV)
    assert refused.value.field == "path"
    taken = take(desk, list_of(rows(1)), {}).changes.cases
    (tmp_path / "out.csv").touch()
    with pytest.raises(DeskError, match="of this name"):
        export(desk, taken, str(tmp_path / "out.csv"), ListFile.CSV)


def test_what_no_workbook_holds_is_refused_with_its_row(office: Office, tmp_path: Path) -> None:
    desk = office.first
    taken = take(desk, list_of([list(HEADINGS), order(0, 备注="长" * 32_768)]), {}).changes.cases
    with pytest.raises(DeskError, match="row 2"):
        export(desk, taken, str(tmp_path / "out.xlsx"), ListFile.XLSX)
    assert not (tmp_path / "out.xlsx").exists()
    assert export(desk, taken, str(tmp_path / "out.csv"), ListFile.CSV).rows == 1
