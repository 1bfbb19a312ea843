"""Long work on a page: what is being done, how far it is, and a way to stop it."""

import threading
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.work import WorkLine


@pytest.fixture
def line(tasks: Tasks, qtbot: QtBot) -> Iterator[WorkLine]:
    made = WorkLine()
    qtbot.addWidget(made)
    yield made


def drain(tasks: Tasks) -> None:
    while tasks.busy:
        assert tasks.drain()


def test_it_shows_how_far_the_work_is_and_goes_when_it_is_over(line: WorkLine, tasks: Tasks,
                                                              qtbot: QtBot) -> None:
    go = threading.Event()

    def verb(*, progress: Callable[[int, int], object], cancelled: Callable[[], bool]) -> None:
        progress(1, 4)
        assert go.wait(10)

    assert line.isHidden() and not line.busy
    line.follow(tasks.read(verb, label="x"), "Looking at every row …")
    assert line.busy and not line.isHidden() and line.words.text() == "Looking at every row …"
    assert (line.bar.minimum(), line.bar.maximum()) == (0, 0)
    qtbot.waitUntil(lambda: line.bar.value() == 250)
    assert line.bar.maximum() == 1000
    go.set()
    drain(tasks)
    qtbot.waitUntil(line.isHidden)
    assert not line.busy


def test_stop_is_pressed_once_and_said(line: WorkLine, tasks: Tasks, qtbot: QtBot) -> None:
    stopped = threading.Event()

    def verb(*, progress: Callable[[int, int], object], cancelled: Callable[[], bool]) -> None:
        while not cancelled():
            stopped.wait(0.01)
        stopped.set()

    line.follow(tasks.read(verb, label="x"), "Looking at every row …")
    line.stop.click()
    assert line.words.text() == "Stopping …" and not line.stop.isEnabled()
    assert stopped.wait(10)
    drain(tasks)
    qtbot.waitUntil(line.isHidden)


def test_what_cannot_be_stopped_offers_no_stop(line: WorkLine, tasks: Tasks) -> None:
    """What is being written is written to its end."""
    line.follow(tasks.run(lambda: None, label="x"), "A moment …")
    assert not line.stop.isEnabled()
    drain(tasks)
