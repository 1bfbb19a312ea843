"""Packing for home: as often as wanted, whole or not at all, and only on a laptop."""

from __future__ import annotations

import pytest

from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing
from mediation_desk.services.editing import Edit
from mediation_desk.services.travel import returning
from tests.services.travel.roads import Road, begun


def test_what_was_done_is_counted(accepted_road: Road) -> None:
    road = accepted_road
    assert (lambda made: (made.changed, made.still))(
        returning.pack(road.laptop(), road.folder / "none.mdbag")) == (0, 1)
    editing.save(road.laptop(), road.case_id, [Edit("case", road.case_id, "cause", "", "欠薪")])
    begun(road.laptop())
    made = returning.pack(road.laptop(), road.folder / "two.mdbag")
    assert (made.changed, made.still, made.files) == (2, 0, 0)
    road.assert_whole()


def test_the_office_has_nothing_to_bring_home(accepted_road: Road) -> None:
    with pytest.raises(DeskError, match="office itself"):
        returning.pack(accepted_road.desk, accepted_road.folder / "x.mdbag")


def test_where_it_cannot_be_written_nothing_is_left(accepted_road: Road) -> None:
    road = accepted_road
    with pytest.raises(DeskError):
        returning.pack(road.laptop(), road.folder / "gone" / "x.mdbag")
    assert not (road.folder / "gone").exists()
    road.assert_whole()
