"""The issues in dispute by their worth, and what must still be verified."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mediation_desk.services.desk import Desk
from mediation_desk.services.sorting.sorting import Saying
from tests.gui.case.conftest import Opener
from tests.gui.case.sorting.hands import opened


def test_the_issues_and_what_is_to_be_verified_stand_in_order(open_case: Opener, sorted_id: UUID) -> None:
    room, page = opened(open_case, sorted_id)
    page.tabs.setCurrentWidget(page.issues)
    room.settle()
    rows = [page.issues.issues.row(row) for row in range(page.issues.issues.rowCount())]
    assert [str(row.stake) for row in rows if row] == ["17,200.00", "17,200.00", "11,700.00"]
    matters = [page.issues.matters.row(row) for row in range(page.issues.matters.rowCount())]
    assert {row.element for row in matters if row} == {
        "employment_relationship", "written_contract", "monthly_wage"}


def test_how_many_it_is_about_and_which_claims_it_moves(open_case: Opener, sorted_id: UUID) -> None:
    """The relationship and the contract concern four of five and the double wage alone; the wage all of them
    and both claims."""
    room, page = opened(open_case, sorted_id)
    page.tabs.setCurrentWidget(page.issues)
    room.settle()
    rows = [page.issues.issues.row(at) for at in range(3)]
    assert [row.workers for row in rows if row] == ["4 of 5", "4 of 5", "All 5"]
    moved = [set(row.claims.split("; ")) for row in rows if row]
    assert len(moved[2]) == 2 and moved[0] == moved[1] < moved[2]


def test_a_press_on_a_line_leads_to_its_element(open_case: Opener, sorted_id: UUID) -> None:
    room, page = opened(open_case, sorted_id)
    page.tabs.setCurrentWidget(page.issues)
    room.settle()
    wanted: list[str] = []
    page.issues.issue_wanted.connect(wanted.append)
    for table, at in ((page.issues.issue_table, 2), (page.issues.matter_table, 0)):
        table.choose_row(at)
        table.setFocus()
        QTest.keyClick(table, Qt.Key.Key_Return)
        room.settle()
        page.tabs.setCurrentWidget(page.issues)
        room.settle()
    first = page.issues.matters.row(0)
    assert first is not None and wanted == ["monthly_wage", first.element]


def test_what_is_agreed_since_is_no_longer_to_be_verified(desk: Desk, open_case: Opener,
                                                         sorted_id: UUID) -> None:
    room, page = opened(open_case, sorted_id)
    page.tabs.setCurrentWidget(page.issues)
    page.sayings.say([Saying("written_contract", worker.id, "respondent", "no")
                      for worker in room.case.applicants[:4]])
    room.settle()
    model = page.issues.matters
    left = {row.element for at in range(model.rowCount()) if (row := model.row(at)) is not None}
    assert left == {"employment_relationship", "monthly_wage"} and page.issues.issues.rowCount() == 2
