"""The status line: who, which store, the last backup, the lock, and what takes long."""

import threading
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.status import StatusLine
from mediation_desk.gui.kit.tasks.tasks import Tasks


@pytest.fixture
def line(tasks: Tasks, qtbot: QtBot) -> Iterator[StatusLine]:
    made = StatusLine(tasks)
    qtbot.addWidget(made)
    made.show()
    yield made


def test_what_is_not_known_takes_no_room_and_nobody_locks_an_empty_desk(line: StatusLine) -> None:
    assert line.lock.isHidden() and all(one.isHidden() for one in (line.who, line.store, line.backup))
    line.show_facts(who="李调解", store="/srv/office", backup="Backup of 11-25 10:00")
    assert [one.text() for one in (line.who, line.store, line.backup)] == [
        "李调解", "/srv/office", "Backup of 11-25 10:00"]
    assert not line.lock.isHidden()
    line.show_facts(who="李调解")
    assert line.backup.isHidden() and line.backup.text() == "" and not line.who.isHidden()


def test_on_a_laptop_the_line_says_whose_travel_desk_it_is(line: StatusLine) -> None:
    assert line.travel.isHidden()
    line.show_facts(who="李调解", travel="Travel desk of 宁中区 · figures of today")
    assert not line.travel.isHidden() and line.travel.toolTip() == "Travel desk of 宁中区 · figures of today"
    line.show_facts(who="李调解")
    assert line.travel.isHidden() and line.travel.toolTip() == ""


def test_the_lock_is_asked_for_and_done_elsewhere(line: StatusLine, qtbot: QtBot) -> None:
    line.show_facts(who="李调解")
    with qtbot.waitSignal(line.lock_wanted):
        line.lock.click()


def test_what_takes_long_shows_and_can_be_stopped(line: StatusLine, tasks: Tasks, qtbot: QtBot) -> None:
    go, asked = threading.Event(), threading.Event()

    def verb(*, progress: Callable[[int, int], object], cancelled: Callable[[], bool]) -> None:
        progress(3, 10)
        while not go.wait(0.02):
            if cancelled():
                asked.set()
                return

    assert line.doing.isHidden()
    tasks.read(verb, label="Making a backup …")
    qtbot.waitUntil(lambda: not line.doing.isHidden() and line.progress.value() == 3)
    assert line.doing.text() == "Making a backup …" and line.progress.maximum() == 10
    assert not line.cancel.isHidden()
    line.cancel.click()
    assert line.doing.isHidden() and line.progress.isHidden() and line.cancel.isHidden()
    assert asked.wait(5)
    go.set()
    while tasks.busy:
        assert tasks.drain()
