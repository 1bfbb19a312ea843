"""The places of the rail by name."""

from mediation_desk.gui.desk.places import PARTED, LaidDown
from mediation_desk.gui.desk_frame import RAIL


def test_every_page_of_several_parts_stands_on_the_rail() -> None:
    assert set(PARTED) <= {page.key for page in RAIL}


def test_who_lays_nothing_down_comes_back_to_nothing() -> None:
    assert LaidDown() == LaidDown(place="", front="", cases=())
