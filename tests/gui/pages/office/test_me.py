"""My account: colours, text size and language are chosen where one looks for them, and by keys anywhere."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mediation_desk.gui import capture, due_notice
from mediation_desk.gui.idle import IDLE_MINUTES
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.office.me import SIZES, MePart
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry.sign_in import Surroundings
from tests.gui import desks
from tests.gui.desks import write
from tests.gui.pages.office.hands import House, other_desk

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


def test_the_own_password_is_changed_with_the_old_one(qtbot: QtBot, house: House, me: MePart,
                                                      around: Surroundings) -> None:
    form = me.password
    for field, typed in ((form.old, "wrong one"), (form.new, "river stones in May"),
                         (form.again, "river stones in May")):
        write(qtbot, field, typed)
    assert form.hint.state.text == "Strong"
    house.click(form.change)
    assert form.old.error()
    write(qtbot, form.old, desks.PASSWORD)
    house.click(form.change)
    assert house.said == "Your password was changed." and form.new.typed() == ""
    other_desk(house.desk, desks.LOGIN, around, "river stones in May").store.close()


def test_the_idle_time_of_this_computer_is_kept_and_counts_at_once(qtbot: QtBot, house: House, me: MePart,
                                                                  memory: Memory) -> None:
    write(qtbot, me.idle, "3")
    house.leave()
    assert memory.recall(IDLE_MINUTES) == "3"
    assert 0 < house.frame.idle.left_ms <= 3 * 60_000 * 1.05  # coarse timers are 5 % coarse
    write(qtbot, me.idle, "0")
    house.leave()
    assert house.frame.idle.left_ms < 0


def test_hiding_from_screenshots_is_offered_only_where_the_system_can(house: House, me: MePart) -> None:
    assert capture.system_affinity() is None
    assert not me.hide_windows.tick.isEnabled()
    assert "cannot hide" in me.hide_windows._message.text()


def test_the_notice_of_what_is_due_is_switched_off_here(house: House, me: MePart, memory: Memory) -> None:
    assert me.due_notice.value() and due_notice.wanted(memory)
    QTest.keyClick(me.due_notice.tick, Qt.Key.Key_Space)
    house.settle()
    assert not due_notice.wanted(memory) and house.said == "Saved."
