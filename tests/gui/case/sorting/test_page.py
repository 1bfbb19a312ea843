"""A mediator sorts the streamers' case at the screen: types, pastes, presses keys, and reads the figures."""

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import cast
from uuid import UUID

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.demonstration import streamers
from mediation_desk.domain.sorting.statements import State
from mediation_desk.domain.vocabulary import Outcome, Side, Station
from mediation_desk.gui.case.intake.page import IntakePage
from mediation_desk.gui.case.sorting.page import SortingPage
from mediation_desk.gui.kit.clash import ClashPanel
from mediation_desk.gui.kit.tables.grid import Grid, GridModel
from mediation_desk.services import reading
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.papers.told import asked_by_worker
from mediation_desk.services.sorting import sorting
from tests.gui.case import rooms

Opener = Callable[[UUID], rooms.Room]
WAGES = ("4300.00", "3000.00")


@pytest.fixture
def case_id(desk: Desk) -> UUID:
    """The streamers' case, accepted, with its claims; nothing said yet."""
    return next(streamers.walk(desk)).case_id


@pytest.fixture
def sorted_id(desk: Desk) -> UUID:
    """The streamers' case with what both sides say."""
    stops = streamers.walk(desk)
    next(stops)
    return next(stops).case_id


def opened(open_case: Opener, case_id: UUID) -> tuple[rooms.Room, SortingPage]:
    room = open_case(case_id)
    return room, cast(SortingPage, room.go(2))


def figures(page: SortingPage) -> list[str]:
    return [figure.number.text() for figure in page.strip.figures.values()]


def issues(page: SortingPage) -> list[str]:
    return [made.text() for made in page.strip.issues]


def at(grid: Grid, row: str, column: str) -> None:
    """Put the cursor on a cell."""
    model = cast(GridModel, grid.model())
    rows, columns = [one.id for one in model.rows], [one.id for one in model.columns]
    grid.setFocus()
    grid.selectionModel().setCurrentIndex(model.index(rows.index(row), columns.index(column)),
                                          QItemSelectionModel.SelectionFlag.ClearAndSelect)


def cell(grid: Grid, row: str, column: str) -> str:
    model = cast(GridModel, grid.model())
    rows, columns = [one.id for one in model.rows], [one.id for one in model.columns]
    return model.cell(model.index(rows.index(row), columns.index(column))).text


def type_into(room: rooms.Room, grid: Grid, text: str) -> None:
    """Type over the cell the cursor is on, and press Enter."""
    QTest.keyClicks(grid, text[0])
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, text[1:])
    QTest.keyClick(editor, Qt.Key.Key_Return)
    room.settle()


