"""How long the window's thread is held when a page is switched, on the store with 100,000 cases.

The windows are the real ones, offscreen. A switch is everything between the key and the painted page
that the window's thread does by itself; what services do meanwhile runs on other threads.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmarks.figures import Figure
from tests.benchmarks.large_store import LargeStore

SWITCHED = 50.0  # milliseconds


def figures(store: LargeStore) -> Iterator[Figure]:
    """Pages of the rail, an open case, its stations."""
    from PySide6.QtWidgets import QApplication

    from mediation_desk.gui.desk.places import CASES, TODAY
    from mediation_desk.gui.desk_frame import DeskFrame
    from mediation_desk.gui.kit.look import theme
    from mediation_desk.gui.kit.memory import Memory
    from mediation_desk.gui.kit.tasks.tasks import Tasks

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, theme.Theme(theme.Mode.LIGHT, motion=False))
    with tempfile.TemporaryDirectory(prefix="bench-windows-") as folder:
        tasks = Tasks()
        frame = DeskFrame(store.supervisor, tasks, Memory(Path(folder) / "windows.ini"))
        hands = Hands(app, tasks)
        frame.show_page(TODAY)
        frame.show()
        hands.settle()
        first = hands.held(lambda: frame.show_page(CASES))
        yield Figure("switching between Today and Cases, both open", statistics.median(
            hands.held(lambda key=key: frame.show_page(key))  # type: ignore[misc]
            for key in (TODAY, CASES) * 7), "ms", SWITCHED)
        yield Figure("  Cases for the first time", first, "ms")
        frame.open_case(store.streamers)
        for number in range(1, 7):
            hands.settle()
            frame.go(number)
        hands.settle()
        again = [hands.held(lambda n=n: frame.go(n)) for n in (1, 2, 3, 4, 5, 6) * 3]  # type: ignore[misc]
        yield Figure("switching between the stations of a case, the slowest", max(
            statistics.median(again[at::6]) for at in range(6)), "ms", SWITCHED)
        hands.settle()
        frame.backs_up_on_closing = False
        frame.close()
        tasks.close()


class Hands:
    """Does something in a window and sees how long its thread is held at a stretch."""

    def __init__(self, app: object, tasks: object) -> None:
        from PySide6.QtWidgets import QApplication

        from mediation_desk.gui.kit.tasks.tasks import Tasks

        assert isinstance(app, QApplication) and isinstance(tasks, Tasks)
        self._app, self._tasks = app, tasks

    def held(self, act: Callable[[], object]) -> float:
        """The longest stretch, in milliseconds: the act with its painting, or a later answer's."""
        begun = time.perf_counter()
        act()
        self._app.processEvents()
        longest = time.perf_counter() - begun
        while self._tasks.busy:
            begun = time.perf_counter()
            self._app.processEvents()
            longest = max(longest, time.perf_counter() - begun)
            time.sleep(0.0005)  # the window's thread waits; the others work
        self.settle()
        return longest * 1000

    def settle(self) -> None:
        """Until nothing is under way."""
        while self._tasks.busy:
            self._tasks.drain()
        self._app.processEvents()
