"""Sites: the list, what belongs to each, and where a place and a colleague are."""

import pytest

from mediation_desk.domain.sites import HERE, Held
from mediation_desk.gui.pages.office.accounts import AccountsPart
from mediation_desk.gui.pages.office.places import PlacesPart
from mediation_desk.gui.pages.office.sites import SitesPart, held_words
from mediation_desk.services.office import places, sites
from tests.gui.pages.office.hands import House, account

EAST = "城东街道工作站"


@pytest.fixture
def part(house: House) -> SitesPart:
    made = house.part("sites")
    assert isinstance(made, SitesPart)
    return made


def names(house: House) -> list[str]:
    return [one.site.name for one in sites.sites(house.desk)]


def add(house: House, part: SitesPart, name: str = EAST) -> None:
    house.click(part.add)
    part.form.field("name").set_typed(name)
    part.form.field("phone").set_typed("0971-1234567")
    house.click(part.keep_button)


def choose(house: House, field: object, at: int) -> None:
    combo = field.combo  # type: ignore[attr-defined]
    combo.setCurrentIndex(at)
    combo.activated.emit(at)
    house.settle()


def test_an_office_without_sites_says_what_they_are_for_and_shows_them_nowhere(house: House, part: SitesPart
                                                                             ) -> None:
    assert part.table._empty is not None and part.table._empty.isVisible()
    rooms, people = house.part("places"), house.part("accounts")
    assert isinstance(rooms, PlacesPart) and isinstance(people, AccountsPart)
    assert rooms.site.isHidden() and people.card.site.isHidden() and people.new.site.isHidden()


def test_a_site_is_added_changed_and_taken_out_with_a_way_back(house: House, part: SitesPart) -> None:
    add(house, part)
    assert names(house) == [EAST] and part.model.rowCount() == 1
    part.table.choose_row(0)
    part.form.field("name").set_typed("城东工作站")
    house.click(part.keep_button)
    assert names(house) == ["城东工作站"]
    house.click(house.page.bar.action)
    assert names(house) == [EAST]
    part.table.choose_row(0)
    house.click(part.remove)
    assert names(house) == [] and house.said == f"The site “{EAST}” was taken out."
    house.click(house.page.bar.action)
    assert names(house) == [EAST]


def test_a_name_that_is_there_already_is_said_beside_its_field(house: House, part: SitesPart) -> None:
    add(house, part)
    add(house, part)
    assert "in the list already" in part.form.field("name").error() and names(house) == [EAST]


def test_a_place_and_a_colleague_are_at_a_site_and_taking_it_out_says_so(house: House, part: SitesPart
                                                                         ) -> None:
    add(house, part)
    rooms = house.part("places")
    assert isinstance(rooms, PlacesPart) and rooms.site.isVisible()
    house.click(rooms.add)
    choose(house, rooms.kind, 0)
    rooms.form.field("name").set_typed("东一室")
    choose(house, rooms.site, 1)
    house.click(rooms.keep_button)
    people = house.part("accounts")
    assert isinstance(people, AccountsPart) and people.card.site.value() == HERE
    choose(house, people.card.site, 1)
    (listed,) = sites.sites(house.desk)
    assert listed.held == Held(0, 1, 1) and places.places(house.desk)[0].site_id == listed.site.id
    assert people.model.index(0, 3).data() == EAST
    house.part("sites")
    part.table.choose_row(0)
    assert part.held.text() == "To it belong: 1 room or place, 1 person."
    house.click(part.remove)
    assert house.said == (f"The site “{EAST}” was taken out. To it still belong: 1 room or place, 1 person. "
                          "They stay there until they are moved.")
    people = house.part("accounts")  # who sits where no site is any more sits there until somebody says else
    assert account(house.desk, house.desk.who.account.login).site_id == listed.site.id


def test_where_a_colleague_sits_is_taken_back(house: House, part: SitesPart) -> None:
    add(house, part)
    people = house.part("accounts")
    assert isinstance(people, AccountsPart)
    choose(house, people.card.site, 1)
    login = house.desk.who.account.login
    assert account(house.desk, login).site_id is not None
    people.undo()
    house.settle()
    assert account(house.desk, login).site_id is None and people.card.site.value() == HERE


@pytest.mark.parametrize(("held", "said"), [
    (Held(), ""), (Held(cases=1), "1 open case"), (Held(people=2), "2 people"),
    (Held(3, 2, 1), "3 open cases, 2 rooms and places, 1 person")])
def test_what_belongs_to_a_site_is_said_in_numbers(house: House, held: Held, said: str) -> None:
    assert held_words(held) == said
