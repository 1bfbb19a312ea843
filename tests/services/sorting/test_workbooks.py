"""The element grid goes to a spreadsheet and comes back: all of it, or nothing."""

from datetime import datetime
from uuid import UUID

import pytest

from mediation_desk.domain.merging import Conflicts
from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing, history, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.sorting import sorting, workbooks
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


def words(desk: Desk, case_id: UUID) -> dict[tuple[str, str], tuple[str | None, str | None]]:
    case = reading.case(desk, case_id).case
    names = {worker.id: worker.name for worker in case.applicants}
    return {(entry.element, names.get(entry.worker_id, "") if entry.worker_id else ""):
            (entry.applicant, entry.respondent) for entry in case.entries}


def test_what_was_said_stands_in_the_workbook_as_real_amounts_and_days(desk: Desk, sorted_id: UUID) -> None:
    book = opened(workbooks.exported(desk, sorted_id, "zh_CN"))
    table = book["申请人陈述"]
    titles = [cell.value for cell in table[1]]
    row = dict(zip(titles, [cell.value for cell in table[2]], strict=True))
    assert row["姓名"] == "马晓岚"
    assert row["月工资标准"] == 4300
    assert row["入职（用工）日"] == datetime(2024, 9, 1)
    assert row["是否订立书面劳动合同"] == "否"
    assert book["全案"]["A2"].value == "双方之间是否为劳动关系"
    assert (book["全案"]["B2"].value, book["全案"]["C2"].value) == ("是", "否")


def test_a_workbook_sent_home_and_back_changes_nothing(desk: Desk, sorted_id: UUID) -> None:
    before = words(desk, sorted_id)
    steps = len(history.timeline(desk, sorted_id))
    for language in ("zh_CN", "en"):
        workbooks.imported(desk, sorted_id, workbooks.exported(desk, sorted_id, language))
    assert words(desk, sorted_id) == before
    assert len(history.timeline(desk, sorted_id)) == steps


def test_a_filled_workbook_is_taken_in_as_one_step(desk: Desk, case_id: UUID) -> None:
    book = opened(workbooks.exported(desk, case_id, "zh_CN"))
    table = book["申请人陈述"]
    titles = [cell.value for cell in table[1]]
    for row in range(2, 7):
        table.cell(row, titles.index("月工资标准") + 1, 4300.5)
        table.cell(row, titles.index("入职（用工）日") + 1, datetime(2024, 9, 1))
        table.cell(row, titles.index("是否订立书面劳动合同") + 1, "否")
    book["全案"]["C2"] = "否"
    workbooks.imported(desk, case_id, packed(book))
    said = words(desk, case_id)
    assert said["monthly_wage", "白玛措"] == ("4300.50", None)
    assert said["employed_from", "韩雨桐"] == ("2024-09-01", None)
    assert said["written_contract", "马晓岚"] == ("no", None)
    assert said["employment_relationship", ""] == (None, "no")
    history.undo(desk, case_id)
    assert not any(any(pair) for pair in words(desk, case_id).values())


def test_errors_are_listed_by_row_and_nothing_is_half_imported(desk: Desk, case_id: UUID) -> None:
    book = opened(workbooks.exported(desk, case_id, "zh_CN"))
    table = book["申请人陈述"]
    wage = [cell.value for cell in table[1]].index("月工资标准") + 1
    table.cell(2, wage, 4300)
    table.cell(3, wage, "四千三")
    table.cell(4, wage, -1)
    table["B6"] = "查无此人"
    table.cell(6, wage, 4300)
    with pytest.raises(WorkbookRefused) as refused:
        workbooks.imported(desk, case_id, packed(book))
    assert [(trouble.table, trouble.row, trouble.column) for trouble in refused.value.troubles] == [
        ("申请人陈述", 3, "月工资标准"), ("申请人陈述", 4, "月工资标准"), ("申请人陈述", 6, "姓名")]
    assert words(desk, case_id) == {}


def test_an_unknown_column_is_named(desk: Desk, case_id: UUID) -> None:
    book = opened(workbooks.exported(desk, case_id, "en"))
    table = book["Applicants"]
    table.cell(1, 3, "Shoe size")
    table.cell(2, 3, "42")
    with pytest.raises(WorkbookRefused) as refused:
        workbooks.imported(desk, case_id, packed(book))
    assert "Shoe size" in str(refused.value.troubles[0].error)


def test_two_workers_of_one_name_are_told_apart_by_their_number(desk: Desk, case_id: UUID) -> None:
    case = reading.case(desk, case_id).case
    second = case.applicants[1]
    editing.save(desk, case_id, [editing.Edit("party", second.id, "name", second.name,
                                              case.applicants[0].name)])
    book = opened(workbooks.exported(desk, case_id, "zh_CN"))
    table = book["申请人陈述"]
    table.cell(3, [cell.value for cell in table[1]].index("月工资标准") + 1, 4000)
    workbooks.imported(desk, case_id, packed(book))
    entries = [entry for entry in reading.case(desk, case_id).case.entries if entry.applicant]
    assert [(entry.worker_id, entry.applicant) for entry in entries] == [(second.id, "4000.00")]
    table["A3"] = None
    with pytest.raises(WorkbookRefused):
        workbooks.imported(desk, case_id, packed(book))


