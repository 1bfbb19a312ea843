"""A bag looked into: the first case with something to decide is in front; what would come home is told."""

import pytest
from PySide6.QtWidgets import QApplication

from mediation_desk.gui.frame import LEAST_SIZE
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.gui.pages.office.parted import NAVIGATION
from mediation_desk.library.words import CHINESE, ENGLISH, Words
from tests.day_out import NUMBERS, begun, facts, phone, together
from tests.gui.pages.travel.homecoming.conftest import Going
from tests.gui.pages.travel.homecoming.hands import LAPTOPS
from tests.gui.pages.travel.homecoming.test_part import Sit

BESIDE = 80 + 2 * 24 + NAVIGATION + 24
"""What stands beside the part in the desk's frame: the rail, the page's edges, the names of the parts."""


def test_the_list_and_the_foot_follow_the_choices(going: Going, sit: Sit) -> None:
    road = going(together(facts("园区里"), begun), facts("机构里"))
    hand = sit()
    hand.look(road.bag)
    preview = hand.part.preview

    def states() -> list[str]:
        return sorted(str(preview.model.row(at).state) for at in range(preview.model.rowCount()))  # type: ignore[union-attr]

    assert states() == ["1 to decide", "New"] and hand.view.coming.case_id == road.case_id
    assert preview.foretold.text() == "Coming home now: 1. Waiting: 1."
    hand.choose(LAPTOPS)
    assert states() == ["Decided", "New"]
    assert preview.foretold.text() == "Coming home now: 2. Waiting: 0."


@pytest.mark.parametrize("code", [ENGLISH, CHINESE])
def test_in_the_smallest_window_nothing_of_a_case_is_cut(going: Going, sit: Sit, dressed: QApplication,
                                                         code: str) -> None:
    """The case goes under the list, and every choice can be reached; it stands beside it where both fit."""
    kit_words.install(dressed, Words.of(code))
    road = going(together(facts("园区里"), phone(NUMBERS[0])), together(facts("机构里"), phone(NUMBERS[1])))
    hand = sit()
    hand.look(road.bag)
    preview = hand.part.preview
    hand.qtbot.waitUntil(lambda: preview.area.x() > preview.table.geometry().right())
    hand.page.resize(hand.page.width() - hand.part.width() + LEAST_SIZE[0] - BESIDE, LEAST_SIZE[1])
    hand.qtbot.waitUntil(lambda: preview.area.y() > preview.table.geometry().bottom())
    assert preview.width() <= LEAST_SIZE[0] - BESIDE
    assert hand.view.width() <= preview.area.viewport().width()
