"""Verbs run off the UI thread, in order, and tell nobody who is gone."""

import threading
import weakref
from collections.abc import Callable
from functools import partial

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.tasks.bugs import Bug
from mediation_desk.gui.kit.tasks.tasks import Task, Tasks
from tests.conftest import LogWatch

UI = threading.main_thread()


def test_a_verb_runs_elsewhere_and_its_result_comes_home(qtbot: QtBot, tasks: Tasks) -> None:
    where: list[object] = []
    tasks.run(
        threading.current_thread, done=lambda thread: where.extend([thread, threading.current_thread()])
    )
    qtbot.waitUntil(lambda: len(where) == 2)
    assert where[0] is not UI
    assert where[1] is UI


def test_writes_keep_their_order(tasks: Tasks) -> None:
    told: list[int] = []
    for number in range(50):
        tasks.run(lambda number=number: number, done=told.append)
    assert tasks.drain()
    assert told == list(range(50))


def test_a_task_that_is_over_holds_nobody_any_more(tasks: Tasks) -> None:
    """The worker's thread may hold the task last, and must not be the one that frees a page with it."""
    class Page:
        def told(self, _number: int) -> None:
            """It is shown."""

    page = Page()
    gone = weakref.ref(page)
    task = tasks.run(int, done=page.told)
    del page
    assert tasks.drain()
    assert task.finished and gone() is None


def test_a_reading_sees_all_that_was_saved_before_it_was_asked_for(tasks: Tasks) -> None:
    """Three saves wait for a gate that opens only after the reading was asked for."""
    gate, saved = threading.Event(), list[int]()
    tasks.run(gate.wait, 5)
    for number in range(3):
        tasks.run(saved.append, number)
    seen: list[list[int]] = []
    tasks.read(lambda: list(saved), done=seen.append)
    gate.set()
    assert tasks.drain()
    assert seen == [[0, 1, 2]]


def test_a_reading_waits_for_no_save_that_is_asked_for_later(tasks: Tasks) -> None:
    gate, told = threading.Event(), list[str]()
    tasks.read(lambda: gate.wait(5) and "read", done=told.append)
    tasks.run(gate.set, done=lambda _: told.append("saved"))
    assert tasks.drain()
    assert sorted(told) == ["read", "saved"]


def test_a_reading_sees_what_stands_when_a_save_before_it_was_refused(tasks: Tasks) -> None:
    told: list[str] = []
    tasks.run(refuse, failed=lambda _error: told.append("refused"))
    tasks.read(lambda: "read", done=told.append)
    assert tasks.drain()
    assert told == ["refused", "read"]


def test_the_later_of_two_answers_to_one_question_comes_later(tasks: Tasks) -> None:
    """The first reading is held up; the second, of a later state, must not be overwritten by it."""
    gate, states, told = threading.Event(), [1, 2], list[int]()

    def state() -> int:
        now = states.pop(0)
        if now == 1:
            gate.wait(0.2)
        return now

    tasks.read(state, done=told.append)
    tasks.read(state, done=told.append)
    assert tasks.drain()
    assert told == [1, 2]


def test_a_reading_waits_for_nobody_who_was_asked_to_stop(tasks: Tasks) -> None:
    gate, told = threading.Event(), list[str]()

    def search(typed: str) -> str:
        return typed if typed == "马晓兰" or gate.wait(5) else "late"

    first = tasks.read(search, "马", done=told.append)
    first.cancel()

    def found(name: str) -> None:
        told.append(name)
        gate.set()

    tasks.read(search, "马晓兰", done=found)
    assert tasks.drain()
    assert told == ["马晓兰"]


def test_printing_holds_up_neither_saving_nor_reading(tasks: Tasks) -> None:
    gate, told = threading.Event(), list[str]()
    tasks.aside(lambda: gate.wait(5) and "printed", done=told.append)
    tasks.run(lambda: "saved", done=told.append)
    tasks.read(gate.set, done=lambda _: told.append("read"))
    assert tasks.drain()
    assert sorted(told) == ["printed", "read", "saved"] and told[0] == "saved"


def test_a_program_that_ends_leaves_what_still_waits(dressed: QApplication) -> None:
    """Neither a save in the queue nor a reading behind it begins once time ran out."""
    gate, begun = threading.Event(), list[str]()
    made = Tasks()
    made.run(gate.wait, 5)
    made.run(begun.append, "saved")
    made.read(begun.append, "read")
    assert not made.close(20)
    gate.set()
    made.garbage.stop()
    assert begun == []


