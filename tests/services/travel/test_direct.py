"""Home without a stick: the travel desk of the same person on this computer, packed and let go of."""

import stat
from pathlib import Path

import pytest

from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing
from mediation_desk.services.editing import Edit
from mediation_desk.services.entry import doors
from mediation_desk.services.travel import bringing, direct
from mediation_desk.store.pace import Pace, Stopped
from tests.day_out import facts, travelled
from tests.offices import PASSWORD, Office
from tests.services.papers_desk import case_of
from tests.services.travel.roads import Road


def test_the_bag_is_there_until_it_is_closed(office: Office, tmp_path: Path) -> None:
    with travelled(office.first, tmp_path / "out", office.around, facts("园区里")) as road:
        bag = direct.pack_here(office.first, str(road.folder), PASSWORD)
        assert bag.path.exists()
        bag.close()
    assert not bag.path.exists() and not bag.path.parent.exists()


def test_an_office_is_no_travel_desk(office: Office, tmp_path: Path) -> None:
    if office.place.folder is None:
        pytest.skip("this office lies in no folder")
    with pytest.raises(DeskError, match="no travel desk") as trouble:
        direct.pack_here(office.first, str(office.place.folder), PASSWORD)
    assert trouble.value.field == "place"


def test_a_travel_desk_that_is_open_in_a_window_is_left_alone(office: Office, tmp_path: Path) -> None:
    with travelled(office.first, tmp_path / "out", office.around, facts("园区里")) as road:
        with doors.instance(road.folder), pytest.raises(DeskError) as trouble:
            direct.pack_here(office.first, str(road.folder), PASSWORD)
        assert trouble.value.field == "place"


def test_stopped_on_the_way_it_leaves_nothing(office: Office, tmp_path: Path) -> None:
    with travelled(office.first, tmp_path / "out", office.around, facts("园区里")) as road:
        with pytest.raises(Stopped):
            direct.pack_here(office.first, str(road.folder), PASSWORD, Pace(cancelled=lambda: True))
        with doors.instance(road.folder):
            pass


def test_a_laptop_back_on_the_network_brings_home_what_it_did(accepted_road: Road) -> None:
    road = accepted_road
    editing.save(road.laptop(), road.case_id, [Edit("case", road.case_id, "cause", "", "欠薪")])
    with direct.packed(road.laptop()) as path:
        assert "欠薪".encode() not in path.read_bytes()
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        bringing.bring_home(road.desk, path)
    assert not path.exists()
    assert case_of(road.desk, road.case_id).cause == "欠薪"
    road.assert_whole()
