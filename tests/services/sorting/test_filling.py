"""A filled workbook is taken in as it stands, or what is wrong in it is named by table, row and column."""

from uuid import UUID

import pytest
from openpyxl import Workbook
from openpyxl.styles import Border, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from mediation_desk.services import history, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.sorting import workbooks
from mediation_desk.services.sorting.filling import WorkbookRefused
from tests.offices import Office
from tests.services.sorting.books import opened, packed
from tests.services.sorting.conftest import TakenIn


@pytest.fixture
def desk(at_work: Office) -> Desk:
    return at_work.first


@pytest.fixture
def case_id(taken_in: TakenIn) -> UUID:
    """The streamers' case, accepted; nothing said yet."""
    return taken_in.case_id


def words(desk: Desk, case_id: UUID) -> dict[tuple[str, str], str | None]:
    """What the applicants are kept to have said, by element and worker."""
    case = reading.case(desk, case_id).case
    names = {worker.id: worker.name for worker in case.applicants}
    return {(entry.element, names.get(entry.worker_id, "") if entry.worker_id else ""): entry.applicant
            for entry in case.entries}


def troubles(desk: Desk, case_id: UUID, book: Workbook) -> list[tuple[str, int, str, str]]:
    """What is said to be wrong; and nothing of the workbook was kept."""
    with pytest.raises(WorkbookRefused) as refused:
        workbooks.imported(desk, case_id, packed(book))
    assert words(desk, case_id) == {}
    return [(one.table, one.row, one.column, str(one.error)) for one in refused.value.troubles]


def column(table: Worksheet, title: str) -> int:
    return [cell.value for cell in table[1]].index(title) + 1


@pytest.fixture
def book(desk: Desk, case_id: UUID) -> Workbook:
    """The grid as it was sent out, still empty."""
    return opened(workbooks.exported(desk, case_id, "zh_CN"))


def test_a_wage_merged_over_five_workers_is_each_ones_wage(desk: Desk, case_id: UUID, book: Workbook) -> None:
    table = book["申请人陈述"]
    wage = column(table, "月工资标准")
    table.cell(2, wage, 4300)
    table.merge_cells(start_row=2, end_row=6, start_column=wage, end_column=wage)
    workbooks.imported(desk, case_id, packed(book))
    said = words(desk, case_id)
    assert [said["monthly_wage", worker.name]
            for worker in reading.case(desk, case_id).case.applicants] == ["4300.00"] * 5


def test_what_is_merged_across_columns_is_refused_by_its_cells(desk: Desk, case_id: UUID,
                                                               book: Workbook) -> None:
    table = book["申请人陈述"]
    wage = column(table, "月工资标准")
    table.cell(2, wage, 4300)
    table.merge_cells(start_row=2, end_row=2, start_column=wage, end_column=wage + 1)
    cells = f"{get_column_letter(wage)}2:{get_column_letter(wage + 1)}2"
    ((_, row, title, error),) = troubles(desk, case_id, book)
    assert (row, title) == (2, "月工资标准") and cells in error


@pytest.mark.parametrize(("cells", "row"), [("A2:A3", 2), ("B4:B6", 4), ("A1:B1", 1), ("C1:D1", 1)])
def test_whose_row_and_which_column_it_is_is_never_guessed_from_merged_cells(
        desk: Desk, case_id: UUID, book: Workbook, cells: str, row: int) -> None:
    table = book["申请人陈述"]
    table.cell(row if row > 1 else 2, column(table, "月工资标准"), 4300)
    table.merge_cells(cells)
    found = troubles(desk, case_id, book)
    assert (found[0][1], cells in found[0][3]) == (row, True)


def test_a_formula_without_its_result_is_refused_at_its_row_and_column(desk: Desk, case_id: UUID,
                                                                       book: Workbook) -> None:
    table = book["申请人陈述"]
    table.cell(3, column(table, "月工资标准"), "=2150*2")
    ((name, row, title, error),) = troubles(desk, case_id, book)
    assert (name, row, title) == ("申请人陈述", 3, "月工资标准") and "formula" in error


def test_a_column_that_stands_twice_is_refused_naming_both(desk: Desk, case_id: UUID, book: Workbook) -> None:
    """Also when the second bears the other language's title."""
    table = book["申请人陈述"]
    wage = column(table, "月工资标准")
    for again, title in ((wage + 1, "月工资标准"), (wage + 2, "Monthly wage")):
        table.cell(1, again, title)
    table.cell(2, wage, 4300)
    table.cell(2, wage + 1, 5300)
    found = troubles(desk, case_id, book)
    first, *others = map(get_column_letter, (wage, wage + 1, wage + 2))
    for other in others:
        assert any(row == 1 and f"{first} and {other}" in error for _, row, _, error in found)


def test_a_worker_who_stands_twice_is_refused_naming_both_rows(desk: Desk, case_id: UUID,
                                                               book: Workbook) -> None:
    table = book["申请人陈述"]
    wage = column(table, "月工资标准")
    table.cell(2, wage, 4300)
    table["A9"], table["B9"] = 1, table["B2"].value
    table.cell(9, wage, 5300)
    ((_, row, title, error),) = troubles(desk, case_id, book)
    assert (row, title) == (9, "姓名") and "2 and 9" in error


