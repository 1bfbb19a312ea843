"""Roles are ticked one by one, and the only administrator stays one."""

import pytest
from PySide6.QtWidgets import QApplication

from mediation_desk.domain.accounts import Role
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.gui.kit.fields.kinds import Form
from mediation_desk.gui.pages.office.accounts import AccountsPart
from mediation_desk.gui.pages.office.roles import RoleTicks, roles_words
from mediation_desk.library.words import CHINESE, ENGLISH, Words
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


@pytest.mark.parametrize(("language", "words"), [
    (ENGLISH, "Mediator, Administrator"), (CHINESE, "调解员、管理员")])
def test_several_hats_are_named_in_their_usual_order(dressed: QApplication, language: str,
                                                     words: str) -> None:
    kit_words.install(dressed, Words.of(language))
    assert roles_words([Role.ADMINISTRATOR, Role.MEDIATOR]) == words
    assert roles_words([]) == ""


def test_each_tick_says_what_the_hat_may_do(dressed: QApplication) -> None:
    form = Form()
    ticks = RoleTicks(form)
    ticks.show([Role.SUPERVISOR])
    assert ticks.roles() == {Role.SUPERVISOR} and set(ticks.ticks) == set(Role)
    assert len({one.tick.accessibleDescription() for one in ticks.ticks.values()}) == len(Role)
    ticks.show_error("The only administrator stays one.")
    assert ticks.ticks[Role.ADMINISTRATOR].error() == "The only administrator stays one."
    form.deleteLater()
