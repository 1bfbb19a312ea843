"""What is said in the grids is kept whole, or stays in sight until it can be read."""

from uuid import UUID

from PySide6.QtWidgets import QLabel

from mediation_desk.gui.case.sorting.page import SortingPage
from mediation_desk.gui.kit.clash import ClashPanel
from mediation_desk.services.sorting import sorting
from tests.gui.case.conftest import Opener
from tests.gui.case.sorting.hands import WAGES, at, cell, opened, paste, type_into, words


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
