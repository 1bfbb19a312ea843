"""What an act brings with it is said before it is done; who leaves it has done nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mediation_desk.domain.accounts import Role
from mediation_desk.gui.pages.office.accounts import AccountsPart
from mediation_desk.gui.pages.office.consequences import Consequences
from mediation_desk.services.entry.sign_in import Surroundings
from tests.gui.pages.office.hands import House, account, other_desk, tick


def asked(house: House, people: AccountsPart) -> Consequences:
    """The administrator thinks of lending a colleague a new password."""
    people.choose("wang")
    house.click(people.card.reset)
    assert people.card.asking.isVisible()
    return people.card.asking


def test_the_keyboard_waits_at_leaving_it_and_then_nothing_was_done(
        house: House, people: AccountsPart, around: Surroundings) -> None:
    asking = asked(house, people)
    assert house.frame.focusWidget() is asking.leave
    QTest.keyClick(asking.leave, Qt.Key.Key_Space)
    house.settle()
    assert asking.isHidden() and people.lent.isHidden()
    other_desk(house.desk, "wang", around).store.close()  # the present password opens as before


def test_what_was_left_is_not_done_by_the_next_press(house: House, people: AccountsPart,
                                                     around: Surroundings) -> None:
    """A press that was on its way as the question went does nothing."""
    asking = asked(house, people)
    house.click(asking.leave)
    asking.go.click()
    house.settle()
    assert people.lent.isHidden()
    other_desk(house.desk, "wang", around).store.close()


def test_pressed_twice_it_is_done_once(house: House, people: AccountsPart, around: Surroundings) -> None:
    asking = asked(house, people)
    asking.go.click()
    asking.go.click()
    house.settle()
    assert asking.isHidden()
    other_desk(house.desk, "wang", around, people.lent.password.text()).store.close()
    assert account(house.desk, "wang").stands == 1, "their keys were made anew once"


def test_roles_that_were_ticked_stand_as_before_when_it_is_left(house: House, people: AccountsPart) -> None:
    people.choose("wang")
    tick(house, people.card.roles.ticks[Role.SUPERVISOR])
    assert "王调解" in people.card.asking.words.text()
    house.click(people.card.asking.leave)
    assert account(house.desk, "wang").roles == {Role.MEDIATOR}
    assert people.card.roles.ticks[Role.SUPERVISOR].value() is False
