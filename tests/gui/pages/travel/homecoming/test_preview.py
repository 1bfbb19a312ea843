"""A bag looked into: the first case with something to decide is in front; what would come home is told."""

from tests.day_out import begun, facts, together
from tests.gui.pages.travel.homecoming.conftest import Going
from tests.gui.pages.travel.homecoming.hands import LAPTOPS
from tests.gui.pages.travel.homecoming.test_part import Sit


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