def test_what_a_verb_begins_when_it_is_done_is_drained_too(tasks: Tasks) -> None:
    told: list[str] = []
    tasks.run(lambda: "a", done=lambda _: tasks.run(lambda: "b", done=told.append))
    assert tasks.drain()
    assert told == ["b"]


@pytest.mark.parametrize(
    "bind",
    [
        lambda label: label.setText,
        lambda label: lambda text: label.setText(text),
        lambda label: partial(_put, label),
    ],
    ids=["method", "closure", "partial"],
)
def test_a_widget_that_is_gone_is_told_nothing(
    tasks: Tasks, bind: Callable[[QLabel], Callable[[str], None]]
) -> None:
    label = QLabel()
    gate = threading.Event()
    tasks.read(lambda: gate.wait(5) and "late", done=bind(label))
    shiboken6.delete(label)
    gate.set()
    assert tasks.drain()


def _put(label: QLabel, text: str) -> None:
    label.setText(text)


def refuse() -> None:
    """A verb that refuses."""
    raise DeskError("This must be filled in.", field="name")


def test_a_trouble_goes_to_its_handler_or_to_everyone(tasks: Tasks) -> None:
    handled: list[DeskError] = []
    heard: list[DeskError] = []
    tasks.trouble.connect(heard.append)
    tasks.run(refuse, failed=handled.append)
    tasks.run(refuse)
    assert tasks.drain()
    assert [error.field for error in handled] == ["name"]
    assert len(heard) == 1


def test_a_bug_is_told_without_what_it_was_working_on(tasks: Tasks, logs: LogWatch) -> None:
    logs.expect("ValueError at")
    bugs: list[Bug] = []
    tasks.bug.connect(bugs.append)
    name = "沈一鸣"
    tasks.run(int, name)
    tasks.run(partial(_stumble, name))
    assert tasks.drain()
    report = "".join(bug.report("0.1") for bug in bugs)
    assert len(bugs) == 2
    assert "ValueError" in report
    assert "_stumble" in report
    assert name not in report
    assert all(name not in record.getMessage() for record in logs.records)


def _stumble(name: str) -> None:
    raise ValueError(name)


def test_a_cancelled_read_is_told_to_nobody_but_a_write_that_finished_is(tasks: Tasks) -> None:
    told: list[str] = []
    gate = threading.Event()
    tasks.read(lambda: gate.wait(5) and "read", done=told.append).cancel()
    tasks.run(lambda: gate.wait(5) and "written", done=told.append).cancel()
    gate.set()
    assert tasks.drain()
    assert told == ["written"]


def test_a_verb_that_takes_long_shows_how_far_it_is_and_can_be_stopped(qtbot: QtBot, tasks: Tasks) -> None:
    slow: list[tuple[str, tuple[int, int], bool]] = []
    ended: list[object] = []
    gate = threading.Event()

    def verb(progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> bool:
        progress(3, 10)
        gate.wait(5)
        return cancelled()

    def stop(task: Task) -> None:
        slow.append((task.label, task.progress, task.cancellable))
        task.cancel()
        gate.set()

    tasks.slow.connect(stop)
    tasks.ended.connect(ended.append)
    told: list[bool] = []
    tasks.run(verb, done=told.append, label="Counting …")
    qtbot.waitUntil(lambda: bool(ended), timeout=3000)
    assert slow[0] == ("Counting …", (3, 10), True)
    assert told == [True]


def test_time_runs_out_on_what_does_not_end(tasks: Tasks) -> None:
    gate = threading.Event()
    tasks.run(gate.wait, 5)
    assert not tasks.drain(20)
    gate.set()


def test_readings_can_be_stopped_while_what_is_saved_goes_on(tasks: Tasks) -> None:
    told: list[str] = []
    gate = threading.Event()

    def reading(cancelled: Callable[[], bool]) -> str:
        gate.wait(10)
        return "stopped" if cancelled() else "read"

    tasks.read(reading, done=told.append)
    tasks.run(lambda: "saved", done=told.append)
    tasks.stop_reading()
    gate.set()
    assert tasks.drain() and told == ["saved"]
