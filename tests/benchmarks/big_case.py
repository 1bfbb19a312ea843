"""Big cases and full desks: a saved cell among two hundred workers, first openings, and another look.

The windows are the real ones, offscreen. What the window's thread does is told in that thread's own
time, and a saved cell in the time of all threads together: what other programs take is not in it.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID
from zoneinfo import ZoneInfo

from mediation_desk.demonstration import streamers
from mediation_desk.domain.case import Case
from mediation_desk.domain.vocabulary import Station
from mediation_desk.services.desk import Desk
from mediation_desk.services.open_case import OpenCase
from mediation_desk.services.sorting import sorting
from mediation_desk.services.sorting.sorting import Saying
from tests.benchmarks.figures import Figure
from tests.benchmarks.sorting import BOTH, WORKERS, collective, office

if TYPE_CHECKING:
    from mediation_desk.app.program import Program
    from mediation_desk.gui.case.frame.window import CaseWindow

SAVED, HELD, WINDOW, PAGE, LOOK = 150.0, 16.0, 100.0, 150.0, 500.0  # milliseconds
CELLS, WARM = 15, 4
OPENED = 5  # cases that are open at once


@dataclass(frozen=True)
class Spent:
    """Milliseconds: of all threads together, of the window's thread, and its longest stretch."""

    threads: float
    window: float
    longest: float


def figures() -> Iterator[Figure]:
    """A collective case, and the streamers' walked to their end as often as it takes."""
    with tempfile.TemporaryDirectory(prefix="bench-big-") as folder:
        desk = office(Path(folder))
        big = collective(desk)
        found(desk, big)
        small = [list(streamers.walk(desk))[-1].case_id for _ in range(OPENED)]
        yield from _reading(desk, big)
        program = _running(desk, Path(folder))
        try:
            hands = Hands(program)
            yield from _opening(hands, small, "")
            yield from _opening(hands, [big.id], f" of {WORKERS} workers")
            yield from _saving(hands, big.id)
            yield from _looks(hands, [*small[1:], big.id])
        finally:
            program.end()


def found(desk: Desk, case: Case) -> None:
    """The mediator's findings, a step of their own: with them the journal has four thousand rows."""
    sorting.say(desk, case.id, [Saying(element, worker.id, "finding", says[0])
                                for worker in case.applicants for element, says in BOTH.items()])


def _reading(desk: Desk, case: Case) -> Iterator[Figure]:
    """What lies behind a saved cell, without any window."""
    opened, worker, numbers = OpenCase(desk, case.id), case.applicants[0].id, count()
    opened.read()

    def save() -> None:
        opened.heard(sorting.say(desk, case.id, [Saying("monthly_wage", worker, "applicant",
                                                        f"{6000 + next(numbers)}.00")]))

    saved, read = [], []
    for _ in range(CELLS):
        saved.append(_own_time(save))
        read.append(_own_time(opened.read))
    yield Figure(f"keeping a cell in a case of {WORKERS} workers", _quick(saved), "ms")
    yield Figure("  reading the case anew, sorted", _quick(read), "ms")


def _own_time(act: Callable[[], object]) -> float:
    begun = time.thread_time()
    act()
    return (time.thread_time() - begun) * 1000


def _quick(taken: list[float]) -> float:
    """The lower quartile: what is slower met other programs."""
    return statistics.quantiles(taken, n=4)[0]


def _running(desk: Desk, folder: Path) -> Program:
    """The program with somebody at the desk, in English, in light colours."""
    from PySide6.QtWidgets import QApplication

    from mediation_desk.app.machine import Machine
    from mediation_desk.app.program import Program

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app.setQuitOnLastWindowClosed(False)
    program = Program(app, Machine(folder, folder, desk.clock, ZoneInfo("Asia/Shanghai")))
    program.memory.keep("mode", "light")
    program.memory.keep("language", "en")
    program.speak("en")
    program.dress()
    program.sit_down(desk, None)
    return program


