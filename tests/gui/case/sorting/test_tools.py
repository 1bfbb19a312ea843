"""Whose words the grid shows."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication

from mediation_desk.domain.people import Party
from mediation_desk.domain.vocabulary import Role
from mediation_desk.gui.case.sorting.cells import Speaker
from mediation_desk.gui.case.sorting.tools import GridTools


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