def test_an_element_of_the_whole_case_that_stands_twice(desk: Desk, case_id: UUID, book: Workbook) -> None:
    table = book["全案"]
    table["B2"] = "是"
    table["A8"], table["B8"] = table["A2"].value, "否"
    ((name, row, title, error),) = troubles(desk, case_id, book)
    assert (name, row, title) == ("全案", 8, "要素") and "2 and 8" in error


def test_two_elements_of_one_name_are_told_apart(desk: Desk, case_id: UUID) -> None:
    """What was paid during injury leave and what was paid of the wages share their English label."""
    worker = reading.case(desk, case_id).case.applicants[0]
    registering.set_claims(desk, case_id, {worker.id: ("unpaid_wages", "injury_leave_pay")})
    book = opened(workbooks.exported(desk, case_id, "en"))
    titles = [str(cell.value) for cell in book["Applicants"][1]]
    twins = [title for title in titles if title.startswith("Already paid for that time")]
    assert len(set(titles)) == len(titles) and len(twins) == 2
    for amount, title in enumerate(twins, start=100):
        book["Applicants"].cell(2, titles.index(title) + 1, amount)
    workbooks.imported(desk, case_id, packed(book))
    said = words(desk, case_id)
    assert {said[name, worker.name] for name in ("injury_paid", "amount_paid")} == {"100.00", "101.00"}
    history.undo(desk, case_id)
    book["Applicants"].cell(1, titles.index(twins[0]) + 1, "Already paid for that time")
    assert "Several elements" in troubles(desk, case_id, book)[0][3]


def test_one_voice_in_two_tables_that_both_speak_of_a_place(desk: Desk, case_id: UUID,
                                                            book: Workbook) -> None:
    table = book["申请人陈述"]
    wage = column(table, "月工资标准")
    table.cell(2, wage, 4300)
    other = book.copy_worksheet(table)
    other.title = "Applicants"
    other.cell(2, wage, 5300)
    ((name, row, _, error),) = troubles(desk, case_id, book)
    assert (name, row) == ("Applicants", 2) and "申请人陈述" in error


def test_words_in_a_column_without_a_title_are_not_overlooked(desk: Desk, case_id: UUID,
                                                              book: Workbook) -> None:
    table = book["申请人陈述"]
    beyond = table.max_column + 1
    table.cell(2, beyond, "她十月没有上班")
    book["全案"]["H2"] = "双方都这么说"
    found = troubles(desk, case_id, book)
    assert {(name, row, title) for name, row, title, _ in found} == {
        ("申请人陈述", 2, get_column_letter(beyond)), ("全案", 2, "H")}


def test_a_card_number_of_nineteen_digits_is_read_whole_or_refused_by_its_row(
        desk: Desk, case_id: UUID, book: Workbook) -> None:
    """Given to the evidence column, which takes any words."""
    table = book["证据"]
    wage = column(table, "月工资标准")
    table.cell(2, wage, 6.217e18)
    table.cell(3, wage, "6217001234567890123")
    workbooks.imported(desk, case_id, packed(book))
    shown = {entry.evidence for entry in reading.case(desk, case_id).case.entries}
    assert shown == {"6217000000000000000", "6217001234567890123"}
    history.undo(desk, case_id)
    table.cell(5, wage, 6217001234567890123)  # saved as 6.21700123456789E+18
    with pytest.raises(WorkbookRefused) as refused:
        workbooks.imported(desk, case_id, packed(book))
    assert [(one.row, one.column) for one in refused.value.troubles] == [(5, "月工资标准")]


def test_empty_rows_with_borders_are_no_rows(desk: Desk, case_id: UUID, book: Workbook) -> None:
    table = book["申请人陈述"]
    table.cell(2, column(table, "月工资标准"), 4300)
    for row in range(7, 2107):
        for at in range(1, 6):
            table.cell(row, at).border = Border(bottom=Side("thin"))
    workbooks.imported(desk, case_id, packed(book))
    assert words(desk, case_id)["monthly_wage", "马晓岚"] == "4300.00"


def test_a_head_may_stand_under_an_empty_row(desk: Desk, case_id: UUID, book: Workbook) -> None:
    table = book["申请人陈述"]
    table.cell(2, column(table, "月工资标准"), 4300)
    table.insert_rows(1)
    workbooks.imported(desk, case_id, packed(book))
    assert words(desk, case_id)["monthly_wage", "马晓岚"] == "4300.00"


def test_a_table_that_belongs_to_no_grid_is_named(desk: Desk, case_id: UUID, book: Workbook) -> None:
    table = book["申请人陈述"]
    table.cell(2, column(table, "月工资标准"), 4300)
    book.create_sheet("申请人陈述 (2)")["A1"] = "改过的"
    assert workbooks.imported(desk, case_id, packed(book)).others == ("申请人陈述 (2)",)
