"""A mediator sorts the streamers' case at the screen: types, pastes, presses keys, and reads the figures."""

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import cast
from uuid import UUID

from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from mediation_desk.domain.sorting.statements import State
from mediation_desk.domain.vocabulary import Outcome, Station
from mediation_desk.gui.case.intake.page import IntakePage
from mediation_desk.gui.case.sorting.page import SortingPage
from mediation_desk.services import reading
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.sorting import sorting
from tests.gui.case import rooms
from tests.gui.case.sorting.hands import (
    WAGES,
    at,
    cell,
    choose,
    figures,
    issues,
    opened,
    paste,
    type_into,
    words,
)

Opener = Callable[[UUID], rooms.Room]
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


def test_admitting_what_nobody_said_is_refused_in_words(open_case: Opener, case_id: UUID) -> None:
    room, page = opened(open_case, case_id)
    at(page.elements.grid, str(room.case.applicants[0].id), "monthly_wage")
    QTest.keyClick(page.elements.grid, Qt.Key.Key_F8)
    room.settle()
    assert "has not said anything" in page.bar.words.text()
    assert room.case.entries == []


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


def test_another_desks_statement_appears(desk: Desk, open_case: Opener, sorted_id: UUID) -> None:
    room, page = opened(open_case, sorted_id)
    worker = room.case.applicants[0].id
    changes = sorting.say(desk, sorted_id, [sorting.Saying("monthly_wage", worker, "respondent", "4300")])
    room.window.on_changed(changes)
    room.settle()
    assert figures(page)[1] == "16,300.00"


# -- papers ------------------------------------------------------------------------------------


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
    assert list(acts)[:2] == ["Element sheet", "Record of agreed facts and issues in dispute"]  # as filed
    assert {"Calculation sheet", "Assessment of the relationship", "Outlook on arbitration"} <= set(acts)
    sides = {name: [one.text() for one in cast(QMenu, acts[name].menu()).actions()]
             for name in ("Calculation sheet", "Outlook on arbitration")}
    assert sides == {"Calculation sheet": ["Whole case", "Applicants", "Respondents"],
                     "Outlook on arbitration": ["Applicants", "Respondents"]}
