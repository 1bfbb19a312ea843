"""Who may come in, in a table, and beneath it the chosen one."""

from pytestqt.qtbot import QtBot

from mediation_desk.gui.pages.office.accounts import AccountsPart
from mediation_desk.services.office import accounts
from tests.gui.desks import write
from tests.gui.pages.office.hands import House, account


def test_everybody_stands_in_the_table_with_name_roles_and_standing(house: House,
                                                                    people: AccountsPart) -> None:
    accounts.disable(house.desk, account(house.desk, "wang").id)
    people.shown()
    house.settle()
    model = people.model
    cells = {row.login: [str(model.index(at, column).data()) for column in range(model.columnCount())]
             for at in range(model.rowCount()) if (row := model.row(at)) is not None}
    assert set(cells) == {"li", "wang"}
    assert {"王调解", "wang", "Mediator"} <= set(cells["wang"])
    assert "Mediator, Administrator" in cells["li"] and cells["li"][-1] != cells["wang"][-1]


def test_the_card_follows_the_row_and_makes_room_for_a_new_colleague(house: House,
                                                                    people: AccountsPart) -> None:
    people.choose("wang")
    assert people.card.account is not None and people.card.account.login == "wang"
    people.choose("nobody")
    assert people.card.account.login == "wang"  # who is not there is not chosen
    house.click(people.add)
    assert people.card.isHidden() and people.new.isVisible()
    house.click(people.new.cancel)
    assert people.new.isHidden() and people.card.isVisible() and people.add.hasFocus()


def test_a_lent_password_is_forgotten_when_the_next_colleague_is_let_in(qtbot: QtBot, house: House,
                                                                       people: AccountsPart) -> None:
    people.choose("wang")
    house.click(people.card.reset)
    house.click(people.card.asking.go)
    assert people.lent.password.text()
    house.click(people.add)
    assert people.lent.isHidden() and people.lent.password.text() == ""


def test_the_new_colleague_is_the_one_chosen_in_the_table(qtbot: QtBot, house: House,
                                                         people: AccountsPart) -> None:
    house.click(people.add)
    write(qtbot, people.new.name, "钱新人")
    write(qtbot, people.new.login, "qian")
    house.click(people.new.add)
    row = people.table.current_row()
    assert row is not None and row.login == "qian" and people.model.rowCount() == 3