class Hands:
    """Does something in the program and sees what it took until all of it is on the screen."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self.settle()

    @property
    def frame(self) -> Any:
        """The desk's frame; another one once the text size was changed."""
        return self._program.frame

    def spent(self, act: Callable[[], object]) -> Spent:
        """What an act took, and whatever followed from it."""
        threads, window = time.process_time(), time.thread_time()
        longest = self._stretch(act)
        quiet = 0
        while quiet < 20:  # rounds in which nothing happened any more
            longest = max(longest, self._stretch(None))
            quiet = 0 if self._program.tasks.busy else quiet + 1
            time.sleep(0.001)
        return Spent((time.process_time() - threads) * 1000, (time.thread_time() - window) * 1000,
                     longest * 1000)

    def _stretch(self, act: Callable[[], object] | None) -> float:
        begun = time.thread_time()
        if act is not None:
            act()
        self._events()
        return time.thread_time() - begun

    @staticmethod
    def _events() -> None:
        from PySide6.QtCore import QCoreApplication

        QCoreApplication.processEvents()

    def settle(self) -> None:
        """Until nothing is under way, the pages' code is fetched and the first page is painted."""
        until = time.monotonic() + 1.5
        while time.monotonic() < until or self._program.tasks.busy:
            self._events()
            time.sleep(0.005)


def _opening(hands: Hands, cases: list[UUID], whose: str) -> Iterator[Figure]:
    """The window of each case, and every page in it, opened for the first time."""
    windows: list[float] = []
    pages: dict[Station, list[float]] = {station: [] for station in Station}
    for case_id in cases:
        windows.append(hands.spent(lambda case_id=case_id: hands.frame.open_case(  # type: ignore[misc]
            case_id, Station.PERFORMANCE)).longest)
        for station in Station:
            if station is not Station.PERFORMANCE:
                pages[station].append(hands.spent(lambda station=station: hands.frame.go(  # type: ignore[misc]
                    station.place + 1)).longest)
        pages[Station.PERFORMANCE].append(windows[-1])  # it came with the window
    yield Figure(f"opening the window of a case{whose}", statistics.median(windows), "ms", WINDOW)
    for station, taken in pages.items():
        yield Figure(f"  {station.value} for the first time", statistics.median(taken), "ms", PAGE)


def _saving(hands: Hands, case_id: UUID) -> Iterator[Figure]:
    """A wage typed into the workers' grid, again and again."""
    window = cast("CaseWindow", hands.frame.open_case(case_id, Station.SORTING))
    hands.settle()
    page: Any = window.page_in_front()
    model, numbers = page.elements.worker_cells, count(7000)
    column = [one.id for one in model.columns].index("monthly_wage")

    def type_() -> None:
        model.edit({(3, column): f"{next(numbers)}.00"})

    taken = [hands.spent(type_) for _ in range(CELLS + WARM)][WARM:]
    yield Figure(f"a saved cell in a case of {WORKERS} workers, all threads",
                 _quick([one.threads for one in taken]), "ms", SAVED)
    yield Figure("  its longest stretch of the window's thread", _quick([one.longest for one in taken]), "ms",
                 HELD)


def _looks(hands: Hands, cases: list[UUID]) -> Iterator[Figure]:
    """Five cases stand open with every page that was looked at."""
    for case_id in cases:
        hands.frame.open_case(case_id)
    hands.settle()
    assert len(hands.frame.open_cases()) >= OPENED
    for words, name, values in (("the other colours", "mode", ("dark", "light")),
                                ("another text size", "percent", ("125", "100")),
                                ("another language", "language", ("zh_CN", "en"))):
        taken = [hands.spent(lambda name=name, value=value: hands.frame.chosen.emit(  # type: ignore[misc]
            name, value)).window for value in values]
        yield Figure(f"{words} with {OPENED} cases open", statistics.median(taken), "ms", LOOK)
