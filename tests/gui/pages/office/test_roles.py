"""Roles are ticked one by one, and the only administrator stays one."""

from mediation_desk.domain.accounts import Role
from mediation_desk.gui.pages.office.accounts import AccountsPart
from tests.gui.pages.office.hands import House, account, tick


def test_roles_change_as_they_are_ticked_and_back_again(house: House, people: AccountsPart) -> None:
    people.choose("wang")
    tick(house, people.card.roles.ticks[Role.SUPERVISOR])
    assert account(house.desk, "wang").roles == {Role.MEDIATOR, Role.SUPERVISOR}
    house.click(house.page.bar.action)
    assert account(house.desk, "wang").roles == {Role.MEDIATOR}


def test_the_only_administrator_stays_one(house: House, people: AccountsPart) -> None:
    people.choose("li")
    assert people.card.disable.isHidden() and people.card.reset.isHidden()
    tick(house, people.card.roles.ticks[Role.ADMINISTRATOR])
    assert "only administrator" in people.card.roles.ticks[Role.ADMINISTRATOR].error()
    assert Role.ADMINISTRATOR in account(house.desk, "li").roles
