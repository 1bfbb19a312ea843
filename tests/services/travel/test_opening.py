"""A bag on its laptop: opened for its carrier, once, whole or not at all; else refused in words."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.travel.branch import NeedsOffice
from mediation_desk.domain.verbs import Stage
from mediation_desk.domain.words import DeskError
from mediation_desk.services import reading
from mediation_desk.services.entry import sign_in
from mediation_desk.services.keys import sharing
from mediation_desk.services.office import accounts
from mediation_desk.services.travel import bringing, homecoming, leaving, opening, register
from mediation_desk.store.store import in_folder
from tests import offices
from tests.offices import PASSWORD, Office
from tests.services.papers_desk import accepted
from tests.services.travel.conftest import Roads
from tests.services.travel.roads import Road, begun, rows_of


def bag_of(office: Office, folder: Path) -> Path:
    leaving.pack(office.first, leaving.Leaving((accepted(office.first),), laptop="小白"), folder / "a.mdbag")
    return folder / "a.mdbag"


def test_the_first_bag_makes_a_travel_desk_at_which_its_carrier_signs_in(office: Office, tmp_path: Path
                                                                        ) -> None:
    made = opening.found(tmp_path / "laptop", bag_of(office, tmp_path), PASSWORD, office.around)
    made.store.close()
    again = sign_in.sign_in(in_folder(tmp_path / "laptop"), "chen", PASSWORD, office.around)
    assert again.branch is not None
    assert (again.branch.laptop, again.branch.office) == ("小白", office.first.settings.name)
    assert again.who.account_id == office.first.who.account_id
    assert sorted(one.name for one in (tmp_path).iterdir() if "opening" in one.name) == []
    again.store.close()


def test_a_wrong_password_opens_nothing_and_pauses(office: Office, tmp_path: Path) -> None:
    path = bag_of(office, tmp_path)
    for _ in range(6):
        with pytest.raises(DeskError):
            opening.found(tmp_path / "laptop", path, "湟水河边的柳树 28", office.around)
    with pytest.raises(DeskError) as paused:
        opening.found(tmp_path / "laptop", path, PASSWORD, office.around)
    assert "wait" in str(paused.value).lower() or "try" in str(paused.value).lower()
    assert not (tmp_path / "laptop").exists()
    office.clock.now += timedelta(hours=2)
    opening.found(tmp_path / "laptop", path, PASSWORD, office.around).store.close()


def test_nothing_that_lies_there_is_written_over(office: Office, tmp_path: Path) -> None:
    (tmp_path / "laptop").mkdir()
    (tmp_path / "laptop" / "mine.txt").write_text("mine")
    with pytest.raises(DeskError) as refused:
        opening.found(tmp_path / "laptop", bag_of(office, tmp_path), PASSWORD, office.around)
    assert refused.value.field == "place"
    assert (tmp_path / "laptop" / "mine.txt").read_text() == "mine"


def test_a_bag_cut_off_anywhere_makes_no_travel_desk(office: Office, tmp_path: Path) -> None:
    path = bag_of(office, tmp_path)
    whole = path.read_bytes()
    for at in range(0, len(whole), len(whole) // 12):
        path.write_bytes(whole[:at])
        with pytest.raises(DeskError):
            opening.found(tmp_path / "laptop", path, PASSWORD, office.around)
        assert not (tmp_path / "laptop").exists()
        assert not [one for one in tmp_path.iterdir() if "opening" in one.name]


def test_bags_of_others_are_told_apart(accepted_road: Road, tmp_path: Path) -> None:
    road = accepted_road
    laptop, before = road.laptop(), rows_of(road.laptop(), road.case_id)
    for path, words in ((road.folder / "lenovo.mdbag", "opened here already"),
                        (road.folder / "thinkpad.mdbag", "another laptop"),
                        (road.pack(), "on its way home")):
        with pytest.raises(DeskError, match=words) as refused:
            opening.open_bag(laptop, path)
        assert refused.value.field == "bag"
    with pytest.raises(DeskError, match="office itself"):
        opening.open_bag(road.desk, road.folder / "lenovo.mdbag")
    with offices.office(offices.embedded_place(tmp_path), tmp_path / "notes") as other:
        with pytest.raises(DeskError, match="another office"):
            opening.open_bag(laptop, bag_of(other, tmp_path))
        with pytest.raises(DeskError, match="another office"):
            homecoming.look(other.first, road.pack())
    with pytest.raises(DeskError, match="on its way out"):
        homecoming.look(road.desk, road.folder / "lenovo.mdbag")
    assert rows_of(laptop, road.case_id) == before
    road.assert_whole()


def test_what_needs_the_office_is_said_on_the_laptop(accepted_road: Road) -> None:
    road, laptop = accepted_road, accepted_road.laptop()
    wang = next(one for one in accounts.everybody(road.desk) if one.login == "wang")
    for verb in (lambda: sharing.add_mediator(laptop, road.case_id, wang.id),
                 lambda: sharing.remove_mediator(laptop, road.case_id, wang.id),
                 lambda: accounts.add(laptop, accounts.AccountDraft(
                     "li", "李", frozenset({AccountRole.MEDIATOR}), PASSWORD)),
                 lambda: leaving.pack(laptop, leaving.Leaving((road.case_id,), laptop="再一台"),
                                      road.folder / "again.mdbag")):
        with pytest.raises(NeedsOffice):
            verb()
    assert not (road.folder / "again.mdbag").exists()


def test_a_case_begun_on_the_road_takes_a_number_that_was_reserved(embedded_roads: Roads) -> None:
    with embedded_roads(Stage.ACCEPTED) as road:
        made = begun(road.laptop())
        number = reading.case(road.laptop(), made).case.number
        at_office = reading.case(road.desk, begun(road.desk)).case.number
        assert number != at_office
        bringing.bring_home(road.desk, road.pack())
        assert reading.case(road.desk, made).case.number == number
        later = reading.case(road.desk, begun(road.desk)).case.number
        assert len({number, at_office, later}) == 3
        (first, *_) = [one.bag.numbers for one in register.bags(road.desk)]
        assert first
