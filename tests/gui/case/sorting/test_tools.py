"""Whose words the grid shows, and which elements are in sight."""

from uuid import UUID

from mediation_desk.domain.sorting.statements import State
from tests.gui.case.conftest import Opener
from tests.gui.case.sorting.hands import (
    opened,
)


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
