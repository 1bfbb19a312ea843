"""Home over the network: the same bag, for a moment, in the person's own folder."""

from __future__ import annotations

import stat

from mediation_desk.services import editing
from mediation_desk.services.editing import Edit
from mediation_desk.services.travel import direct, homecoming
from tests.services.papers_desk import case_of
from tests.services.travel.roads import Road


def test_a_laptop_back_on_the_network_brings_home_what_it_did(accepted_road: Road) -> None:
    road = accepted_road
    editing.save(road.laptop(), road.case_id, [Edit("case", road.case_id, "cause", "", "欠薪")])
    with direct.packed(road.laptop()) as path:
        assert "欠薪".encode() not in path.read_bytes()
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        homecoming.bring_home(road.desk, path)
    assert not path.exists()
    assert case_of(road.desk, road.case_id).cause == "欠薪"
    road.assert_whole()
