"""Whose words the grid shows, and which elements are in sight."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication

from mediation_desk.domain.people import Party
from mediation_desk.domain.sorting.statements import State
from mediation_desk.domain.vocabulary import Role
from mediation_desk.gui.case.sorting.cells import Speaker
from mediation_desk.gui.case.sorting.tools import GridTools
from tests.gui.case.conftest import Opener
from tests.gui.case.sorting.hands import opened


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


@pytest.fixture
def tools(dressed: QApplication) -> Iterator[GridTools]:
    made = GridTools()
    yield made
    made.deleteLater()


def firms(*names: str) -> list[Party]:
    return [Party(id=UUID(int=at), case_id=UUID(int=99), role=Role.RESPONDENT, name=name, position=at)
            for at, name in enumerate(names, start=1)]


def test_each_respondent_can_be_looked_at_alone_where_there_are_several(tools: GridTools) -> None:
    asked: list[int] = []
    tools.speaker_chosen.connect(lambda: asked.append(1))
    tools.show_respondents(firms("平台公司", "配送站"))
    assert tools.whose.isHidden()  # the applicants speak
    tools.voice.buttons[1].click()
    assert not tools.whose.isHidden() and tools.speaker == Speaker("respondent", None)
    combo = tools.whose.combo
    assert [combo.itemText(at) for at in range(combo.count())] == ["All respondents", "平台公司", "配送站"]
    combo.setCurrentIndex(2)
    combo.activated.emit(2)
    assert tools.speaker == Speaker("respondent", UUID(int=2)) and asked == [1, 1]
    tools.voice.buttons[2].click()
    assert tools.whose.isHidden() and tools.speaker == Speaker("finding", None)


def test_whose_words_are_shown_stays_when_the_case_is_read_anew_and_goes_with_the_respondent(
        tools: GridTools) -> None:
    both = firms("平台公司", "配送站")
    tools.voice.buttons[1].click()
    tools.show_respondents(both)
    tools.whose.combo.setCurrentIndex(2)
    tools.whose.combo.activated.emit(2)
    tools.show_respondents(both)
    assert tools.speaker.party == UUID(int=2)
    tools.show_respondents([])
    assert tools.whose.isHidden() and tools.speaker == Speaker("respondent", None)


def test_side_by_side_it_is_the_applicants_word_that_is_typed(tools: GridTools) -> None:
    typed = {}
    for at in (3, 1, 2, 0):
        tools.voice.buttons[at].click()
        typed[tools.speaker.shown] = tools.voice_shown
    assert typed == {"both": "applicant", "respondent": "respondent", "finding": "finding",
                     "applicant": "applicant"}
