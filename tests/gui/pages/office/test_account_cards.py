"""The card of one colleague, and the card that lets a new one in."""

from pytestqt.qtbot import QtBot

from mediation_desk.domain.accounts import Role
from mediation_desk.gui.pages.office.accounts import AccountsPart
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.office import accounts
from tests.gui.desks import write
from tests.gui.pages.office.hands import House, account, other_desk, tick


def test_a_new_colleague_comes_in_with_the_password_that_is_shown_once(
        qtbot: QtBot, house: House, people: AccountsPart, around: Surroundings) -> None:
    house.click(people.add)
    write(qtbot, people.new.name, "钱新人")
    write(qtbot, people.new.login, "Qian")
    house.click(people.new.add)
    lent = people.lent.password.text()
    assert people.lent.isVisible() and "钱新人" in people.lent.title.text()
    theirs = other_desk(house.desk, "qian", around, lent)
    assert accounts.must_change_password(theirs)
    theirs.store.close()
    house.click(people.lent.done)
    assert people.lent.isHidden() and people.lent.password.text() == ""


def test_a_colleague_without_a_role_or_with_a_name_that_is_taken_is_refused(
        qtbot: QtBot, house: House, people: AccountsPart) -> None:
    house.click(people.add)
    write(qtbot, people.new.name, "王二")
    write(qtbot, people.new.login, "wang")
    house.click(people.new.add)
    assert people.new.login.error()
    write(qtbot, people.new.login, "wang2")
    tick(house, people.new.roles.ticks[Role.MEDIATOR])
    house.click(people.new.add)
    assert "role" in people.new.roles.ticks[Role.ADMINISTRATOR].error()
    assert people.lent.isHidden() and len(accounts.everybody(house.desk)) == 2


def test_who_left_is_disabled_and_may_come_back(house: House, people: AccountsPart) -> None:
    people.choose("wang")
    house.click(people.card.disable)
    assert not account(house.desk, "wang").is_active and people.card.disable.isHidden()
    house.click(house.page.bar.action)
    assert account(house.desk, "wang").is_active


def test_resetting_a_password_says_first_what_it_means(house: House, people: AccountsPart,
                                                       around: Surroundings) -> None:
    people.choose("wang")
    house.click(people.card.reset)
    assert "No sealed word comes with the new password" in people.card.asking.words.text()
    theirs = other_desk(house.desk, "wang", around)  # nothing happened yet
    theirs.store.close()
    house.click(people.card.asking.go)
    theirs = other_desk(house.desk, "wang", around, people.lent.password.text())
    assert accounts.must_change_password(theirs)
    theirs.store.close()
