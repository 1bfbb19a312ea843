"""The office's list of sites, and what belongs to each."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.listing import CaseFilter
from mediation_desk.domain.merging import Conflicts
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.sites import HERE, Held, SiteDraft
from mediation_desk.domain.vocabulary import PlaceKind
from mediation_desk.domain.words import DeskError, NotThere
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import moving, registering
from mediation_desk.services.office import accounts, places, sites
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, colleague

EAST = SiteDraft("城东街道工作站", "八一路 8 号", "0971-1234567")


def added(desk: Desk, name: str = EAST.name) -> UUID:
    made = sites.add_site(desk, SiteDraft(name, EAST.address, EAST.phone)).result
    assert made
    return made


def registered(desk: Desk, site_id: UUID | None = None) -> UUID:
    made = registering.register(desk, registering.IntakeDraft(date(2025, 1, 15), site_id=site_id)).result
    assert made
    return made


def test_a_site_is_added_changed_taken_out_and_put_back(office: Office) -> None:
    desk = office.first
    assert sites.sites(desk) == [] and sites.choices(desk) == []
    east = added(desk, " 城东街道工作站 ")
    added(desk, "生物园区工作站")
    sites.change_site(desk, east, SiteDraft("城东工作站", "八一路 9 号", ""))
    assert [(one.site.name, one.site.address, one.site.phone) for one in sites.sites(desk)] == [
        ("城东工作站", "八一路 9 号", ""), ("生物园区工作站", EAST.address, EAST.phone)]
    assert [one.name for one in sites.choices(desk)] == ["", "城东工作站", "生物园区工作站"]
    sites.remove_site(desk, east)
    assert [one.site.name for one in sites.sites(desk)] == ["生物园区工作站"]
    with pytest.raises(NotThere):
        sites.change_site(desk, east, EAST)
    sites.put_back_site(desk, east)
    assert len(sites.sites(desk)) == 2


def test_what_belongs_to_a_site_is_told_in_numbers_and_stays_when_it_is_taken_out(office: Office) -> None:
    desk = office.first
    east = added(desk)
    colleague(office, "wang", Role.MEDIATOR)
    wang = next(one for one in accounts.everybody(desk) if one.login == "wang")
    accounts.change(desk, wang.id, wang.name, wang.roles, wang, site_id=east)
    places.add_place(desk, PlaceKind.ROOM, "一号调解室", site_id=east)
    case_id = registered(desk, east)
    (listed,) = sites.sites(desk)
    assert listed.held == Held(cases=1, places=1, people=1)
    sites.remove_site(desk, east)
    assert [(one.name, one.removed) for one in sites.choices(desk)] == [("", False), (EAST.name, True)]
    assert reading.case(desk, case_id).case.site_id == east
    moving.move_site(desk, case_id, HERE)
    assert sites.choices(desk) == []  # nothing belongs to it any more


def test_who_registers_at_a_site_registers_for_it(office: Office) -> None:
    desk = office.first
    east, west = added(desk), added(desk, "城西街道工作站")
    accounts.change(desk, desk.who.account_id, desk.who.name, desk.who.account.roles, site_id=east)
    told = {reading.case(desk, registered(desk, wanted)).case.site_id for wanted in (None, west, HERE)}
    assert told == {east, west, None}
    assert [reading.count(desk, CaseFilter(sites=(one,))) for one in (east, west, HERE)] == [1, 1, 1]
    sites.remove_site(desk, east)
    assert reading.case(desk, registered(desk)).case.site_id is None
    with pytest.raises(DeskError, match="taken out"):
        registered(desk, east)


def test_two_who_change_a_site_at_once_are_told(office: Office) -> None:
    desk = office.first
    colleague(office, "wang", Role.ADMINISTRATOR)
    theirs, east = office.desk("wang", LENT), added(desk)
    seen = sites.sites(desk)[0].site
    sites.change_site(theirs, east, SiteDraft("她的站", EAST.address, EAST.phone))
    with pytest.raises(Conflicts):
        sites.change_site(desk, east, SiteDraft("他的站", EAST.address, EAST.phone), seen)
    sites.change_site(desk, east, SiteDraft(EAST.name, "新址", EAST.phone), seen)  # the address alone
    assert [(one.site.name, one.site.address) for one in sites.sites(desk)] == [("她的站", "新址")]


def test_a_mediator_reads_the_list_and_changes_nothing(office: Office) -> None:
    added(office.first)
    colleague(office, "wang", Role.MEDIATOR)
    theirs = office.desk("wang", LENT)
    assert [one.site.name for one in sites.sites(theirs)] == [EAST.name]
    with pytest.raises(NotAllowed):
        sites.add_site(theirs, SiteDraft("城西街道工作站"))


def test_what_is_in_the_list_already_is_said(office: Office) -> None:
    east = added(office.first)
    with pytest.raises(DeskError, match="in the list already"):
        added(office.first)
    sites.remove_site(office.first, east)
    added(office.first)
    with pytest.raises(DeskError, match="in the list already"):
        sites.put_back_site(office.first, east)


def test_a_place_belongs_to_a_site_and_stays_there_when_it_is_called_otherwise(office: Office) -> None:
    desk = office.first
    east = added(desk)
    room = places.add_place(desk, PlaceKind.ROOM, "一号调解室", site_id=east).result
    assert room
    places.change_place(desk, room, "东一室", "")
    assert [(one.name, one.site_id) for one in places.places(desk)] == [("东一室", east)]
    places.change_place(desk, room, "东一室", "", site_id=HERE)
    assert places.places(desk)[0].site_id is None
