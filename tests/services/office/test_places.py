"""The office's list of places: added, renamed and taken out by whoever plans sessions."""

from __future__ import annotations

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.merging import Conflicts
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.vocabulary import PlaceKind
from mediation_desk.domain.words import DeskError, NotThere
from mediation_desk.services.office import places
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, colleague


def test_a_place_is_added_renamed_taken_out_and_put_back(office: Office) -> None:
    desk = office.first
    park = places.add_place(desk, PlaceKind.PARK, " 生物园区 ", "城北区").result
    places.add_place(desk, PlaceKind.ROOM, "第一调解室")
    assert park and [one.name for one in places.places(desk)] == ["第一调解室", "生物园区"]
    places.change_place(desk, park, "生物产业园", "城北区一路")
    assert [(one.name, one.address) for one in places.places(desk)][1] == ("生物产业园", "城北区一路")
    places.remove_place(desk, park)
    assert [one.name for one in places.places(desk)] == ["第一调解室"]
    places.put_back_place(desk, park)
    assert len(places.places(desk)) == 2


def test_two_who_rename_a_place_at_once_are_told(office: Office) -> None:
    colleague(office, "wang", Role.MEDIATOR)
    hers, park = office.desk("wang", LENT), places.add_place(office.first, PlaceKind.PARK, "园区").result
    assert park
    (seen,) = places.places(office.first)
    places.change_place(hers, park, "她的园区", "")
    with pytest.raises(Conflicts):
        places.change_place(office.first, park, "他的园区", "", seen)
    places.change_place(office.first, park, "园区", "他的地址", seen)  # he changed the address alone
    assert [(one.name, one.address) for one in places.places(office.first)] == [("她的园区", "他的地址")]


def test_a_supervisor_looks_and_changes_nothing(office: Office) -> None:
    colleague(office, "wang", Role.SUPERVISOR)
    theirs = office.desk("wang", LENT)
    assert places.places(theirs) == []
    with pytest.raises(NotAllowed):
        places.add_place(theirs, PlaceKind.ROOM, "第一调解室")


def test_what_is_in_the_list_already_or_no_more_is_said(office: Office) -> None:
    room = places.add_place(office.first, PlaceKind.ROOM, "第一调解室").result
    assert room
    with pytest.raises(DeskError, match="in the list already"):
        places.add_place(office.first, PlaceKind.ROOM, "第一调解室")
    places.remove_place(office.first, room)
    places.add_place(office.first, PlaceKind.ROOM, "第一调解室")
    with pytest.raises(DeskError, match="in the list already"):
        places.put_back_place(office.first, room)
    with pytest.raises(NotThere):
        places.change_place(office.first, room, "第三调解室", "")
