"""My account: colours, text size and language are chosen where one looks for them, and by keys anywhere."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.office.me import SIZES, MePart
from mediation_desk.services.desk import Desk
from tests.gui.pages.office.test_page import House

CONTROL = Qt.KeyboardModifier.ControlModifier
Asked = list[tuple[str, str]]


@pytest.fixture
def house(qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory) -> Iterator[House]:
    """Somebody at their own account."""
    yield House(qtbot, desk, tasks, memory)


@pytest.fixture
def asked(house: House) -> Asked:
    """What the frame was asked to become."""
    told: Asked = []
    house.frame.chosen.connect(lambda name, value: told.append((name, value)))
    return told


def part(house: House) -> MePart:
    made = house.part("me")
    assert isinstance(made, MePart)
    return made


def test_the_present_look_is_shown_and_another_is_asked_for(house: House, asked: Asked) -> None:
    me = part(house)
    assert me.looks.values() == {"mode": "light", "percent": 100, "language": "en"}
    house.click(me.mode.buttons[2])
    me.percent.combo.setCurrentIndex(SIZES.index(150))
    me.percent.combo.activated.emit(SIZES.index(150))
    house.click(me.language.buttons[0])
    assert asked == [("mode", "dark"), ("percent", "150"), ("language", "zh_CN")]


@pytest.mark.parametrize(("key", "wanted"), [
    (Qt.Key.Key_Plus, "+25"), (Qt.Key.Key_Equal, "+25"), (Qt.Key.Key_Minus, "-25"), (Qt.Key.Key_0, "100")])
def test_keys_make_the_text_larger_and_smaller_anywhere(
        house: House, asked: Asked, key: Qt.Key, wanted: str) -> None:
    QTest.keyClick(house.frame, key, CONTROL)
    assert asked == [("percent", wanted)]


def test_one_comes_back_to_the_same_part_of_the_office(house: House) -> None:
    part(house)
    assert house.frame.place() == "office:me"
    house.frame.show_page("today")
    house.frame.go_to("office:me")
    assert house.page.key == "me"
