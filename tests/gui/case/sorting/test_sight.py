"""What the sorting page shows: read whole, and foreseen while it is being saved."""

from uuid import UUID

import pytest

from mediation_desk.domain.sorting.statements import State
from mediation_desk.services.sorting import sorting
from tests.gui.case.conftest import Opener
from tests.gui.case.sorting.hands import (
    at,
    choose,
    figures,
    issues,
    opened,
    words,
)


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
