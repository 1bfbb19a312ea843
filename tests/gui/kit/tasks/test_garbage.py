"""Garbage is collected on the UI thread, never by a worker that comes by."""

import gc
import threading
import weakref
from concurrent.futures import ThreadPoolExecutor

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


def test_python_collects_by_itself_again_once_the_tasks_are_closed(dressed: object) -> None:
    made = Tasks()
    assert not gc.isenabled()
    assert made.close()
    assert gc.isenabled()


def test_without_it_a_worker_would_collect() -> None:
    """The danger is real: the same worker frees the ring when Python collects by itself."""
    freed_by: list[str] = []
    ring = Ring()
    weakref.finalize(ring, lambda: freed_by.append(threading.current_thread().name))
    del ring
    with ThreadPoolExecutor(1, thread_name_prefix="worker") as pool:
        pool.submit(make_much).result()
    assert freed_by and freed_by[0].startswith("worker")
