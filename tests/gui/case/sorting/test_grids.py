"""The two grids of sorting: which elements are in sight, where the cursor goes, and what is selected."""

from uuid import UUID

from PySide6.QtWidgets import QAbstractItemView

from mediation_desk.domain.sorting.statements import State
from tests.gui.case.conftest import Opener
from tests.gui.case.sorting.hands import at, opened


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
    for place, column in enumerate(elements.worker_cells.columns):
        states = {cells[column.id, worker.id].state for worker in room.case.applicants}
        assert elements.grid.isColumnHidden(place) == (states == {State.NOT_APPLICABLE})
    assert any(elements.grid.isColumnHidden(place) for place in range(len(elements.worker_cells.columns)))


def test_finding_goes_round_cells_workers_and_elements(open_case: Opener, sorted_id: UUID) -> None:
    room, page = opened(open_case, sorted_id)
    assert page.find_text("白玛措")
    assert page.elements.details.place is not None
    assert page.elements.details.place[1] == room.case.applicants[4].id
    assert page.find_text("monthly wage")
    assert page.elements.details.place[0] == "monthly_wage"
    assert not page.find_text("nowhere to be found")


def test_the_places_that_are_selected_go_with_whose_words_stand_there(open_case: Opener, sorted_id: UUID
                                                                      ) -> None:
    room, page = opened(open_case, sorted_id)
    grids, first, second = page.elements.grids, *(worker.id for worker in room.case.applicants[:2])
    at(grids.worker_grid, str(first), "monthly_wage")
    assert grids.selected() == ([("monthly_wage", first)], "applicant", None)
    column = [one.id for one in grids.worker_cells.columns].index("monthly_wage")
    grids.worker_grid.selectionModel().select(grids.worker_cells.index(1, column),
                                              grids.worker_grid.selectionModel().SelectionFlag.Select)
    assert grids.selected()[0] == [("monthly_wage", first), ("monthly_wage", second)]
    at(grids.case_grid, "employment_relationship", "respondent")
    assert grids.selected() == ([("employment_relationship", None)], "respondent", None)


def test_the_cursor_is_told_where_it_comes_and_where_it_is_led_though_it_stood_there(
        open_case: Opener, sorted_id: UUID) -> None:
    room, page = opened(open_case, sorted_id)
    grids, told = page.elements.grids, list[object]()
    grids.moved.connect(told.append)
    assert page.elements.sight is not None
    for _twice in range(2):
        grids.go_to("employment_relationship", page.elements.sight)
    assert told[-2:] == [("employment_relationship", None)] * 2 and grids.case_grid.hasFocus()
    grids.go_to("monthly_wage", page.elements.sight)
    assert told[-1] == ("monthly_wage", room.case.applicants[0].id) and grids.worker_grid.hasFocus()


def test_nothing_is_typed_into_grids_that_are_only_read(open_case: Opener, sorted_id: UUID) -> None:
    _room, page = opened(open_case, sorted_id)
    grids = page.elements.grids
    grids.set_read_only(True)
    for grid, cells in ((grids.case_grid, grids.case_cells), (grids.worker_grid, grids.worker_cells)):
        assert cells.locked and grid.editTriggers() == QAbstractItemView.EditTrigger.NoEditTriggers
    assert not grids.is_typed_in
    grids.set_read_only(False)
    assert not grids.worker_cells.locked
