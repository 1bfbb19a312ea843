"""The office's list of places: each kind's names once, and offered where they suit."""

from uuid import UUID

import pytest

from mediation_desk.domain.places import OfficePlace, check_place, places_for
from mediation_desk.domain.vocabulary import PlaceKind, SessionForm
from mediation_desk.domain.words import DeskError

LIST = [OfficePlace(id=UUID(int=at), kind=kind, name=name) for at, (kind, name) in enumerate((
    (PlaceKind.STATION, "骑手驿站"), (PlaceKind.ROOM, "第二调解室"), (PlaceKind.PARK, "生物园区"),
    (PlaceKind.ROOM, "第一调解室")))]


def test_rooms_are_for_the_office_and_the_rest_for_going_out() -> None:
    assert [one.name for one in places_for(LIST, SessionForm.OFFICE)] == ["第一调解室", "第二调解室"]
    assert [one.name for one in places_for(LIST, SessionForm.MOBILE)] == ["生物园区", "骑手驿站"]
    assert places_for(LIST, SessionForm.PHONE) == places_for(LIST, SessionForm.ONLINE) == []


@pytest.mark.parametrize("name", ["", "  ", "第一调解室", " 第一调解室 "])
def test_a_place_has_a_name_of_its_own(name: str) -> None:
    with pytest.raises(DeskError) as told:
        check_place(name, PlaceKind.ROOM, LIST)
    assert told.value.field == "name"


def test_a_park_may_be_called_as_a_room_is() -> None:
    check_place("第一调解室", PlaceKind.PARK, LIST)
