"""The issues in dispute by their worth, and what must still be verified."""

from uuid import UUID

from tests.gui.case.conftest import Opener
from tests.gui.case.sorting.hands import (
    opened,
)


def test_the_issues_and_what_is_to_be_verified_stand_in_order(open_case: Opener, sorted_id: UUID) -> None:
    room, page = opened(open_case, sorted_id)
    page.tabs.setCurrentWidget(page.issues)
    room.settle()
    rows = [page.issues.issues.row(row) for row in range(page.issues.issues.rowCount())]
    assert [str(row.stake) for row in rows if row] == ["17,200.00", "17,200.00", "11,700.00"]
    matters = [page.issues.matters.row(row) for row in range(page.issues.matters.rowCount())]
    assert {row.element for row in matters if row} == {
        "employment_relationship", "written_contract", "monthly_wage"}
