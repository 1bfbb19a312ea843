"""The cells of the grids, and back from what was typed in them."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.case.conftest import Opener
from tests.gui.case.sorting.hands import (
    at,
    cell,
    opened,
)


def test_a_choice_is_picked_from_words(open_case: Opener, case_id: UUID) -> None:
    _room, page = opened(open_case, case_id)
    column = next(one for one in page.elements.worker_cells.columns if one.id == "written_contract")
    assert column.choices == ("Yes", "No", "denied")


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
