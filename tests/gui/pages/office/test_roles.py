"""Roles are ticked one by one, asked about before they change, and never one's own."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.domain.accounts import Role
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.gui.kit.fields.kinds import Form
from mediation_desk.gui.pages.office.accounts import AccountsPart
from mediation_desk.gui.pages.office.roles import RoleTicks, roles_words
from mediation_desk.library.words import CHINESE, ENGLISH, Words
from tests.gui.desks import write
from tests.gui.pages.office.hands import House, account, tick


def test_other_roles_say_first_that_no_sealed_word_comes_with_them(house: House,
                                                                    people: AccountsPart) -> None:
    people.choose("wang")
    supervisor = people.card.roles.ticks[Role.SUPERVISOR]
    tick(house, supervisor)
    assert "no sealed word comes with" in people.card.asking.words.text()
    assert people.card.asking.leave.hasFocus()
    house.click(people.card.asking.leave)
    assert not supervisor.value() and people.card.asking.isHidden()
    assert account(house.desk, "wang").roles == {Role.MEDIATOR}
    tick(house, supervisor)
    house.click(people.card.asking.go)
    assert account(house.desk, "wang").roles == {Role.MEDIATOR, Role.SUPERVISOR}
    assert account(house.desk, "wang").stands == 1


def test_a_name_is_saved_as_it_is_left_while_other_roles_are_only_ticked(
        qtbot: QtBot, house: House, people: AccountsPart) -> None:
    people.choose("wang")
    tick(house, people.card.roles.ticks[Role.SUPERVISOR])
    write(qtbot, people.card.name, "王秀英")
    house.leave()
    now = account(house.desk, "wang")
    assert (now.name, now.stands) == ("王秀英", 0) and now.roles == {Role.MEDIATOR}


def test_nobody_changes_their_own_roles(house: House, people: AccountsPart) -> None:
    people.choose("li")
    assert people.card.disable.isHidden() and people.card.reset.isHidden()
    assert people.card.own.isVisible() and "Nobody changes their own roles" in people.card.own.text()
    tick(house, people.card.roles.ticks[Role.ADMINISTRATOR])
    assert people.card.asking.isHidden()
    assert Role.ADMINISTRATOR in account(house.desk, "li").roles
    people.choose("wang")
    assert people.card.own.isHidden()


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
