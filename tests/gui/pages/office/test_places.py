"""Rooms and places: the list from which the place of a session is chosen."""

import pytest

from mediation_desk.domain.sites import HERE, SiteDraft
from mediation_desk.domain.vocabulary import PlaceKind
from mediation_desk.gui.pages.office.places import PlacesPart
from mediation_desk.services.office import places, sites
from tests.gui.pages.office.hands import House


@pytest.fixture
def part(house: House) -> PlacesPart:
    made = house.part("places")
    assert isinstance(made, PlacesPart)
    return made


def names(house: House) -> list[str]:
    return [place.name for place in places.places(house.desk)]


def add(house: House, part: PlacesPart, name: str) -> None:
    house.click(part.add)
    part.kind.combo.setCurrentIndex(list(PlaceKind).index(PlaceKind.PARK))
    part.kind.combo.activated.emit(2)
    part.form.field("name").set_typed(name)
    house.click(part.keep_button)


def test_a_place_is_added_renamed_and_taken_out_with_a_way_back(house: House, part: PlacesPart) -> None:
    add(house, part, "生物园区")
    assert names(house) == ["生物园区"] and part.model.rowCount() == 1
    part.table.choose_row(0)
    part.form.field("name").set_typed("生物产业园")
    house.click(part.keep_button)
    assert names(house) == ["生物产业园"]
    house.click(part.remove)
    assert names(house) == []
    house.click(house.page.bar.action)
    assert names(house) == ["生物产业园"]


def test_a_place_without_kind_or_name_is_said_beside_its_field(house: House, part: PlacesPart) -> None:
    house.click(part.add)
    house.click(part.keep_button)
    assert part.kind.error() and names(house) == []
    add(house, part, "园区")
    add(house, part, "园区")
    assert "in the list already" in part.form.field("name").error() and names(house) == ["园区"]


def test_a_colleagues_name_is_shown_beside_the_own_one(house: House, part: PlacesPart) -> None:
    add(house, part, "园区")
    part.table.choose_row(0)
    (place,) = places.places(house.desk)
    places.change_place(house.desk, place.id, "她的园区", "")
    part.form.field("name").set_typed("他的园区")
    house.click(part.keep_button)
    assert names(house) == ["她的园区"]  # nobody's word is written over unseen


def test_a_further_place_is_where_whoever_enters_it_sits_however_often_the_list_is_read(
        house: House) -> None:
    east = sites.add_site(house.desk, SiteDraft("城东调解室")).result
    part = house.part("places")
    assert isinstance(part, PlacesPart)
    assert part.site.isVisible() and part.site.value() == HERE
    part.shown()
    house.settle()
    assert part.site.value() == HERE and not part.is_entering
    part.form.field("name").set_typed("一号室")
    part.site.set_value(east)
    part.shown()
    house.settle()
    assert part.form.field("name").typed() == "一号室" and part.site.value() == east
