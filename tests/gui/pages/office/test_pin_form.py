"""My PIN: set and removed with the password, under Office, My account."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.office.me import MePart
from mediation_desk.gui.pages.office.pin_form import PinForm
from mediation_desk.services.desk import Desk
from mediation_desk.services.office import pin
from tests.gui import desks
from tests.gui.desks import write
from tests.gui.pages.office.hands import House

PIN = "830517"


@pytest.fixture
def house(qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory) -> Iterator[House]:
    """Somebody at their own account."""
    yield House(qtbot, desk, tasks, memory)


@pytest.fixture
def form(house: House) -> PinForm:
    made = house.part("me")
    assert isinstance(made, MePart)
    return made.pin


def fill(qtbot: QtBot, form: PinForm, password: str, typed: str = "", again: str = "") -> None:
    for field, text in ((form.password, password), (form.pin, typed), (form.again, again)):
        write(qtbot, field, text)


def test_who_has_none_is_told_and_sets_one_with_the_password(qtbot: QtBot, house: House, form: PinForm,
                                                             desk: Desk) -> None:
    assert "no PIN" in form.state.text() and form.remove.isHidden()
    fill(qtbot, form, desks.PASSWORD, PIN, PIN)
    house.click(form.set)
    assert pin.is_set(desk) and form.state.text() == "You have a PIN." and not form.remove.isHidden()
    assert [field.typed() for field in (form.password, form.pin, form.again)] == ["", "", ""]


def test_it_is_removed_with_the_password(qtbot: QtBot, house: House, form: PinForm, desk: Desk) -> None:
    pin.set_pin(desk, desks.PASSWORD, PIN, PIN)
    form.look_up()
    house.settle()
    fill(qtbot, form, desks.PASSWORD)
    house.click(form.remove)
    assert not pin.is_set(desk) and form.remove.isHidden()


@pytest.mark.parametrize(("password", "typed", "again", "field"), [
    ("wrong one", PIN, PIN, "old_password"), (desks.PASSWORD, "1234", "1234", "pin"),
    (desks.PASSWORD, PIN, "604918", "pin_again"), (desks.PASSWORD, "", "", "pin"),
    ("", PIN, PIN, "old_password")])
def test_what_is_wrong_is_said_beside_its_field(qtbot: QtBot, house: House, form: PinForm, desk: Desk,
                                                password: str, typed: str, again: str, field: str) -> None:
    fill(qtbot, form, password, typed, again)
    house.click(form.set)
    assert form.form.field(field).error() and not pin.is_set(desk) and form.set.isEnabled()