def test_words_that_look_like_formulas_stay_words(desk: Desk, case_id: UUID) -> None:
    worker = reading.case(desk, case_id).case.applicants[0].id
    sorting.say(desk, case_id, [sorting.Saying("position", worker, "applicant", "=HYPERLINK(\"x\")")])
    table = opened(workbooks.exported(desk, case_id, "en"))["Applicants"]
    cell = next(cell for cell in table[2] if str(cell.value).startswith("=HYPERLINK"))
    assert cell.data_type != "f"


@pytest.mark.parametrize("data", [b"", b"not a workbook", b"PK\x05\x06" + bytes(18)])
def test_a_file_that_is_no_workbook_is_refused_in_words(desk: Desk, case_id: UUID, data: bytes) -> None:
    with pytest.raises(DeskError) as refused:
        workbooks.imported(desk, case_id, data)
    assert refused.value.field == "workbook"


def test_a_workbook_of_nothing_says_so(desk: Desk, case_id: UUID) -> None:
    book = opened(workbooks.exported(desk, case_id, "en"))
    for table in book.worksheets:
        if table.title != "Whole case":
            table.delete_rows(2, 10)
    with pytest.raises(DeskError, match="no filled cells"):
        workbooks.imported(desk, case_id, packed(book))


# Meanwhile


def test_a_workbook_is_read_against_the_case_that_it_was_made_from(desk: Desk, sorted_id: UUID) -> None:
    """Exported, filled in at home; at the office the company's wage is corrected and looked at. The workbook
    still has the old one: it was left alone there, so it is left alone here."""
    worker = reading.case(desk, sorted_id).case.applicants[0]
    book = opened(workbooks.exported(desk, sorted_id, "en"))
    sorting.say(desk, sorted_id, [sorting.Saying("monthly_wage", worker.id, "respondent", "3100")])
    reading.case(desk, sorted_id)
    table = book["Applicants"]
    titles = [cell.value for cell in table[1]]
    column = next(at for at, title in enumerate(titles, start=1) if "wage" in str(title).lower())
    table.cell(2, column, 4400)
    workbooks.imported(desk, sorted_id, packed(book))
    assert words(desk, sorted_id)["monthly_wage", worker.name] == ("4400.00", "3100.00")


def test_a_cell_that_was_changed_in_both_is_a_conflict(desk: Desk, sorted_id: UUID) -> None:
    worker = reading.case(desk, sorted_id).case.applicants[0]
    book = opened(workbooks.exported(desk, sorted_id, "en"))
    sorting.say(desk, sorted_id, [sorting.Saying("monthly_wage", worker.id, "applicant", "4500")])
    table = book["Applicants"]
    titles = [cell.value for cell in table[1]]
    column = next(at for at, title in enumerate(titles, start=1) if "wage" in str(title).lower())
    table.cell(2, column, 4400)
    with pytest.raises(Conflicts) as told:
        workbooks.imported(desk, sorted_id, packed(book))
    assert [(one.mine, one.stands) for one in told.value.conflicts] == [("4400.00", "4500.00")]
    workbooks.imported(desk, sorted_id, packed(book), told.value.seen)
    assert words(desk, sorted_id)["monthly_wage", worker.name][0] == "4400.00"


def day_filled(desk: Desk, case_id: UUID, value: str | float | datetime, name: str = "") -> str | None:
    """What the first worker's first day is once a workbook came in with it; a refusal in its words."""
    book = opened(workbooks.exported(desk, case_id, "zh_CN"))
    table = book["申请人陈述"]
    titles = [cell.value for cell in table[1]]
    if name:
        table.cell(2, titles.index("姓名") + 1, name)
    table.cell(2, titles.index("入职（用工）日") + 1).value = value
    try:
        workbooks.imported(desk, case_id, packed(book))
    except WorkbookRefused as refused:
        return str(refused.troubles[0].error)
    first = reading.case(desk, case_id).case.applicants[0].name
    return words(desk, case_id)["employed_from", first][0]


@pytest.mark.parametrize("value", [
    datetime(2024, 9, 1), "2024。9。1", "2024 9 1", "2024/9/1 0:00", "２０２４年９月１日", "9月1日",
    "Sept 1", "2024.9.1"])
def test_a_day_is_read_as_in_every_window(desk: Desk, case_id: UUID, value: str | float | datetime) -> None:
    """Today is 20 January 2025: the last 1 September was in 2024."""
    assert day_filled(desk, case_id, value) == "2024-09-01"


@pytest.mark.parametrize(("value", "says"), [
    (11.1, "four digits"), ("2024-02-30", "no such day"),
    (datetime(2024, 9, 1, 14, 30), "time of day")])
def test_a_cell_that_is_no_plain_day_is_refused_in_words(
        desk: Desk, case_id: UUID, value: str | float | datetime, says: str) -> None:
    """11.1 may have been 11.10 before the spreadsheet took it for a number."""
    assert says in str(day_filled(desk, case_id, value))


def test_a_worker_is_known_by_name_however_it_is_written(desk: Desk, case_id: UUID) -> None:
    first = reading.case(desk, case_id).case.applicants[0].name
    assert day_filled(desk, case_id, "2024-09-01", f"{first[0]}　{first[1:]}\u200b") == "2024-09-01"
