"""Garbage is collected on the UI thread, never by a worker that comes by."""

import gc
import threading
import weakref
from concurrent.futures import ThreadPoolExecutor

import pytest

from mediation_desk.gui.kit.tasks.garbage import Garbage
from mediation_desk.gui.kit.tasks.tasks import Tasks


class Ring:
    """Something that only the collector can free; remembers who freed it."""

    def __init__(self) -> None:
        self.me = self


def make_much() -> None:
    """What a reading does: thousands of objects, and as many reasons to collect."""
    for _ in range(20_000):
        Ring()


def test_a_worker_leaves_what_a_page_threw_away_to_the_ui_thread(tasks: Tasks) -> None:
    freed_by: list[str] = []
    ring = Ring()
    weakref.finalize(ring, lambda: freed_by.append(threading.current_thread().name))
    del ring
    tasks.read(make_much)
    assert tasks.drain()
    assert freed_by == []
    garbage = tasks.findChild(Garbage)
    assert garbage is not None and garbage.collect() > 0
    assert freed_by == ["MainThread"]


def due(monkeypatch: pytest.MonkeyPatch, *generations: int) -> list[int]:
    """Make these generations due; what is collected is noted, and nothing else happens."""
    counts = tuple(1 if generation in generations else 0 for generation in range(3))
    collected: list[int] = []
    monkeypatch.setattr(gc, "get_count", lambda: counts)
    monkeypatch.setattr(gc, "get_threshold", lambda: (0, 0, 0))

    def collect(generation: int) -> int:
        collected.append(generation)
        return 0

    monkeypatch.setattr(gc, "collect", collect)
    monkeypatch.setattr(gc, "freeze", lambda: collected.append(-1))
    return collected


def test_while_somebody_works_the_long_pass_waits(tasks: Tasks, monkeypatch: pytest.MonkeyPatch) -> None:
    garbage, collected = tasks.garbage, due(monkeypatch, 0, 1, 2)
    garbage.collect()  # when it first comes due, what is there is the program itself: set aside
    garbage.disturb()
    garbage.collect()
    assert collected == [1, -1, 1]
    garbage._touched.stop()  # three seconds later
    garbage.collect()
    assert collected == [1, -1, 1, 2]


def test_the_short_passes_never_wait(tasks: Tasks, monkeypatch: pytest.MonkeyPatch) -> None:
    collected = due(monkeypatch, 0)
    tasks.garbage.disturb()
    tasks.garbage.collect()
    assert collected == [0]


def test_python_collects_by_itself_again_once_the_tasks_are_closed(dressed: object) -> None:
    made = Tasks()
    assert not gc.isenabled()
    assert made.close()
    assert gc.isenabled()


def test_without_it_a_worker_would_collect() -> None:
    """The danger is real: the same worker frees the ring when Python collects by itself."""
    freed_by: list[str] = []
    gc.disable()  # until the worker works
    ring = Ring()
    weakref.finalize(ring, lambda: freed_by.append(threading.current_thread().name))
    del ring
    with ThreadPoolExecutor(1, thread_name_prefix="worker") as pool:
        pool.submit(gc.enable).result()
        pool.submit(make_much).result()
    assert freed_by and freed_by[0].startswith("worker")


def test_a_sweep_also_finds_what_is_never_looked_through_else(tasks: Tasks, monkeypatch: pytest.MonkeyPatch
                                                              ) -> None:
    """A window that was let go of, and what it showed, after the desk was locked."""
    freed: list[bool] = []
    ring = Ring()
    weakref.finalize(ring, lambda: freed.append(True))
    with monkeypatch.context() as patched:
        patched.setattr(gc, "get_threshold", lambda: (0, 0, -1))
        tasks.garbage.collect()  # the long pass is due for the first time: what is there is set aside
    del ring
    gc.collect()
    assert freed == []
    assert tasks.garbage.sweep() > 0 and freed == [True]
