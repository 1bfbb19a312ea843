"""Coming in with a bag: a new folder beside the computer's own office, and the desk in it."""

from pathlib import Path
from typing import Any

import pytest

from mediation_desk.domain.words import DeskError
from mediation_desk.services import reading
from mediation_desk.services.travel import doors, leaving
from mediation_desk.services.travel.leaving import Leaving
from tests import offices
from tests.services.papers_desk import registered


def test_the_travel_desk_lies_beside_where_an_office_would_be(tmp_path: Path) -> None:
    office = tmp_path / "data" / "office"
    assert doors.new_folder(office) == tmp_path / "data" / "travel"
    (tmp_path / "data" / "travel").mkdir(parents=True)
    (tmp_path / "data" / "travel-2").write_bytes(b"")
    assert doors.new_folder(office) == tmp_path / "data" / "travel-3"


@pytest.fixture
def office(tmp_path: Path) -> Any:
    with offices.office(offices.embedded_place(tmp_path), tmp_path / "notes") as made:
        yield made


def opened(office: offices.Office, bag: object, password: str, folder: object) -> Any:
    return doors.open_bag(str(bag), password, str(folder), lambda: office.around,
                          progress=lambda _done, _total: None, cancelled=lambda: False)


def test_a_bag_its_password_and_a_new_folder_make_a_desk(office: offices.Office, tmp_path: Path) -> None:
    case_id = registered(office.first)
    bag = leaving.pack(office.first, Leaving((case_id,), laptop="一号"), tmp_path / "a.mdbag").path
    desk = opened(office, bag, offices.PASSWORD, tmp_path / "travel")
    try:
        assert desk.branch is not None and desk.branch.laptop == "一号"
        assert reading.case(desk, case_id).case.number == reading.case(office.first, case_id).case.number
    finally:
        desk.store.close()


@pytest.mark.parametrize(("bag", "password", "folder", "field"), [
    ("a.mdbag", offices.PASSWORD, "taken", "place"), ("a.mdbag", "wrong", "new", "password"),
    ("b.mdbag", offices.PASSWORD, "new", "bag")])
def test_each_trouble_belongs_beside_its_field(office: offices.Office, tmp_path: Path, bag: str,
                                               password: str, folder: str, field: str) -> None:
    leaving.pack(office.first, Leaving((registered(office.first),), laptop="一号"), tmp_path / "a.mdbag")
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "something").write_bytes(b"")
    with pytest.raises(DeskError) as trouble:
        opened(office, tmp_path / bag, password, tmp_path / folder)
    assert trouble.value.field == field
    assert not (tmp_path / "new").exists()


def test_a_folder_that_is_not_whole_is_refused_before_anything_is_read(office: offices.Office,
                                                                     tmp_path: Path) -> None:
    (tmp_path / "a.mdbag").write_bytes(b"x")
    with pytest.raises(DeskError) as trouble:
        opened(office, tmp_path / "a.mdbag", "x", "travel")
    assert trouble.value.field == "place"