def paste(room: rooms.Room, grid: Grid, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    room.settle()


def choose(room: rooms.Room, page: SortingPage, voice: str) -> None:
    shown = ("applicant", "respondent", "finding", "both")
    room.click(page.elements.voice.buttons[shown.index(voice)])


def words(room: rooms.Room, element: str) -> list[tuple[str | None, str | None]]:
    case = room.case
    entries = {entry.worker_id: entry for entry in case.entries if entry.element == element}
    return [(entries[worker.id].applicant, entries[worker.id].respondent) if worker.id in entries
            else (None, None) for worker in case.applicants]


# -- the story ---------------------------------------------------------------------------------


def test_the_streamers_case_is_sorted_by_hand_and_comes_to_the_storys_figures(
        open_case: Opener, case_id: UUID) -> None:
    """Both sides' words typed and pasted, as a person would, then every figure of the story."""
    room, page = opened(open_case, case_id)
    workers = [str(worker.id) for worker in room.case.applicants]
    elements = page.elements
    at(elements.case_grid, "employment_relationship", "applicant")
    elements.case_cells.edit({(0, 0): "yes", (0, 1): "no"})
    room.settle()
    for voice, wage in (("applicant", "4300"), ("respondent", "3,000.00")):
        choose(room, page, voice)
        at(elements.grid, workers[0], "employed_from")
        starts = "\n".join(["2024-9-1"] * 4 + ["2024年10月1日"])
        paste(room, elements.grid, starts)
        at(elements.grid, workers[0], "employed_until")
        paste(room, elements.grid, "\n".join(["2024.10.31"] * 5))
        at(elements.grid, workers[0], "monthly_wage")
        paste(room, elements.grid, "\n".join([f"{wage}\t2024-10-01\t2024-10-31"] * 5))
        at(elements.grid, workers[0], "written_contract")
        paste(room, elements.grid, "\n".join(["no" if voice == "applicant" else "yes"] * 4))
    assert words(room, "monthly_wage") == [WAGES] * 5
    assert words(room, "unpaid_until") == [("2024-10-31", "2024-10-31")] * 5
    assert figures(page) == ["38,700.00", "15,000.00", "—"]
    assert issues(page) == ["Employment relationship: 4 workers, 17,200.00 yuan",
                            "No written contract: 4 workers, 17,200.00 yuan",
                            "Monthly wage: 5 workers, 11,700.00 yuan"]
    assert room.case.station is Station.SORTING


def test_the_computed_amounts_become_the_claims(open_case: Opener, sorted_id: UUID, desk: Desk) -> None:
    registering.ask_amounts(desk, sorted_id, {})
    room, page = opened(open_case, sorted_id)
    room.click(page.primary)
    assert str(room.case.claimed) == "38,700.00"
    assert [str(asked) for asked in asked_by_worker(room.case).values()] == [
        "8,600.00", "8,600.00", "8,600.00", "8,600.00", "4,300.00"]


def test_counts_of_what_is_agreed_and_disputed_stand_with_word_and_figure(
        open_case: Opener, sorted_id: UUID) -> None:
    _room, page = opened(open_case, sorted_id)
    texts = {state: made.state.text for state, made in page.strip.counts.items()}
    assert texts[State.DISPUTED] == "Disputed 10"  # 5 wages, 4 contracts, 1 relationship
    assert texts[State.AGREED] == "Agreed 18"  # 4 x 4 dates, and worker 5's two of October's pay
    assert texts[State.ONE_SIDED] == "One-sided 0"


# -- typing ------------------------------------------------------------------------------------


def test_a_typed_wage_is_kept_and_moves_the_figures(open_case: Opener, sorted_id: UUID) -> None:
    """One worker's wage from 4,300 to 4,400: 100 of October's pay and 100 of double wage more."""
    room, page = opened(open_case, sorted_id)
    first = str(room.case.applicants[0].id)
    at(page.elements.grid, first, "monthly_wage")
    type_into(room, page.elements.grid, "4400")
    assert words(room, "monthly_wage")[0] == ("4400.00", "3000.00")
    assert cell(page.elements.grid, first, "monthly_wage") == "4,400.00"
    assert figures(page)[0] == "38,900.00"
    room.press(Qt.Key.Key_Z)
    assert words(room, "monthly_wage")[0] == WAGES
    assert figures(page)[0] == "38,700.00"


def test_states_and_amounts_follow_at_once_before_anything_is_saved(
        open_case: Opener, sorted_id: UUID) -> None:
    """The company's wage for one worker comes to the applicants': agreed, and 1,300 more of October."""
    room, page = opened(open_case, sorted_id)
    choose(room, page, "respondent")
    grid, model = page.elements.grid, page.elements.worker_cells
    at(grid, str(room.case.applicants[0].id), "monthly_wage")
    index = grid.currentIndex()
    model.edit({(index.row(), index.column()): "4300"})
    state = model.cell(index).state
    assert state is not None and state.text == "Agreed"
    assert figures(page)[1] == "16,300.00"
    assert page.strip.counts[State.DISPUTED].state.text == "Disputed 9"
    room.settle()
    assert words(room, "monthly_wage")[0] == ("4300.00", "4300.00")
    assert figures(page)[1] == "16,300.00"
    assert issues(page)[2] == "Monthly wage: 4 workers, 9,100.00 yuan"  # 2 x 1,300 less


@pytest.mark.parametrize("worker", [0, 4])
def test_what_is_foreseen_for_one_worker_is_what_the_whole_sorting_finds(
        open_case: Opener, sorted_id: UUID, worker: int) -> None:
    """Worker 5 claims no double wage: what only moves that is not asked of her, foreseen or sorted."""
    room, page = opened(open_case, sorted_id)
    assert page.sight is not None
    saying = sorting.Saying("unpaid_until", room.case.applicants[worker].id, "respondent", "2024-10-15")
    foreseen = page._sitting.foreseen(page.sight, [saying])
    page.sayings.say([saying])
    room.settle()
    assert foreseen is not None and page.sight is not foreseen
    for found in ("cells", "states", "worths", "counts"):
        assert getattr(foreseen.outcome, found) == getattr(page.sight.outcome, found), found


def test_one_bad_cell_of_a_paste_keeps_none_until_it_is_mended(open_case: Opener, case_id: UUID) -> None:
    room, page = opened(open_case, case_id)
    workers = [str(worker.id) for worker in room.case.applicants]
    grid = page.elements.grid
    at(grid, workers[0], "monthly_wage")
    paste(room, grid, "4300\nfour thousand\n4300\n4300\n4300")
    assert words(room, "monthly_wage") == [(None, None)] * 5
    model = page.elements.worker_cells
    column = [one.id for one in model.columns].index("monthly_wage")
    troubles = [model.cell(model.index(row, column)).trouble for row in range(5)]
    assert [bool(trouble) for trouble in troubles] == [False, True, False, False, False]
    assert "four thousand" in troubles[1]
    assert page.bar.isVisible() and "none of the 5 cells" in page.bar.words.text()
    at(grid, workers[1], "monthly_wage")
    type_into(room, grid, "4300")
    assert words(room, "monthly_wage") == [("4300.00", None)] * 5
    assert not any(model.cell(model.index(row, column)).trouble for row in range(5))
    assert not page.bar.isVisible()  # what it spoke of is mended


def test_what_could_not_be_saved_can_be_let_go_of(open_case: Opener, sorted_id: UUID) -> None:
    room, page = opened(open_case, sorted_id)
    first = str(room.case.applicants[0].id)
    at(page.elements.grid, first, "monthly_wage")
    type_into(room, page.elements.grid, "much")
    assert cell(page.elements.grid, first, "monthly_wage") == "much"
    at(page.elements.grid, first, "monthly_wage")
    assert "much" in page.elements.details.fields["applicant"].line.error()
    room.click(page.bar.action)
    assert cell(page.elements.grid, first, "monthly_wage") == "4,300.00"
    assert words(room, "monthly_wage")[0] == WAGES


def test_fill_down_says_the_same_for_everybody_below(open_case: Opener, case_id: UUID) -> None:
    room, page = opened(open_case, case_id)
    workers = [str(worker.id) for worker in room.case.applicants]
    grid = page.elements.grid
    at(grid, workers[0], "monthly_wage")
    type_into(room, grid, "4300")
    column = [one.id for one in page.elements.worker_cells.columns].index("monthly_wage")
    for row in range(5):
        grid.selectionModel().select(page.elements.worker_cells.index(row, column),
                                     grid.selectionModel().SelectionFlag.Select)
    QTest.keyClick(grid, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    room.settle()
    assert words(room, "monthly_wage") == [("4300.00", None)] * 5


def test_a_choice_is_picked_from_words(open_case: Opener, case_id: UUID) -> None:
    _room, page = opened(open_case, case_id)
    column = next(one for one in page.elements.worker_cells.columns if one.id == "written_contract")
    assert column.choices == ("Yes", "No", "denied")


# -- admitting and denying ---------------------------------------------------------------------


def test_f8_lets_the_company_admit_all_that_is_selected(open_case: Opener, sorted_id: UUID) -> None:
    room, page = opened(open_case, sorted_id)
    choose(room, page, "respondent")
    grid = page.elements.grid
    column = [one.id for one in page.elements.worker_cells.columns].index("monthly_wage")
    at(grid, str(room.case.applicants[0].id), "monthly_wage")
    for row in range(5):
        grid.selectionModel().select(page.elements.worker_cells.index(row, column),
                                     grid.selectionModel().SelectionFlag.Select)
    QTest.keyClick(grid, Qt.Key.Key_F8)
    room.settle()
    assert words(room, "monthly_wage") == [("4300.00", "✓4300.00")] * 5
    assert figures(page)[1] == "21,500.00"  # October's pay at 4,300, still no double wage
    assert page.strip.counts[State.AGREED].state.text == "Agreed 23"


def test_f9_in_the_cases_grid_denies_in_that_sides_column(open_case: Opener, case_id: UUID) -> None:
    room, page = opened(open_case, case_id)
    page.elements.case_cells.edit({(0, 0): "yes"})
    room.settle()
    at(page.elements.case_grid, "employment_relationship", "respondent")
    QTest.keyClick(page.elements.case_grid, Qt.Key.Key_F9)
    room.settle()
    entry = next(entry for entry in room.case.entries if entry.element == "employment_relationship")
    assert (entry.applicant, entry.respondent) == ("yes", "✗")
    assert cell(page.elements.case_grid, "employment_relationship", "state") == "Disputed"


def test_admitting_what_nobody_said_is_refused_in_words(open_case: Opener, case_id: UUID) -> None:
    room, page = opened(open_case, case_id)
    at(page.elements.grid, str(room.case.applicants[0].id), "monthly_wage")
    QTest.keyClick(page.elements.grid, Qt.Key.Key_F8)
    room.settle()
    assert "has not said anything" in page.bar.words.text()
    assert room.case.entries == []


def test_while_the_company_is_silent_its_figure_says_so(open_case: Opener, case_id: UUID) -> None:
    room, page = opened(open_case, case_id)
    worker = str(room.case.applicants[4].id)
    for element, said in (("monthly_wage", "4300"), ("unpaid_from", "2024-10-01"),
                          ("unpaid_until", "2024-10-31")):
        at(page.elements.grid, worker, element)
        type_into(room, page.elements.grid, said)
    assert figures(page)[1] == "Not stated yet"
    page.tabs.setCurrentWidget(page.amounts)
    model = page.amounts.rows
    keys = [column.key for column in model.columns]
    row = next(at for at in range(model.rowCount()) if model.index(at, 0).data() == "白玛措")
    shown = [model.index(row, keys.index(name)).data() for name in ("applicant", "respondent", "found")]
    assert shown == ["4,300.00", "Not stated yet", ""]
    page.tabs.setCurrentWidget(page.ahead)
    room.settle()
    assert page.ahead.worst.number.text() == "Not stated yet"


# -- details -----------------------------------------------------------------------------------


def test_the_details_tell_who_must_prove_what_and_take_a_finding(open_case: Opener, sorted_id: UUID) -> None:
    """Found 4,300 and no contract and employment: the claims on the findings are the applicants'."""
    room, page = opened(open_case, sorted_id)
    details = page.elements.details
    for worker in room.case.applicants:
        at(page.elements.grid, str(worker.id), "monthly_wage")
        assert details.burden.text() == "To be proved by: Respondents"
        assert details.stake.text() == "Monthly wage: 5 workers, 11,700.00 yuan"
        room.type(details.fields["finding"].line, "4300")
        room.type(details.fields["evidence"].area, "银行流水")
    entry = next(entry for entry in room.case.entries if entry.element == "monthly_wage")
    assert (entry.finding, entry.evidence) == ("4300.00", "银行流水")
    choose(room, page, "finding")
    at(page.elements.grid, str(room.case.applicants[0].id), "written_contract")
    paste(room, page.elements.grid, "No\nNo\nNo\nNo")
    page.elements.case_cells.edit({(0, 3): "yes"})
    room.settle()
    assert figures(page)[2] == "38,700.00"


def test_a_bad_word_in_the_details_is_said_beside_its_field(open_case: Opener, sorted_id: UUID) -> None:
    room, page = opened(open_case, sorted_id)
    at(page.elements.grid, str(room.case.applicants[0].id), "monthly_wage")
    field = page.elements.details.fields["respondent"].line
    room.type(field, "hardly any")
    assert "hardly any" in field.error()
    room.type(field, "2900")
    assert field.error() == ""
    assert words(room, "monthly_wage")[0] == ("4300.00", "2900.00")


def test_an_issue_leads_to_its_element(open_case: Opener, sorted_id: UUID) -> None:
    room, page = opened(open_case, sorted_id)
    page.tabs.setCurrentWidget(page.amounts)
    room.click(page.strip.issues[2])
    assert page.tabs.currentWidget() is page.elements
    assert page.elements.details.place == ("monthly_wage", room.case.applicants[0].id)
    room.click(page.strip.issues[0])
    place: tuple[str, UUID | None] | None = page.elements.details.place
    assert place == ("employment_relationship", None)


def test_only_the_disputed_rows_and_columns_stay_in_sight(open_case: Opener, sorted_id: UUID) -> None:
    room, page = opened(open_case, sorted_id)
    room.choose(page.elements.in_sight, 1)
    model, grid = page.elements.worker_cells, page.elements.grid
    shown = [one.id for column, one in enumerate(model.columns) if not grid.isColumnHidden(column)]
    assert shown == ["written_contract", "monthly_wage"]
    room.choose(page.elements.in_sight, 2)
    assert not any(grid.isColumnHidden(column) for column in range(len(model.columns)))
    whole = page.elements.case_cells.rows
    assert not any(page.elements.case_grid.isRowHidden(row) for row in range(len(whole)))


def test_what_does_not_apply_is_folded_away(open_case: Opener, sorted_id: UUID) -> None:
    """No rest day is asked of who claims unpaid wages and double wage."""
    room, page = opened(open_case, sorted_id)
    elements = page.elements
    assert elements.sight is not None
    cells = elements.sight.outcome.cells
    for row, element in enumerate(elements.case_cells.rows):
        idle = cells[element.id, None].state is State.NOT_APPLICABLE
        assert elements.case_grid.isRowHidden(row) == idle
    for at, column in enumerate(elements.worker_cells.columns):
        states = {cells[column.id, worker.id].state for worker in room.case.applicants}
        assert elements.grid.isColumnHidden(at) == (states == {State.NOT_APPLICABLE})
    assert any(elements.grid.isColumnHidden(at) for at in range(len(elements.worker_cells.columns)))


def test_finding_goes_round_cells_workers_and_elements(open_case: Opener, sorted_id: UUID) -> None:
    room, page = opened(open_case, sorted_id)
    assert page.find_text("白玛措")
    assert page.elements.details.place is not None
    assert page.elements.details.place[1] == room.case.applicants[4].id
    assert page.find_text("monthly wage")
    assert page.elements.details.place[0] == "monthly_wage"
    assert not page.find_text("nowhere to be found")


# -- the other sub-pages -----------------------------------------------------------------------


def test_calculations_show_steps_articles_and_why_nothing_is_due(
        open_case: Opener, sorted_id: UUID) -> None:
    room, page = opened(open_case, sorted_id)
    page.tabs.setCurrentWidget(page.amounts)
    room.settle()
    amounts = page.amounts
    rows = [amounts.rows.row(row) for row in range(amounts.rows.rowCount())]
    assert len(rows) == 9
    place = next(row for row, one in enumerate(rows) if one and one.claim.claim == "double_wage")
    amounts.table.choose_row(place)
    room.settle()
    texts = said(amounts)
    assert amounts.total.text() == "4,300.00 yuan"
    assert any("4300.00 × 1  =  4300.00 yuan" in text for text in texts)
    assert any("Labour Contract Law, art. 82" in text for text in texts)
    room.click(amounts.version.buttons[1])
    assert amounts.total.text() == "0.00 yuan"
    room.click(amounts.version.buttons[2])
    assert amounts.total.text() == "—"
    room.settle()
    assert any(text.startswith("Still open:") for text in said(amounts))


def said(widget: QWidget) -> list[str]:
    return [made.text() for made in widget.findChildren(QLabel) if made.isVisibleTo(widget)]


def test_the_issues_and_what_is_to_be_verified_stand_in_order(open_case: Opener, sorted_id: UUID) -> None:
    room, page = opened(open_case, sorted_id)
    page.tabs.setCurrentWidget(page.issues)
    room.settle()
    rows = [page.issues.issues.row(row) for row in range(page.issues.issues.rowCount())]
    assert [str(row.stake) for row in rows if row] == ["17,200.00", "17,200.00", "11,700.00"]
    matters = [page.issues.matters.row(row) for row in range(page.issues.matters.rowCount())]
    assert {row.element for row in matters if row} == {
        "employment_relationship", "written_contract", "monthly_wage"}


def test_the_outlook_is_seen_from_one_side_at_a_time(open_case: Opener, sorted_id: UUID) -> None:
    room, page = opened(open_case, sorted_id)
    page.tabs.setCurrentWidget(page.ahead)
    room.settle()
    ahead = page.ahead
    assert (ahead.best.number.text(), ahead.worst.number.text()) == ("38,700.00", "15,000.00")
    limits = [one[3] for one in map(ahead.claims.row, range(2)) if one]
    assert limits == ["2025-11-25 (365 days left)"] * 2  # one year from the application of 2024-11-25
    room.click(ahead.side.buttons[1])
    assert ahead.side_shown is Side.RESPONDENT
    assert (ahead.best.number.text(), ahead.worst.number.text()) == ("15,000.00", "38,700.00")
    assert {one[0] for one in map(ahead.own.row, range(ahead.own.rowCount())) if one} == {
        "A written labour contract was made", "Monthly wage"}


# -- workbooks ---------------------------------------------------------------------------------


def test_the_grid_goes_to_a_workbook_and_comes_back_filled_in(
        open_case: Opener, case_id: UUID, tmp_path: Path) -> None:
    room, page = opened(open_case, case_id)
    path = tmp_path / "elements.xlsx"
    page.export_to(path)
    room.settle()
    book = load_workbook(path)
    table = book["Applicants"]
    wage = [made.value for made in table[1]].index("Monthly wage") + 1
    for row in range(2, 7):
        table.cell(row, wage, 4300)
    book.save(path)
    page.import_from(path)
    room.settle()
    assert words(room, "monthly_wage") == [("4300.00", None)] * 5
    assert cell(page.elements.grid, str(room.case.applicants[4].id), "monthly_wage") == "4,300.00"


def test_a_table_of_a_workbook_that_was_not_read_is_named(
        open_case: Opener, case_id: UUID, tmp_path: Path) -> None:
    room, page = opened(open_case, case_id)
    path = tmp_path / "elements.xlsx"
    page.export_to(path)
    room.settle()
    book = load_workbook(path)
    table = book["Applicants"]
    begun = next(head.column for head in table[1] if head.value == "First day of work")
    table.cell(2, begun, "2024-09-01")
    book.create_sheet("草稿")["A1"] = "4300"
    book.save(path)
    page.import_from(path)
    room.settle()
    assert page.bar.words.text() == ("The workbook was taken in. These tables of it belong to no grid and "
                                     "were not read: 草稿")


def test_errors_of_a_workbook_are_listed_by_row_and_nothing_is_imported(
        open_case: Opener, case_id: UUID, tmp_path: Path) -> None:
    room, page = opened(open_case, case_id)
    path = tmp_path / "elements.xlsx"
    page.export_to(path)
    room.settle()
    book = load_workbook(io.BytesIO(path.read_bytes()))
    table = book["Applicants"]
    wage = [made.value for made in table[1]].index("Monthly wage") + 1
    table.cell(2, wage, 4300)
    table.cell(3, wage, "plenty")
    table.cell(5, wage, "some")
    book.save(path)
    page.import_from(path)
    room.settle()
    told = page.bar.words.text().splitlines()
    assert told[0] == "Nothing was imported; 2 errors:"
    assert [line.split(": ")[0] for line in told[1:]] == [
        "Applicants, row 3, Monthly wage", "Applicants, row 5, Monthly wage"]
    assert room.case.entries == []


# -- before and after --------------------------------------------------------------------------


def test_a_case_not_accepted_says_so_and_leads_back(room: rooms.Room) -> None:
    page = cast(SortingPage, room.go(2))
    assert page.front.currentWidget() is page.not_accepted
    room.click(page.not_accepted.action)
    assert isinstance(room.window.page_in_front(), IntakePage)


def test_a_case_without_claims_says_so(desk: Desk, open_case: Opener, case_id: UUID) -> None:
    case = reading.case(desk, case_id).case
    registering.set_claims(desk, case_id, {worker.id: () for worker in case.applicants})
    _room, page = opened(open_case, case_id)
    assert page.front.currentWidget() is page.no_claims


def test_a_case_that_is_over_is_only_shown(desk: Desk, open_case: Opener, sorted_id: UUID) -> None:
    closing.close(desk, sorted_id, date(2024, 11, 25), Outcome.WITHDRAWN, "撤回申请")
    room, page = opened(open_case, sorted_id)
    assert figures(page)[0] == "38,700.00"
    before = words(room, "monthly_wage")
    at(page.elements.grid, str(room.case.applicants[0].id), "monthly_wage")
    paste(room, page.elements.grid, "1\n2\n3")
    QTest.keyClick(page.elements.grid, Qt.Key.Key_F8)
    room.settle()
    assert words(room, "monthly_wage") == before
    assert not page.primary.isEnabled()


def test_print_shows_the_paper_of_the_sub_page_in_front(open_case: Opener, sorted_id: UUID) -> None:
    room, page = opened(open_case, sorted_id)
    for pane, title in ((page.issues, "争议焦点"), (page.amounts, "核算")):
        page.tabs.setCurrentWidget(pane)
        page.print_pdf()
        room.settle()
        assert page.papers.pane_open and page.area.isHidden()
        assert title in page.papers.pane.title.text()
        assert page.papers.pane.paper.pages >= 1
        room.click(page.papers.pane.back)
        assert page.main.isVisible() and page.primary.isVisible()


def test_what_was_just_typed_stands_in_the_paper_of_that_worker(
        open_case: Opener, sorted_id: UUID, qtbot: QtBot) -> None:
    room, page = opened(open_case, sorted_id)
    at(page.elements.grid, str(room.case.applicants[0].id), "monthly_wage")
    room.begin(page.elements.details.fields["finding"].line, "3911")
    offered(page)["Element sheet of 马晓岚"].trigger()
    room.settle()
    assert page.papers.pane_open
    assert next(entry for entry in room.case.entries if entry.finding).finding == "3911.00"
    page.papers.pane.paper.line.setText("911.00")
    qtbot.waitUntil(lambda: page.papers.pane.paper.hit_count() == 1)


def offered(page: SortingPage) -> dict[str, QAction]:
    """The menu of papers as it opens."""
    menu = page.papers.menu()
    assert menu is not None
    menu.aboutToShow.emit()
    return {act.text(): act for act in menu.actions()}


def test_the_station_offers_its_papers_the_calculation_whole_and_for_each_side(
        open_case: Opener, sorted_id: UUID) -> None:
    _room, page = opened(open_case, sorted_id)
    acts = offered(page)
    assert list(acts)[:2] == ["Record of agreed facts and issues in dispute", "Element sheet"]
    assert {"Calculation sheet", "Assessment of the relationship", "Outlook on arbitration"} <= set(acts)
    sides = {name: [one.text() for one in cast(QMenu, acts[name].menu()).actions()]
             for name in ("Calculation sheet", "Outlook on arbitration")}
    assert sides == {"Calculation sheet": ["Whole case", "Applicants", "Respondents"],
                     "Outlook on arbitration": ["Applicants", "Respondents"]}


def test_another_desks_statement_appears(desk: Desk, open_case: Opener, sorted_id: UUID) -> None:
    room, page = opened(open_case, sorted_id)
    worker = room.case.applicants[0].id
    changes = sorting.say(desk, sorted_id, [sorting.Saying("monthly_wage", worker, "respondent", "4300")])
    room.window.on_changed(changes)
    room.settle()
    assert figures(page)[1] == "16,300.00"


def test_a_colleagues_word_stays_and_is_told_beside_ones_own(open_case: Opener, case_id: UUID) -> None:
    """A colleague writes a wage while the page is open: the own word waits until the person has chosen,
    whatever is typed elsewhere meanwhile."""
    room, page = opened(open_case, case_id)
    worker = room.case.applicants[0].id
    sorting.say(room.desk, case_id, [sorting.Saying("monthly_wage", worker, "applicant", "4300")])
    at(page.elements.grid, str(worker), "monthly_wage")
    type_into(room, page.elements.grid, "4200")
    (panel,) = page.main.findChildren(ClashPanel)
    assert {"4,300.00", "4,200.00"} <= {one.text() for one in panel.findChildren(QLabel)}
    type_into(room, page.elements.grid, "4100")  # the next worker's
    assert words(room, "monthly_wage")[:2] == [("4300.00", None), ("4100.00", None)]
    room.click(panel.mine)
    assert words(room, "monthly_wage")[0] == ("4200.00", None)


def test_a_colleagues_word_can_stand(open_case: Opener, case_id: UUID) -> None:
    room, page = opened(open_case, case_id)
    worker = room.case.applicants[0].id
    sorting.say(room.desk, case_id, [sorting.Saying("monthly_wage", worker, "applicant", "4300")])
    at(page.elements.grid, str(worker), "monthly_wage")
    type_into(room, page.elements.grid, "4200")
    (panel,) = page.main.findChildren(ClashPanel)
    room.click(panel.theirs)
    model = page.elements.worker_cells
    assert model.cell(model.index(0, column_of(page, "monthly_wage"))).text == "4,300.00"
    assert page.sayings.unsaved == {} and words(room, "monthly_wage")[0] == ("4300.00", None)


def column_of(page: SortingPage, element: str) -> int:
    return [column.id for column in page.elements.worker_cells.columns].index(element)
